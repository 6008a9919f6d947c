import { ChevronRight, House, UserRound } from 'lucide-react'
import { BrandMark } from '@/components/layout/brand-mark'
import { cn } from '@/components/ui/cn'
import type { Brand } from '@/lib/branding/brand-style'
import { PhoneFrame } from './frames'

/** What the previewed homeowner sees first. */
export type PreviewHome = { unit: string; association: string; place: string; share: string; seat?: string }

/** The portal in a brand's look on a phone, as a picture. */
export function PortalPreview({
  brand,
  home,
  className,
}: {
  brand: Brand
  home: PreviewHome
  className?: string
}) {
  return (
    <PhoneFrame
      label={`The portal of ${brand.name} on a phone, as a preview`}
      color={brand.color}
      className={cn('w-60 text-xs', className)}
    >
      <div className="border-t-4 border-accent">
        <div className="flex items-center justify-between gap-2 border-b bg-surface px-3 py-2">
          <BrandMark brand={brand} className="text-13" />
        </div>
        <div className="flex flex-col gap-2.5 px-3 pt-3 pb-4">
          <span className="text-base font-semibold tracking-tight">Your home</span>
          <div className="rounded-lg border bg-surface">
            <div className="border-b px-3 py-2.5">
              <span className="flex items-center justify-between text-sm font-semibold">
                Unit {home.unit}
                <ChevronRight className="size-4 text-faint" />
              </span>
              <span className="block text-muted">{home.association}</span>
              <span className="block text-muted">{home.place}</span>
            </div>
            <div className="flex justify-between px-3 py-2">
              <span className="text-muted">You own</span>
              <span className="font-medium">{home.share}</span>
            </div>
          </div>
          {home.seat && (
            <span className="rounded-md border border-accent-line bg-accent-soft px-2.5 py-2 font-medium text-accent-ink">
              {home.seat}
            </span>
          )}
          <span className="rounded-md bg-accent py-2.5 text-center text-sm font-medium text-accent-contrast">
            See your board
          </span>
        </div>
        <div className="grid grid-cols-2 border-t bg-surface text-[0.625rem] font-medium text-muted">
          <span className="flex flex-col items-center gap-0.5 py-2 text-accent-ink shadow-[inset_0_2px_0_var(--accent)]">
            <House className="size-4" />
            Home
          </span>
          <span className="flex flex-col items-center gap-0.5 py-2">
            <UserRound className="size-4" />
            Account
          </span>
        </div>
      </div>
    </PhoneFrame>
  )
}
