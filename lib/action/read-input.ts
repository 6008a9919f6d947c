import type { z } from 'zod'
import { type Refusal, refuse } from './result'

function fromForm(form: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    const values = form.getAll(key)
    // A name that ends in [] is a list, however many values came.
    if (key.endsWith('[]')) result[key.slice(0, -2)] = values
    else result[key] = values.at(-1)
  }
  return result
}

/**
 * Reads and validates what came in, from a form or as an object.
 * @returns the parsed value, or refusal 'invalid' with a sentence for each field
 */
export function readInput<S extends z.ZodType>(
  schema: S,
  raw: unknown,
): { ok: true; value: z.output<S> } | Refusal {
  const parsed = schema.safeParse(raw instanceof FormData ? fromForm(raw) : raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message
  return refuse('invalid', { fields })
}
