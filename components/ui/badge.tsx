import type { ReactNode } from 'react'
import { cn } from './cn'

/** What a colour means: positive done or healthy, caution needs a look, critical wrong, info under way. */
export type Tone = 'neutral' | 'accent' | 'positive' | 'caution' | 'critical' | 'info'

const tones: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-muted',
  accent: 'border-accent-line bg-accent-soft text-accent-ink',
  positive: 'border-positive-line bg-positive-soft text-positive',
  caution: 'border-caution-line bg-caution-soft text-caution',
  critical: 'border-critical-line bg-critical-soft text-critical',
  info: 'border-info-line bg-info-soft text-info',
}

/** A short word about a thing, such as its kind or a count. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 text-xs font-medium tabular-nums',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}

/** Where a thing stands: a coloured mark and always a word. */
export function Status({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return <span className={cn('status', `status-${tone}`, className)}>{children}</span>
}
