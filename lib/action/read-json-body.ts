import type { z } from 'zod'
import { type FieldError, readFieldErrors } from './field-errors'
import { type Refusal, refuse } from './result'

const largestBody = 64 * 1024

/** A body that was read, with the text it came as; or why it was not, and the fields to blame. */
export type JsonBody<T> = { ok: true; value: T; text: string } | (Refusal & { errors?: FieldError[] })

async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return null
  const text = await request.text()
  return text.length > largestBody ? null : text
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a JSON body against a schema.
 * @returns refusal 'unreadable_body', or 'invalid' with every field that is wrong, unknown ones included
 */
export async function readJsonBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<JsonBody<z.output<S>>> {
  const text = await readText(request)
  const raw = text === null ? undefined : text.trim() === '' ? {} : parse(text)
  if (text === null || typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('unreadable_body')
  const parsed = schema.safeParse(raw)
  if (parsed.success && !text.includes('\\u0000')) return { ok: true, value: parsed.data, text }
  const errors = parsed.success
    ? [{ pointer: '#', field: '', detail: 'A zero byte cannot be kept.' }]
    : readFieldErrors(parsed.error.issues)
  return { ...refuse('invalid'), errors }
}
