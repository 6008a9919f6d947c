import { createHash } from 'node:crypto'
import { normaliseHeading } from './rules'
import type { Mapping } from './schema'

/** Names a set of headings, so that the mapping of an earlier file with the same ones is found again. */
export function headerKey(header: readonly string[]): string {
  return createHash('sha256').update(header.map(normaliseHeading).join('\u001F')).digest('hex')
}

/** Keeps of a mapping what still points into the header, each column once. */
export function fitMapping(
  mapping: Mapping,
  header: readonly string[],
  fields: readonly { name: string }[],
): Mapping {
  const fitted: Mapping = {}
  const taken = new Set<number>()
  for (const { name } of fields) {
    const column = mapping[name]
    if (column === undefined || !Number.isInteger(column) || column < 0 || column >= header.length) continue
    if (taken.has(column)) continue
    taken.add(column)
    fitted[name] = column
  }
  return fitted
}
