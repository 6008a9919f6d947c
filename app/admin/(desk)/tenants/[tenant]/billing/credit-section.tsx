import { Section } from '@/components/ui/card'
import { formatMoney } from '@/components/ui/format-number'
import { Instant } from '@/components/ui/time'
import { newId } from '@/lib/db/new-id'
import { GiveCredit } from './account-forms'

type Credit = { id: string; amountMinor: bigint; currency: string; reason: string; givenAt: Date }

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
      padded={false}
      actions={
        mayChange && (
          <GiveCredit tenantId={company.id} creditId={newId()} name={company.name} currency={currency} />
        )
      }
    >
      {credits.length === 0 ? (
        <p className="p-4 text-muted">None was given.</p>
      ) : (
        <ul className="divide-y">
          {credits.map(credit => (
            <li key={credit.id} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
              <div className="min-w-0">
                <p className="break-words">{credit.reason}</p>
                <p className="text-13 text-muted">
                  <Instant at={credit.givenAt} zone="UTC" dateOnly />
                </p>
              </div>
              <span className="font-medium tabular-nums">
                {formatMoney(credit.amountMinor, credit.currency)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
