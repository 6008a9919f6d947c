import { ChevronLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AssociationSection, BoardSection } from '@/app/t/[tenant]/portal/association-sections'
import { ManagerContact } from '@/app/t/[tenant]/portal/manager-contact'
import { addressOf, UnitFacts, unitName } from '@/app/t/[tenant]/portal/unit-facts'
import { Section } from '@/components/ui/card'
import { tenantPage } from '@/lib/action/tenant-page'
import { readMyAssociations } from '@/lib/portal/read-my-associations'
import { readMyUnits } from '@/lib/portal/read-my-units'

export const metadata: Metadata = { title: 'Unit' }

/** One of the person's units: what is theirs, the board, the association and the manager. */
export default tenantPage({ can: 'portal:read' }, async ({ tx, brand, params }) => {
  const { units } = await readMyUnits(tx)
  const unit = units.find(one => one.id === params.unit)
  if (!unit) notFound()
  const associations = await readMyAssociations(tx)
  const association = associations.find(one => one.id === unit.associationId)
  const address = addressOf(unit)
  return (
    <div className="flex flex-col gap-5">
      <header>
        <Link
          href="/portal"
          prefetch={false}
          className="-ml-1.5 inline-flex min-h-11 items-center gap-1 rounded-md pr-2 text-accent-ink"
        >
          <ChevronLeft aria-hidden className="size-5" />
          {units.length === 1 ? 'Your unit' : 'Your units'}
        </Link>
        <p className="text-muted">{unit.associationName}</p>
        <h1 className="text-2xl font-semibold tracking-tight">{unitName(unit.label)}</h1>
        {address && <p className="text-muted">{address}</p>}
      </header>
      <Section title="Ownership" padded={false}>
        <div className="px-4 py-1">
          <UnitFacts unit={unit} locale={brand.locale} />
        </div>
      </Section>
      {association && <BoardSection association={association} locale={brand.locale} />}
      {association && <AssociationSection association={association} locale={brand.locale} />}
      <ManagerContact brand={brand} />
    </div>
  )
})
