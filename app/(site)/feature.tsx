import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** One thing the product does: words on one side, a piece of the product on the other. */
export function Feature({
  id,
  eyebrow,
  title,
  points,
  flip = false,
  children,
  text,
}: {
  id: string
  eyebrow: string
  title: string
  text: ReactNode
  points?: string[]
  flip?: boolean
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-8 border-t">
      <div className="mx-auto grid max-w-6xl grid-cols-1 items-center gap-10 px-5 py-16 lg:grid-cols-12 lg:gap-14 lg:py-24">
        <div className={cn('min-w-0 lg:col-span-5', flip && 'lg:order-2')}>
          <p className="text-sm font-medium text-accent-ink">{eyebrow}</p>
          <h2
            id={`${id}-title`}
            className="mt-2 font-display text-3xl leading-[1.15] tracking-tight sm:text-4xl"
          >
            {title}
          </h2>
          <div className="mt-4 text-muted">{text}</div>
          {points && (
            <ul className="mt-6 flex flex-col gap-3 border-l border-accent-line pl-5 text-sm">
              {points.map(point => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </div>
        <div className={cn('min-w-0 lg:col-span-7', flip && 'lg:order-1')}>{children}</div>
      </div>
    </section>
  )
}
