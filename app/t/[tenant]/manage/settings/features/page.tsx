import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { LocalDate } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { type FeatureState, listFeatures } from '@/lib/features/list-features'
import { registry } from '@/lib/features/registry'
import { lowestWith } from '@/lib/plans/rules'
import { readPlansForSale } from '@/lib/subscriptions/read-plan-versions'
import { dateIn, fromDbDate } from '@/lib/time/local-date'
import { FeatureSwitch } from './feature-switch'

export const metadata = { title: 'Features' }

/** What the company can switch on, what its plan includes, and what Portico decided beside it. */
export default tenantPage({ can: 'settings:read' }, async ({ tx, actor, account }) => {
  const features = await listFeatures(tx)
  const offer = await readPlansForSale(tx, dateIn('UTC', new Date()))
  return (
    <>
      <SettingsHeader current="/manage/settings/features" actor={actor} account={account} />
      <Card className="max-w-3xl">
        <ul className="divide-y">
          {features.map(state => (
            <Feature
              key={state.feature}
              state={state}
              plan={lowestWith(registry[state.feature].needs, offer)?.name}
              mayChoose={can(actor, 'settings:write')}
              maySeePlans={can(actor, 'billing:read')}
            />
          ))}
        </ul>
      </Card>
    </>
  )
})

function Feature(props: {
  state: FeatureState
  plan: string | undefined
  mayChoose: boolean
  maySeePlans: boolean
}) {
  const { feature, override, available, on } = props.state
  const { label, description } = registry[feature]
  return (
    <li className="flex items-start gap-4 p-4">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-medium">{label}</h2>
          {!available && props.plan && <Badge tone="info">In {props.plan}</Badge>}
          {override && (
            <Badge tone={override.effect === 'grant' ? 'positive' : 'caution'}>
              {override.effect === 'grant' ? 'Granted by Portico' : 'Withheld by Portico'}
            </Badge>
          )}
        </div>
        <p className="mt-0.5 text-13 text-muted">{description}</p>
        {override && (
          <p className="mt-1 text-13 text-muted">
            Reason: {override.reason}
            {override.untilOn && (
              <>
                {' '}
                (until <LocalDate on={fromDbDate(override.untilOn)} />)
              </>
            )}
          </p>
        )}
        {!available && !override && !props.plan && (
          <p className="mt-1 text-13 text-muted">Not in your plan.</p>
        )}
      </div>
      {available ? (
        <FeatureSwitch feature={feature} label={label} on={on} disabled={!props.mayChoose} />
      ) : (
        !override &&
        props.maySeePlans && (
          <ButtonLink size="sm" href="/manage/settings/billing/change">
            Upgrade
          </ButtonLink>
        )
      )}
    </li>
  )
}
