import { RowOfHouses } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import type { Brand } from '@/lib/auth/actor'
import { ManagerContact } from './manager-contact'

/** For owners of vacation rentals: says plainly what the portal holds for them today. */
export function RentalOwner({ brand, name }: { brand: Brand; name: string }) {
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-2xl font-semibold tracking-tight">Welcome, {name}</h1>
      <div className="rounded-lg border bg-surface">
        <EmptyState drawing={<RowOfHouses />} title="Your account is ready">
          You can sign in, keep your details and password up to date, and reach {brand.name} from here.
          Bookings, statements and payouts are not in the portal yet.
        </EmptyState>
      </div>
      <ManagerContact brand={brand} />
    </div>
  )
}
