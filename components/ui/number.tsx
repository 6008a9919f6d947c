import { formatNumber } from './format-number'

/** A count, grouped as the locale groups. */
export function Count({ value, locale }: { value: number | bigint; locale?: string }) {
  return <span className="tabular-nums">{formatNumber(value, locale)}</span>
}
