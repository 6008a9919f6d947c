import type { ReactNode } from 'react'
import { type ChartPoint, describePoints } from './scale'

/** The drawing of a series on a plot, in percent of it, told in a sentence to those who do not see it. */
export function Drawing({
  label,
  points,
  format,
  children,
}: {
  label: string
  points: readonly ChartPoint[]
  format: (value: number) => string
  children: ReactNode
}) {
  return (
    <svg
      role="img"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible text-accent"
    >
      <title>{label}</title>
      <desc>{describePoints(points, format)}</desc>
      {children}
    </svg>
  )
}
