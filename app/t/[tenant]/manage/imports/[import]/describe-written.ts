import { formatNumber } from '@/components/ui/format-number'
import type { ImportKind, Written } from '@/lib/imports/schema'

const count = (value: number | undefined, one: string, many: string) =>
  `${formatNumber(value ?? 0)} ${value === 1 ? one : many}`

/** What a commit has written, in one line. */
export function describeWritten(written: Written, kind: ImportKind | null, locale = 'en-US'): string {
  const parts =
    kind === 'roster'
      ? [
          count(written.homeownersCreated, 'homeowner added', 'homeowners added'),
          count(written.homeownersChanged, 'changed', 'changed'),
          count(written.ownershipsStarted, 'ownership started', 'ownerships started'),
          written.ownershipsEnded ? count(written.ownershipsEnded, 'ended', 'ended') : '',
        ]
      : [
          count(written.associationsCreated, 'association added', 'associations added'),
          count(written.associationsChanged, 'changed', 'changed'),
          count(written.unitsCreated, 'unit added', 'units added'),
        ]
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts.filter(Boolean))
}
