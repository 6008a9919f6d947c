/** One field of what was changed; absent sides are null. */
export type FieldChange = { field: string; before: string | null; after: string | null }

type Facts = Record<string, unknown>

const isRecord = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shown(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map(each => shown(each) ?? '—').join('\n')
  if (isRecord(value)) {
    return Object.entries(value)
      .flatMap(([key, each]) => (shown(each) === null ? [] : [`${words(key)}: ${shown(each)}`]))
      .join(', ')
  }
  return String(value)
}

/** A field's name in words: `mailingStreet` and `mailing_street` are "Mailing street". */
export function words(field: string): string {
  const spaced = field
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** Compares what was before with what is after, field by field, in the order they were written. */
export function compareFacts(before: unknown, after: unknown): FieldChange[] {
  if (!isRecord(before) && !isRecord(after)) {
    const [was, is] = [shown(before), shown(after)]
    return was === null && is === null ? [] : [{ field: 'Facts', before: was, after: is }]
  }
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map(key => ({ field: words(key), before: shown(was[key]), after: shown(is[key]) }))
    .filter(change => change.before !== null || change.after !== null)
}
