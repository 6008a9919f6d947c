import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { PlotPoint } from './plot-point'
import { type ChartPoint, labelledAt, type Scale, topOf } from './scale'

type PlotProps = {
  points: ChartPoint[]
  scale: Scale
  height: number
  format: (value: number) => string
  axisFormat: (value: number) => string
  mark?: { value: number; label: string } | undefined
  /** Where a point stands, in percent from the left. */
  leftOf: (index: number) => number
  /** How wide the strip is that a point answers to, in percent. */
  stripWidth: number
  dots?: boolean
  /** The drawing, in a box of 100 × 100 that is stretched to the plot. */
  children: ReactNode
}

/**
 * The plot of a chart with its axes. Only shapes are drawn as SVG, stretched to whatever room there is; every letter is
 * text of the page, so that it keeps its size.
 */
export function Plot({ points, scale, height, axisFormat, mark, leftOf, children, ...strip }: PlotProps) {
  const widest = scale.ticks.map(axisFormat).reduce((a, b) => (b.length > a.length ? b : a), '')
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-muted">
      <div aria-hidden className="relative text-right tabular-nums" style={{ height }}>
        <span className="invisible">{widest}</span>
        {scale.ticks.map(tick => (
          <span
            key={tick}
            className="absolute right-0 -translate-y-1/2"
            style={{ top: `${topOf(tick, scale)}%` }}
          >
            {axisFormat(tick)}
          </span>
        ))}
      </div>
      <div className="relative" style={{ height }}>
        {scale.ticks.map(tick => (
          <div
            key={tick}
            aria-hidden
            className={cn('absolute inset-x-0 border-t', tick === 0 && 'border-line-strong')}
            style={{ top: `${topOf(tick, scale)}%` }}
          />
        ))}
        {children}
        {points.every(({ value }) => !value) && (
          <Nothing>
            {points.every(({ value }) => value === null)
              ? 'No figures yet'
              : strip.dots
                ? `${strip.format(0)} throughout`
                : 'None in this time'}
          </Nothing>
        )}
        {mark && <Mark {...mark} top={topOf(mark.value, scale)} />}
        {points.map((point, index) => (
          <PlotPoint
            key={point.label}
            point={point}
            left={leftOf(index)}
            top={point.value === null ? null : topOf(point.value, scale)}
            isLast={index === points.length - 1}
            {...strip}
          />
        ))}
      </div>
      <AxisLabels points={points} leftOf={leftOf} />
    </div>
  )
}

/** What stands where there is nothing to draw, so that an empty chart is not taken for a broken one. */
function Nothing({ children }: { children: string }) {
  return <p className="absolute inset-0 grid place-items-center">{children}</p>
}

function Mark({ label, top }: { label: string; top: number }) {
  return (
    <div
      aria-hidden
      className="absolute inset-x-0 border-t border-dashed border-control"
      style={{ top: `${top}%` }}
    >
      <span className="absolute right-0 bottom-0.5 rounded-sm bg-surface/85 px-1">{label}</span>
    </div>
  )
}

function AxisLabels({ points, leftOf }: Pick<PlotProps, 'points' | 'leftOf'>) {
  const shown = labelledAt(points.length, 5)
  // Of a few points that have no middle one, the two ends.
  const narrow = new Set(labelledAt(points.length, points.length % 2 === 0 && points.length < 8 ? 2 : 3))
  return (
    <div aria-hidden className="relative col-start-2 mt-1.5 h-4">
      {shown.map((at, place) => (
        <span
          key={at}
          className={cn('absolute whitespace-nowrap', !narrow.has(at) && 'hidden @lg:inline')}
          style={{ left: `${leftOf(at)}%`, transform: `translateX(${anchor(place, shown.length)})` }}
        >
          {points[at]?.short ?? points[at]?.label}
        </span>
      ))}
    </div>
  )
}

/** The outermost labels stay inside; a lone one hangs under its point. */
const anchor = (place: number, of: number) =>
  of === 1 ? '-50%' : place === 0 ? '0' : place === of - 1 ? '-100%' : '-50%'
