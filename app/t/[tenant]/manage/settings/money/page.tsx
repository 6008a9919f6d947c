import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { formatMoney } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { minorExponent } from '@/lib/money/currency'
import { writeDecimal } from '@/lib/money/decimal'
import { fingerprint } from '@/lib/settings/fingerprint'
import { readMoney } from '@/lib/settings/read-settings'
import { type Money, moneyFacts } from '@/lib/settings/rules'
import { MoneyForm, type ShownMoney } from './money-form'

export const metadata = { title: 'Money and tax' }

const rate = (bp: number) => writeDecimal(BigInt(bp), 2)

function shown({ currency, vat, commission, statementFooter }: Money): ShownMoney {
  return {
    currency,
    vatMode: vat.mode,
    vatRate: vat.mode === 'none' ? '' : rate(vat.rateBp),
    commission: commission.kind,
    commissionOf: commission.kind === 'percent' ? commission.of : 'gross',
    commissionRate: commission.kind === 'percent' ? rate(commission.rateBp) : '',
    commissionAmount:
      commission.kind === 'fixed' ? writeDecimal(commission.amountMinor, minorExponent(currency)) : '',
    statementFooter,
  }
}

function inWords({ currency, vat, commission }: Money, locale: string) {
  const added = { exclusive: 'added to prices', inclusive: 'contained in prices' }
  const base = { gross: 'of what guests pay', net: 'of what is left after channel fees' }
  return {
    vat: vat.mode === 'none' ? 'None' : `${rate(vat.rateBp)} %, ${added[vat.mode]}`,
    commission:
      commission.kind === 'none'
        ? 'None'
        : commission.kind === 'percent'
          ? `${rate(commission.rateBp)} % ${base[commission.of]}`
          : `${formatMoney(commission.amountMinor, currency, locale)} a booking`,
  }
}

/** Currency, tax, commission and statements; a form for those who may change it, facts for those who may look. */
export default tenantPage({ can: 'settings:read' }, async ({ tx, actor, account, brand }) => {
  const money = await readMoney(tx)
  const words = inWords(money, brand.locale)
  return (
    <>
      <SettingsHeader current="/manage/settings/money" actor={actor} account={account} />
      <div className="pt-3">
        <Notice title="For what comes next" className="mb-6">
          Portico does not keep charges, bookings and owners’ statements yet. What is chosen here counts from
          the first of them.
        </Notice>
        {can(actor, 'settings:write') ? (
          <MoneyForm money={shown(money)} seen={fingerprint(moneyFacts(money))} />
        ) : (
          <Section title="Money and tax" description="Only admins change this.">
            <Details
              items={[
                { label: 'Currency', value: money.currency },
                { label: 'Value added tax', value: words.vat },
                { label: 'Commission', value: words.commission },
                {
                  label: 'Statement footer',
                  value: <span className="whitespace-pre-line">{money.statementFooter}</span>,
                },
              ]}
            />
          </Section>
        )}
      </div>
    </>
  )
})
