import { z } from 'zod'
import { parseLocalDate } from '@/lib/time/local-date'
import type { SortKey } from './define-list'

/** Where a page ends: the sort it belongs to, the values of the sort's keys as text, and the row's id. */
export type Cursor = { sort: string; values: (string | null)[]; id: string }

const wire = z.tuple([z.string().max(80), z.array(z.string().max(2000).nullable()).max(4), z.uuid()])

/** Writes a place in a list for the URL. */
export function writeCursor({ sort, values, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, values, id])).toString('base64url')
}

const instant = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d{2}(:?\d{2})?$/

const shapes: Record<SortKey['kind'], (text: string) => boolean> = {
  text: text => !text.includes('\u0000'),
  choice: text => !text.includes('\u0000'),
  number: text => /^-?\d{1,18}$/.test(text),
  date: text => parseLocalDate(text) !== null,
  instant: text => parseLocalDate(instant.exec(text)?.[1] ?? '') !== null,
  flag: text => text === 'true' || text === 'false',
  id: text => z.uuid().safeParse(text).success,
}

/** Reads a place in a list; null when it is not one, or belongs to another sort. */
export function readCursor(text: string, sort: string, keys: readonly SortKey[]): Cursor | null {
  let raw: unknown
  try {
    raw = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
  const parsed = wire.safeParse(raw)
  if (!parsed.success) return null
  const [name, values, id] = parsed.data
  if (name !== sort || values.length !== keys.length) return null
  const fits = keys.every((key, at) => {
    const value = values[at] ?? null
    return value === null ? key.nullable === true : shapes[key.kind](value)
  })
  return fits ? { sort, values, id } : null
}
