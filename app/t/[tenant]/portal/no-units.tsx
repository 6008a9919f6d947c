import { RowOfHouses } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { formatLocalDate } from '@/components/ui/format-date'
import type { Brand } from '@/lib/auth/actor'
import { ManagerContact } from './manager-contact'

/** For a homeowner in whose name no unit is recorded today: why that may be, and whom to ask. */
export function NoUnits({ brand, lastEndedOn }: { brand: Brand; lastEndedOn: string | null }) {
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-2xl font-semibold tracking-tight">Your units</h1>
      <div className="rounded-lg border bg-surface">
        <EmptyState drawing={<RowOfHouses />} title="No unit is recorded in your name today">
          {lastEndedOn
            ? `Your ownership ended on ${formatLocalDate(lastEndedOn, 'medium', brand.locale)}. `
            : 'If you bought only lately, the purchase may not be recorded yet. '}
          If this is not right, {brand.name} can correct it.
        </EmptyState>
      </div>
      <ManagerContact brand={brand} title="Ask your manager" />
    </div>
  )
}
