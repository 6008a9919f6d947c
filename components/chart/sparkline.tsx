import { cn } from '@/components/ui/cn'
import { scaleOf, topOf } from './scale'

/** A series as a line the size of a word, for table cells and tiles; its name tells the figures. */
export function Sparkline({
  values,
  label,
  className,
}: {
  values: number[]
  /** What is measured and how it went: the drawing's only text. */
  label: string
  /** Its size; 6 × 1.25 rem when left out. */
  className?: string
}) {
  const scale = scaleOf(values, 1)
  const step = 100 / Math.max(1, values.length - 1)
  const line = values.map((value, index) => `${(index * step).toFixed(2)},${topOf(value, scale).toFixed(2)}`)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className={cn('inline-block h-5 w-24 overflow-visible text-accent', className)}
    >
      {line.length > 0 && (
        <path
          d={`M${line.join('L')}${line.length === 1 ? 'h100' : ''}`}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}
