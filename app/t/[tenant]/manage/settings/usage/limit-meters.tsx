import { Meter } from '@/components/chart/meter'
import { Section } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import { limitNames, meters, type PlanVersion } from '@/lib/plans/plan'
import { limitState, limitsOf } from '@/lib/plans/rules'
import { metersInUse } from '@/lib/usage/facts'

/** What the company's plans limit and how much of it is used; what cannot be used yet says so. */
export function LimitMeters({
  plans,
  users,
  locale,
}: {
  plans: PlanVersion[]
  users: number
  locale: string
}) {
  const limits = limitsOf(plans)
  const limited = limitNames.flatMap(name => {
    const limit = limits[name]
    return limit === undefined ? [] : [{ name, limit }]
  })
  const names = plans.map(plan => plan.name).join(' and ')
  const format = (value: number) => formatNumber(value, locale)
  return (
    <Section
      title="Plan limits"
      description={
        limited.length > 0 &&
        `What ${names} ${plans.length > 1 ? 'include' : 'includes'}, and what you use of it now. People invited count as users.`
      }
    >
      {limited.length === 0 ? (
        <p className="text-muted">Your plan has no limits: you pay for what you use.</p>
      ) : (
        <ul className="grid gap-x-8 gap-y-5 md:grid-cols-3">
          {limited.map(({ name, limit }) => (
            <li key={name}>
              {metersInUse.includes(name) ? (
                <Meter
                  label={meters[name].title}
                  used={users}
                  limit={limit}
                  state={limitState(users, limit)}
                  format={format}
                />
              ) : (
                <div className="flex flex-col gap-1.5">
                  <span className="font-medium">{meters[name].title}</span>
                  <span className="text-13 text-muted">
                    Not in use. Up to {format(limit)} {name === 'bookings' ? 'a month ' : ''}included.
                  </span>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
