import { cn } from '@/components/ui/cn'

const radii = [220, 176, 132, 88, 44]

/** Arches within arches, in hairlines: the mark grown to the size of a building, behind what stands before it. */
export function Arches({ className, count = radii.length }: { className?: string; count?: number }) {
  return (
    <svg
      viewBox="0 0 480 520"
      aria-hidden
      fill="none"
      className={cn('pointer-events-none text-accent-line', className)}
      stroke="currentColor"
    >
      {radii.slice(0, count).map(radius => (
        <path key={radius} d={`M${240 - radius} 520V240a${radius} ${radius} 0 0 1 ${2 * radius} 0v280`} />
      ))}
      <path d="M0 519.5h480" />
    </svg>
  )
}
