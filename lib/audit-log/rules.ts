/** One field of what was changed; absent sides are null. */
export type FieldChange = { field: string; before: string | null; after: string | null }

type Facts = Record<string, unknown>

const isRecord = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How dates and instants are written for the reader. */
export type Writing = { date: (on: string) => string; instant: (at: string) => string }

const asStored: Writing = { date: on => on, instant: at => at }

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A single value as people write it; a field's name says its unit: `…Bp` basis points, `…Minute` of the day. */
function written(value: string | number, field: string, writing: Writing): string {
  if (typeof value === 'number' && field.endsWith('Bp')) return `${value / 100}%`
  if (typeof value === 'number' && field.endsWith('Minute')) return clock(value)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value))) return writing.instant(String(value))
  if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return writing.date(String(value))
  return String(value)
}

function shown(value: unknown, writing: Writing, field = ''): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map(each => shown(each, writing) ?? '—').join('\n')
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([key, each]) => [key, shown(each, writing, key)] as const)
      .flatMap(([key, each]) => (each === null ? [] : [`${words(key)}: ${each}`]))
      .join(', ')
  }
  return written(typeof value === 'number' ? value : String(value), field, writing)
}

// What the name in code would not say plainly.
const names: Record<string, string> = {
  accent: 'Color',
  address: 'IP address',
  api: 'REST API',
  apiKey: 'API key',
  slug: 'Address',
  replyTo: 'Replies go to',
  vatMode: 'Tax on prices',
  vatRateBp: 'Tax rate',
}

/** A field's name in words: `mailingStreet` and `mailing_street` are "Mailing street". */
export function words(field: string): string {
  const spaced = field
    .replace(/(Bp|Minute)$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)
  return names[field] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** Compares what was before with what is after, field by field, in the order they were written. */
export function compareFacts(before: unknown, after: unknown, writing = asStored): FieldChange[] {
  if (!isRecord(before) && !isRecord(after)) {
    const [was, is] = [shown(before, writing), shown(after, writing)]
    return was === null && is === null ? [] : [{ field: 'Facts', before: was, after: is }]
  }
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map(key => ({
      field: words(key),
      before: shown(was[key], writing, key),
      after: shown(is[key], writing, key),
    }))
    .filter(change => change.before !== null || change.after !== null)
}
