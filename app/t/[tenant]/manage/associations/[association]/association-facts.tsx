import { Details } from '@/components/ui/details'
import { LocalDate } from '@/components/ui/time'
import type { AssociationRecord } from '@/lib/associations/read-association'
import { addressLine, jurisdictionName, monthName, registerNumber } from '@/lib/associations/rules'
import { associationKinds } from '@/lib/associations/schema'
import { zoneName } from '@/lib/time/zone-name'
import type { ShareSum } from '@/lib/units/rules'
import { shareSentence } from './share-notice'

/** The facts on record about an association. */
export function AssociationFacts({
  association,
  shares,
}: {
  association: AssociationRecord
  shares: ShareSum
}) {
  const { zone, jurisdiction, recordedOn } = association
  return (
    <Details
      columns={2}
      items={[
        { label: 'Legal name', value: association.legalName ?? association.name },
        { label: 'Kind', value: associationKinds.find(kind => kind.value === association.kind)?.label },
        { label: 'Address', value: addressLine(association) },
        { label: 'County', value: association.county },
        { label: 'Time zone', value: zoneName(zone) },
        { label: 'Fiscal year starts in', value: monthName(association.fiscalYearStartMonth) },
        { label: 'Governing law', value: jurisdiction && jurisdictionName(jurisdiction) },
        { label: 'Assessments', value: shareSentence(shares) },
        {
          label: 'Register number',
          value: association.externalKey && registerNumber(association.externalKey),
        },
        { label: 'Declaration recorded', value: recordedOn && <LocalDate on={recordedOn} /> },
      ]}
    />
  )
}
