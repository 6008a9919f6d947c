import type { z } from 'zod'
import { readInput } from './read-input'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof FormData) && !Array.isArray(value)

// Bound arguments come first, and how many more follow is for the visitor to say.
const firstWins = (args: unknown[]): Record<string, unknown> =>
  Object.assign({}, ...args.filter(isRecord).reverse())

/**
 * Reads an action's arguments: a form's `(previous, formData)`, optionally after bound objects, or one plain object.
 * Bound values win over whatever else has the same name, since the page set them and the visitor did not.
 */
export function actionInput<S extends z.ZodType>(schema: S, args: unknown[]) {
  const form = args.at(-1)
  if (!(form instanceof FormData)) return readInput(schema, firstWins(args))
  const bound = firstWins(args.slice(0, -2))
  const merged = new FormData()
  for (const [key, value] of form) merged.append(key, value)
  for (const [key, value] of Object.entries(bound)) merged.set(key, String(value))
  return readInput(schema, merged)
}
