import { type DateLength, formatInstant, formatLocalDate } from './format-date'

/** A calendar date such as a due date, `YYYY-MM-DD`; the same day wherever it is read. */
export function LocalDate({ on, length, locale }: { on: string; length?: DateLength; locale?: string }) {
  return <time dateTime={on}>{formatLocalDate(on, length, locale)}</time>
}

/** A moment, shown in an IANA time zone (the association's, the property's or the person's). */
export function Instant({
  at,
  zone,
  locale,
  dateOnly,
  zoned,
}: {
  at: string | Date
  zone: string
  locale?: string
  dateOnly?: boolean
  zoned?: boolean
}) {
  const iso = new Date(at).toISOString()
  return (
    <time dateTime={iso} title={formatInstant(iso, zone, { locale, zoned: true })}>
      {formatInstant(iso, zone, { locale, dateOnly, zoned })}
    </time>
  )
}
