import { LifeBuoy } from 'lucide-react'
import { Instant } from '@/components/ui/time'
import type { SignOut } from './nav'

/** Above every page that a guest sees: who they are, until when, and the way out. */
export function GuestBanner({
  name,
  until,
  zone,
  leave,
}: {
  name: string
  until: Date
  zone: string
  leave: SignOut
}) {
  return (
    <section
      aria-label="Support access"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-caution-line bg-caution-soft px-4 py-2 text-13 sm:px-6 lg:px-8"
    >
      <LifeBuoy aria-hidden className="size-4 shrink-0 text-caution" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{name} of Portico</strong> is here as your guest until{' '}
        <Instant at={until} zone={zone} zoned />
      </p>
      <form action={leave}>
        <button type="submit" className="font-medium underline underline-offset-4 hover:text-ink">
          Leave
        </button>
      </form>
    </section>
  )
}
