import { assertRoles } from './assert-roles'

/** Ends the process, saying why, when its environment is wrong or its database roles are too powerful to serve with. */
export async function checkBeforeServing(): Promise<void> {
  try {
    await assertRoles()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
