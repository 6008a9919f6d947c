import { z } from 'zod'

/** The lists whose views can be kept. */
export const listIds = [
  'associations',
  'units',
  'homeowners',
  'users',
  'imports',
  'messages',
  'audit',
] as const

const kept = /^(sort|q|columns|f\.[A-Za-z]+)$/

/** Keeps of a list's address what a view is: search, filters, sort and columns. */
function tidyQuery(text: string): string {
  const params = new URLSearchParams(text)
  for (const name of [...params.keys()]) if (!kept.test(name)) params.delete(name)
  return `?${params}`
}

const name = z
  .string()
  .transform(text => text.trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(1, 'Write a name.').max(60, 'Use at most 60 characters.'))

const shared = z
  .string()
  .optional()
  .transform(value => value !== undefined)

export const saveViewSchema = z.object({
  list: z.enum(listIds),
  name,
  query: z.string().transform(tidyQuery).pipe(z.string().max(2000, 'That is too much for one view.')),
  shared,
})

export const editViewSchema = z.object({ id: z.uuid(), name, shared })

export const viewIdSchema = z.object({ id: z.uuid() })

export type ListId = (typeof listIds)[number]
export type SaveView = z.output<typeof saveViewSchema>
export type EditView = z.output<typeof editViewSchema>
