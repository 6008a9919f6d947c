import { Check } from 'lucide-react'
import { priceWords } from '@/app/t/[tenant]/manage/settings/billing/price-words'
import { featureWords } from '@/app/t/[tenant]/manage/settings/billing/words'
import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { policyAt } from '@/lib/accounts/policy'
import { limitNames, meters, type PlanVersion } from '@/lib/plans/plan'
import { readPublicOffer } from '@/lib/subscriptions/read-public-offer'
import { dateIn } from '@/lib/time/local-date'

const locale = 'en-US'

function limitWords(plan: PlanVersion): string[] {
  return limitNames.flatMap(name => {
    const limit = plan.limits[name]
    if (limit === undefined) return []
    return [
      `Up to ${formatNumber(limit, locale)} ${meters[name].title.toLowerCase()}${name === 'bookings' ? ' a month' : ''}`,
    ]
  })
}

/** What a plan has that the one before it has not, and that it has all of that one. */
function featuresBeyond(plan: PlanVersion, before: PlanVersion | undefined): string[] {
  const added = plan.features.filter(feature => !before?.features.includes(feature))
  const words = added.map(feature => featureWords[feature])
  return before ? [`Everything in ${before.name}`, ...words] : words
}

function Price({ plan, before }: { plan: PlanVersion; before: PlanVersion | undefined }) {
  const perUse = plan.prices.map(price => `${priceWords(price, plan.currency, locale)}`)
  return (
    <li className="flex flex-col gap-5 bg-surface p-6">
      <div>
        <h3 className="font-display text-2xl tracking-tight">{plan.name}</h3>
        <p className="mt-1 text-sm text-muted">
          {plan.kind === 'tier' ? 'For vacation rentals' : 'For community associations'}
        </p>
        <p className="mt-4">
          <span className="text-3xl font-semibold tracking-tight tabular-nums">
            {formatMoney(plan.baseMinor, plan.currency, locale).replace(/\.00$/, '')}
          </span>{' '}
          <span className="text-sm text-muted">a month{perUse.length > 0 && ', and'}</span>
        </p>
      </div>
      <ul className="flex flex-col gap-1 border-t pt-5 text-sm">
        {[...perUse, ...limitWords(plan)].map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <ul className="flex flex-col gap-2 text-sm text-muted">
        {featuresBeyond(plan, before).map(words => (
          <li key={words} className="flex gap-2.5">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
            {words}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** What Portico costs, as it is for sale today; nothing where the prices cannot be read just now. */
export async function PricingSection() {
  const now = new Date()
  const offer = await readPublicOffer(dateIn('UTC', now)).catch(() => [])
  if (offer.length === 0) return null
  const tiers = offer.filter(({ kind }) => kind === 'tier')
  const others = offer.filter(({ kind }) => kind !== 'tier')
  return (
    <section id="pricing" aria-labelledby="pricing-title" className="scroll-mt-8 border-t">
      <div className="mx-auto max-w-6xl px-5 py-16 lg:py-24">
        <p className="text-sm font-medium text-accent-ink">Pricing</p>
        <h2
          id="pricing-title"
          className="mt-2 max-w-xl font-display text-3xl leading-[1.15] tracking-tight sm:text-4xl"
        >
          {policyAt(now).trialDays} days free, then by what you manage
        </h2>
        <p className="mt-4 max-w-prose text-muted">
          No card to begin with, and you may change or leave with any month. A company that does both has a
          plan of each kind.
        </p>
        <ul className="mt-10 grid grid-cols-1 gap-px overflow-hidden rounded-xl border border-line-strong bg-line sm:grid-cols-2 lg:grid-cols-4">
          {others.map(plan => (
            <Price key={plan.id} plan={plan} before={undefined} />
          ))}
          {tiers.map((plan, at) => (
            <Price key={plan.id} plan={plan} before={tiers[at - 1]} />
          ))}
        </ul>
        <p className="mt-4 text-sm text-muted">Prices before taxes. Use is billed at the end of its month.</p>
      </div>
    </section>
  )
}
