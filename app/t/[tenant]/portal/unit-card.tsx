import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { MyUnit } from '@/lib/portal/read-my-units'
import { addressOf, UnitFacts, unitName } from './unit-facts'

/** One of the person's units on the portal's home: what and where it is, and what of it is theirs. */
export function UnitCard({ unit, locale }: { unit: MyUnit; locale: string }) {
  const address = addressOf(unit)
  return (
    <section aria-labelledby={`unit-${unit.id}`} className="overflow-clip rounded-lg border bg-surface">
      <Link
        href={`/portal/units/${unit.id}`}
        prefetch={false}
        className="flex items-center gap-3 border-b px-4 py-4 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-muted">{unit.associationName}</span>
          <h2 id={`unit-${unit.id}`} className="text-2xl leading-8 font-semibold tracking-tight">
            {unitName(unit.label)}
          </h2>
          {address && <span className="block text-muted">{address}</span>}
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-faint" />
      </Link>
      <div className="px-4 py-1">
        <UnitFacts unit={unit} locale={locale} />
      </div>
    </section>
  )
}
