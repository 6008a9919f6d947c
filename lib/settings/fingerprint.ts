import { createHash } from 'node:crypto'

/** A short sign of values, the same for the same values: what a form was filled from, to be sent back with it. */
export function fingerprint(values: object): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22)
}
