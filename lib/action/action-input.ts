import type { z } from 'zod'
import { readInput } from './read-input'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof FormData) && !Array.isArray(value)

/**
 * Reads an action's arguments: a form's `(previous, formData)`, optionally after bound objects, or one plain object.
 * Bound values win over fields of the same name, since the page set them and the visitor did not.
 */
export function actionInput<S extends z.ZodType>(schema: S, args: unknown[]) {
  const form = args.at(-1)
  if (!(form instanceof FormData)) return readInput(schema, Object.assign({}, ...args.filter(isRecord)))
  const bound: Record<string, unknown> = Object.assign({}, ...args.slice(0, -2).filter(isRecord))
  const merged = new FormData()
  for (const [key, value] of form) merged.append(key, value)
  for (const [key, value] of Object.entries(bound)) merged.set(key, String(value))
  return readInput(schema, merged)
}
