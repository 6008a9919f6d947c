import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { formatMoney } from '@/components/ui/format-number'
import { Instant } from '@/components/ui/time'
import { newId } from '@/lib/db/new-id'
import { GiveCredit } from './account-forms'

type Credit = { amountMinor: bigint; currency: string; reason: string; givenAt: Date }

/** What admins gave a company, the latest first. */
export function CreditSection({
  company,
  currency,
  credits,
  mayChange,
}: {
  company: { id: string; name: string }
  currency: string
  credits: Credit[]
  mayChange: boolean
}) {
  return (
    <Section
      title="Credit"
      actions={
        mayChange && (
          <GiveCredit tenantId={company.id} creditId={newId()} name={company.name} currency={currency} />
        )
      }
    >
      {credits.length === 0 ? (
        <p className="text-muted">None was given.</p>
      ) : (
        <Details
          items={credits.map(credit => ({
            label: formatMoney(credit.amountMinor, credit.currency),
            value: (
              <>
                {credit.reason} · <Instant at={credit.givenAt} zone="UTC" zoned />
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}
