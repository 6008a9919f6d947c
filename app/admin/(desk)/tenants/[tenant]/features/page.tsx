import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Instant, LocalDate } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { type AllowedFeature, listOverrides } from '@/lib/features/list-overrides'
import { registry } from '@/lib/features/registry'
import { fromDbDate } from '@/lib/time/local-date'
import { OverrideForm } from './override-form'

export const metadata: Metadata = { title: 'Features' }

/** What one company may have: by its plans, and by what admins decided beside them. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, params }) => {
  const tenant = await readDirectoryTenant(tx, params.tenant ?? '')
  if (!tenant) notFound()
  const features = await listOverrides(tx, tenant.id)
  return (
    <TenantFrame admin={admin} company={tenant} part="/features">
      <p className="mb-4 text-muted">
        What the company may have, in the words it reads itself. Whether it uses it is its own choice and not
        shown here.
      </p>
      <Card>
        <ul className="divide-y">
          {features.map(feature => (
            <Feature
              key={feature.feature}
              tenantId={tenant.id}
              state={feature}
              mayOverride={adminCan(admin, 'feature:override')}
            />
          ))}
        </ul>
      </Card>
    </TenantFrame>
  )
})

function Feature(props: { tenantId: string; state: AllowedFeature; mayOverride: boolean }) {
  const { feature, inPlan, override } = props.state
  const { label, description } = registry[feature]
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 p-4">
      <div className="min-w-64 flex-1">
        <h2 className="font-medium">{label}</h2>
        <p className="mt-0.5 text-13 text-muted">{description}</p>
        {override && (
          <p className="mt-1 text-13 text-muted">
            {override.effect === 'grant' ? 'Granted' : 'Denied'} by {override.by ?? 'Portico'} on{' '}
            <Instant at={override.at} zone="UTC" dateOnly />
            {override.untilOn && (
              <>
                {' '}
                until <LocalDate on={fromDbDate(override.untilOn)} />
              </>
            )}
            : {override.reason}
          </p>
        )}
      </div>
      <div className="flex w-44 flex-wrap gap-1.5 pt-0.5 max-sm:w-auto max-sm:flex-1">
        <Badge tone={inPlan ? 'positive' : 'neutral'}>{inPlan ? 'In plan' : 'Not in plan'}</Badge>
        {override && (
          <Badge tone={override.effect === 'grant' ? 'positive' : 'caution'}>
            {override.effect === 'grant' ? 'Granted' : 'Denied'}
          </Badge>
        )}
      </div>
      {props.mayOverride && (
        <div className="flex sm:w-36 sm:justify-end">
          <OverrideForm
            tenantId={props.tenantId}
            feature={feature}
            label={label}
            overridden={override !== null}
            usual={inPlan ? 'deny' : 'grant'}
          />
        </div>
      )}
    </li>
  )
}
