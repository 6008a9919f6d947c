import { cn } from './cn'
import { formatMoney, formatNumber } from './format-number'

/** A count, grouped as the locale groups. */
export function Count({ value, locale }: { value: number | bigint; locale?: string }) {
  return <span className="tabular-nums">{formatNumber(value, locale)}</span>
}

/** An amount in minor units with its ISO 4217 currency; negative amounts keep their sign. */
export function Money({
  minor,
  currency,
  locale,
  className,
}: {
  minor: bigint | number | string
  currency: string
  locale?: string
  className?: string
}) {
  return (
    <span className={cn('whitespace-nowrap tabular-nums', className)}>
      {formatMoney(minor, currency, locale)}
    </span>
  )
}
