import type { z } from 'zod'

/** What is wrong with one field of a JSON body, and where it stands (RFC 6901, as a fragment). */
export type FieldError = { pointer: string; field: string; detail: string }

const escaped = (part: PropertyKey) =>
  encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))

/** Says what is wrong with the field at this path. */
export function fieldError(path: readonly PropertyKey[], detail: string): FieldError {
  const pointer = ['#', ...path.map(escaped)].join('/')
  return { pointer, field: path.map(String).join('.'), detail }
}

/** Turns what a schema found into one error a field; a name that the schema does not know is an error of its own. */
export function readFieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const errors = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => fieldError([...issue.path, key], 'There is no such field.'))
      : [fieldError(issue.path, issue.message)],
  )
  return errors.filter((error, index) => errors.findIndex(one => one.pointer === error.pointer) === index)
}
