import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ChartPoint } from './scale'

export type ChartProps = {
  points: ChartPoint[]
  /** What is measured; the chart's name. */
  label: string
  /** Writes a value in tooltips and in the table. */
  format?: (value: number) => string
  /** Writes a value at the axis, where room is short; `format` when left out. */
  axisFormat?: (value: number) => string
  /** Where the chart's name leads. */
  href?: string
  /** The figure beside the label; the last value when left out. */
  headline?: ReactNode
  /** How tall the plot is, in pixels. */
  height?: number
  /** What the points are, as the table's first column says. */
  along?: string
  /** A line at some value, such as a limit, with its name. */
  mark?: { value: number; label: string }
}

/** What is around every chart: its name and main figure, and the same figures as a table. */
export function ChartFrame({
  label,
  href,
  headline,
  points,
  format,
  along,
  children,
}: {
  label: string
  href?: string
  headline: ReactNode
  points: ChartPoint[]
  format: (value: number) => string
  along: string
  children: ReactNode
}) {
  return (
    <figure className="@container min-w-0">
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        {href ? (
          <Link href={href} className="text-13 text-muted hover:text-ink hover:underline">
            {label}
          </Link>
        ) : (
          <span className="text-13 text-muted">{label}</span>
        )}
        <span className="font-semibold tabular-nums">{headline}</span>
      </figcaption>
      {children}
      <details className="mt-2 text-13">
        <summary className="w-fit rounded-sm text-muted hover:text-ink">
          Show as table<span className="sr-only">: {label}</span>
        </summary>
        <div className="mt-2 overflow-clip rounded-md border">
          <table className="w-full text-left">
            <thead className="bg-sunken">
              <tr>
                <th scope="col" className="px-3 py-1.5 font-medium">
                  {along}
                </th>
                <th scope="col" className="px-3 py-1.5 text-right font-medium">
                  {label}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(point => (
                <tr key={point.label} className="border-t">
                  <th scope="row" className="px-3 py-1.5 font-normal">
                    {point.href ? (
                      <Link href={point.href} prefetch={false} className="underline underline-offset-4">
                        {point.label}
                      </Link>
                    ) : (
                      point.label
                    )}
                  </th>
                  <td className="px-3 py-1.5 text-right">
                    {point.value === null ? '—' : format(point.value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
