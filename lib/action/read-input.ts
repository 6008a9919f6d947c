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

/** The field that holds a zero byte, which Postgres refuses in any text; null when none does. */
function unkeptField(value: unknown, path: string[] = []): string | null {
  if (typeof value === 'string') return value.includes('\u0000') ? path.join('.') || 'form' : null
  if (typeof value !== 'object' || value === null || path.length > 8) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = unkeptField(inner, [...path, key])
    if (found !== null) return found
  }
  return null
}

/**
 * Reads and validates what came in, from a form or as an object.
 * @returns the parsed value, or refusal 'invalid' with a sentence for each field, or about the form as a whole
 */
export function readInput<S extends z.ZodType>(
  schema: S,
  raw: unknown,
): { ok: true; value: z.output<S> } | Refusal {
  const given = raw instanceof FormData ? fromForm(raw) : raw
  const unkept = unkeptField(given)
  if (unkept !== null)
    return refuse('invalid', { fields: { [unkept]: 'This holds a character that cannot be kept.' } })
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message
  const refusal = refuse('invalid', { fields })
  // What is wrong with the whole stands beside no field.
  return fields.form ? { ...refusal, message: fields.form } : refusal
}
