import { type FieldError, fieldError } from './field-errors'
import { reasons } from './reasons'
import type { Refusal } from './result'

const errorsOf = (refusal: Refusal & { errors?: FieldError[] }): FieldError[] | undefined =>
  refusal.errors ??
  (refusal.fields &&
    Object.entries(refusal.fields).map(([field, detail]) => fieldError(field.split('.'), detail)))

/** Writes a refusal of the platform's own API as RFC 9457 problem details, with the fields that are to blame. */
export function problemDetails(
  refusal: Refusal & { errors?: FieldError[] },
  headers: Record<string, string> = {},
): Response {
  const { status } = reasons[refusal.reason]
  const body = {
    type: `urn:portico:problem:${refusal.reason}`,
    title: refusal.message,
    status,
    reason: refusal.reason,
    errors: errorsOf(refusal),
  }
  return Response.json(body, {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
