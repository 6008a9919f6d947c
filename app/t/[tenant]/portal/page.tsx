import type { Metadata } from 'next'
import { tenantPage } from '@/lib/action/tenant-page'
import { readMyAssociations } from '@/lib/portal/read-my-associations'
import { readMyUnits } from '@/lib/portal/read-my-units'
import { AssociationSection, BoardSection } from './association-sections'
import { ManagerContact } from './manager-contact'
import { NoUnits } from './no-units'
import { RentalOwner } from './rental-owner'
import { UnitCard } from './unit-card'

export const metadata: Metadata = { title: 'Home' }

/** The portal's home: the person's units first, then the board, the association and the manager. */
export default tenantPage({ can: 'portal:read' }, async ({ tx, actor, brand }) => {
  const { units, lastEndedOn } = await readMyUnits(tx)
  if (units.length === 0)
    return actor.role === 'owner' ? (
      <RentalOwner brand={brand} name={actor.name} />
    ) : (
      <NoUnits brand={brand} lastEndedOn={lastEndedOn} />
    )
  const associations = await readMyAssociations(tx)
  // Several associations would bury the manager under boards; each then stands on the page of its unit.
  const [only] = associations.length === 1 ? associations : []
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-2xl font-semibold tracking-tight">
        {units.length === 1 ? 'Your unit' : 'Your units'}
      </h1>
      {units.map(unit => (
        <UnitCard key={unit.id} unit={unit} locale={brand.locale} />
      ))}
      <ManagerContact brand={brand} />
      {only && <BoardSection association={only} locale={brand.locale} />}
      {only && <AssociationSection association={only} locale={brand.locale} />}
    </div>
  )
})
