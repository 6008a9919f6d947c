import pg from 'pg'
import type { World } from './build-world'
import { findCatalogFaults } from './find-catalog-faults'
import { findCrossings, findForeignReferences } from './find-crossings'
import { findDutyFaults } from './find-duty-faults'
import { findFunctionFaults } from './find-function-faults'
import { findPlatformFaults } from './find-platform-faults'
import { findPrivilegeFaults } from './find-privilege-faults'
import { findVisibilityFaults } from './find-visibility-faults'

/** The behavioural proofs by name; each answers with what is wrong. The catalog's own rules stand apart. */
export const behaviour = {
  visibility: findVisibilityFaults,
  crossings: findCrossings,
  references: findForeignReferences,
  functions: findFunctionFaults,
  privileges: findPrivilegeFaults,
  duties: findDutyFaults,
}

/** Runs every isolation proof on a database that holds the world; an empty answer means isolated. */
export async function runSuite(urls: { adminUrl: string; appUrl: string }, world: World): Promise<string[]> {
  const [admin, app] = [new pg.Client(urls.adminUrl), new pg.Client(urls.appUrl)]
  await Promise.all([admin.connect(), app.connect()])
  try {
    const faults = [...(await findCatalogFaults(admin)), ...(await findPlatformFaults(admin, world))]
    for (const find of Object.values(behaviour)) faults.push(...(await find(app, world)))
    return faults
  } finally {
    await Promise.all([admin.end(), app.end()])
  }
}
