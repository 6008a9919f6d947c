import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Where local state lives: databases, chosen ports, the description of the running stack. */
export const stateDir = join(projectRoot, '.portico')

/** The file in the state folder that holds the emulated Stripe account. */
export const stripeSnapshotName = 'stripe.json'

/** A path in the state folder, which is made if it is missing. */
export function statePath(...parts: string[]): string {
  mkdirSync(stateDir, { recursive: true })
  return join(stateDir, ...parts)
}
