import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import type { ChartPoint } from './scale'

type Place = { left: number; top: number | null; stripWidth: number; isLast: boolean; dots?: boolean }

/**
 * The strip of the plot that belongs to one point: over it the point's figure appears, and a point that leads somewhere
 * is a link. Strips are narrow, and many: whoever does not point has the table, with the same links.
 */
export function PlotPoint({
  point,
  format,
  left,
  top,
  stripWidth,
  isLast,
  dots,
}: Place & { point: ChartPoint; format: (value: number) => string }) {
  const text = point.value === null ? 'not known' : format(point.value)
  const from = Math.max(0, left - stripWidth / 2)
  const width = Math.min(100, left + stripWidth / 2) - from
  const inside = width > 0 ? ((left - from) / width) * 100 : 50
  const content = (
    <>
      {dots && top !== null && (
        <span
          className={cn(
            'absolute size-2 -translate-1/2 rounded-full bg-accent ring-2 ring-surface',
            !isLast && 'opacity-0 group-hover:opacity-100',
          )}
          style={{ left: `${inside}%`, top: `${top}%` }}
        />
      )}
      <span
        className="pointer-events-none absolute top-0 z-10 rounded-md bg-raised px-2 py-1 whitespace-nowrap text-ink opacity-0 border border-line-strong group-hover:opacity-100"
        style={{ left: `${inside}%`, transform: `translateX(${anchor(left)})` }}
      >
        <span className="text-muted">{point.label}</span>{' '}
        <span className="font-semibold tabular-nums">{text}</span>
      </span>
    </>
  )
  const look = { className: 'group absolute inset-y-0', style: { left: `${from}%`, width: `${width}%` } }
  return point.href ? (
    <Link href={point.href} prefetch={false} {...look} tabIndex={-1} aria-hidden>
      {content}
    </Link>
  ) : (
    <div aria-hidden {...look}>
      {content}
    </div>
  )
}

const anchor = (left: number) => (left < 20 ? '-0.5rem' : left > 80 ? 'calc(-100% + 0.5rem)' : '-50%')
