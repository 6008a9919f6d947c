import { Sparkline } from '@/components/chart/sparkline'
import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
import { type Meter, meters } from '@/lib/plans/plan'
import type { Forecast } from '@/lib/rating/forecast-month'
import type { DayUsage, InvoiceLine } from '@/lib/rating/invoice'
import { formatQuantity } from '@/lib/rating/rules'
import { addDays } from '@/lib/time/local-date'
import { firstDayOf } from '@/lib/time/month'
import { dailyPoints } from '@/lib/usage/rules'

const unitPrice = ({ unitPriceMicros }: InvoiceLine, currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 6 }).format(
    `${unitPriceMicros}e-6` as Intl.StringNumericLiteral,
  )

function Trend({ meter, forecast, usage }: { meter: Meter; forecast: Forecast; usage: DayUsage[] }) {
  const days = { from: firstDayOf(forecast.month), until: addDays(forecast.asOf, 1) }
  const known = dailyPoints(usage, meter, days).flatMap(({ quantity }) =>
    quantity === null ? [] : [quantity],
  )
  const label = `${meters[meter].title} on each of ${known.length} days; the charts below tell the figures`
  return <Sparkline values={known} label={label} className="h-4 w-28" />
}

/** What the plans and the use of this month come to at their prices, line by line; the next bill is told beside it. */
export function ExpectedBill({
  forecast,
  usage,
  locale,
}: {
  forecast: Forecast
  /** This month's use so far, drawn beside what it costs. */
  usage: DayUsage[]
  locale: string
}) {
  const { currency, month } = forecast
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const cell = 'px-4 py-2 text-right'
  return (
    <Section
      title={`${name.format(new Date(`${month}-01T00:00:00Z`))} at your plans’ prices`}
      description={`As of ${formatLocalDate(forecast.asOf, 'medium', locale)}: people and storage stay as they are, messages go on as so far this month.`}
      footer="What a whole month costs, not a bill: without discounts, credits, taxes and changes of plan. Each line is rounded once."
      padded={false}
    >
      <table className="w-full text-left">
        <thead className="border-b bg-sunken text-13 text-muted">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              For
            </th>
            <th scope="col" className="px-4 py-2 font-medium max-lg:hidden">
              This month
            </th>
            <th scope="col" className={`${cell} font-medium max-sm:hidden`}>
              Quantity
            </th>
            <th scope="col" className={`${cell} font-medium max-sm:hidden`}>
              Price
            </th>
            <th scope="col" className={`${cell} font-medium`}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {forecast.lines.map(line => (
            <tr key={`${line.description} ${line.planVersionId} ${line.startsOn}`} className="border-b">
              <th scope="row" className="px-4 py-2 font-normal">
                {line.description}
                {line.unitPriceMicros > 0n && (
                  <span className="block text-13 text-muted sm:hidden">
                    {formatQuantity(line.quantity)} × {unitPrice(line, currency, locale)}
                  </span>
                )}
              </th>
              <td className="px-4 py-2 max-lg:hidden">
                {line.meter && <Trend meter={line.meter} forecast={forecast} usage={usage} />}
              </td>
              <td className={`${cell} max-sm:hidden`}>
                {line.unitPriceMicros > 0n && formatQuantity(line.quantity)}
              </td>
              <td className={`${cell} max-sm:hidden`}>
                {line.unitPriceMicros > 0n && unitPrice(line, currency, locale)}
              </td>
              <td className={cell}>{formatMoney(line.amountMinor, currency, locale)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="px-4 py-2.5">
              This month, before discounts
            </th>
            <td className="max-lg:hidden" />
            <td className="max-sm:hidden" colSpan={2} />
            <td className={cell}>{formatMoney(forecast.totalMinor, currency, locale)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}
