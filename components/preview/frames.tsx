import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { brandVariables } from '@/lib/branding/brand-style'

type Look = { color?: string | null; className?: string; children: ReactNode }

const branded = (color: string | null | undefined) => ({
  'data-brand': '',
  style: brandVariables({ color }) as CSSProperties,
})

/** A browser window drawn around a fragment of a page, in a brand's colour. */
export function BrowserFrame({
  address,
  label,
  color,
  className,
  children,
}: Look & { address: string; label: string }) {
  return (
    <figure
      aria-label={label}
      role="img"
      className={cn('overflow-hidden rounded-xl border border-line-strong bg-paper text-ink', className)}
      {...branded(color)}
    >
      <div className="flex h-9 items-center gap-3 border-b bg-sunken px-3">
        <span className="flex gap-1.5 [&>i]:size-2.5 [&>i]:rounded-full [&>i]:bg-line-strong">
          <i />
          <i />
          <i />
        </span>
        <span className="min-w-0 flex-1 truncate rounded-md bg-surface px-2.5 py-0.5 text-xs text-muted">
          {address}
        </span>
      </div>
      {children}
    </figure>
  )
}

/** A phone drawn around a fragment of a page, in a brand's colour. */
export function PhoneFrame({ label, color, className, children }: Look & { label: string }) {
  return (
    <figure
      aria-label={label}
      role="img"
      className={cn(
        'overflow-hidden rounded-[1.75rem] border-[5px] border-line-strong bg-paper text-ink',
        className,
      )}
      {...branded(color)}
    >
      {children}
    </figure>
  )
}
