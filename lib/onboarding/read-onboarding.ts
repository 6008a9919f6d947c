import { type Actor, can } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type OnboardingFacts, type Step, stepsFrom } from './rules'

type Row = { [K in keyof OnboardingFacts]: OnboardingFacts[K] | null } & { dismissed: boolean }

/** The first steps, and whether the company put them away. */
export type Onboarding = { steps: Step[]; done: number; dismissed: boolean }

/**
 * Reads how far a company is with its first steps, from what is there; null for those whose affair it is not, and once
 * all are done.
 */
export async function readOnboarding(tx: TenantTx, actor: Actor): Promise<Onboarding | null> {
  if (!can(actor, 'settings:write')) return null
  const rows = await tx.$queryRaw<Row[]>`
    select t.logo_file_id is not null or t.support_phone is not null or exists (select from app.audit_entries
        where tenant_id = app.current_tenant() and subject_type = 'tenant' and subject_id = t.tenant_id
          and action in ('settings:edited', 'branding:edited')) as "profileTouched",
      (select count(*)::int from app.credentials c where c.tenant_id = app.current_tenant() and c.removed_at is null
        and exists (select from app.credential_versions v where v.tenant_id = c.tenant_id and v.credential_id = c.id
          and v.active_from is not null and v.retired_at is null)) as credentials,
      exists (select from app.settings where tenant_id = app.current_tenant()) as "settingsSaved",
      (select count(*)::int from app.users where tenant_id = app.current_tenant() and role = 'admin'
        and suspended_at is null and (password_hash is not null or email_verified_at is not null)) as admins,
      (select count(*)::int from app.associations where tenant_id = app.current_tenant()) as associations,
      (select count(*)::int from app.imports where tenant_id = app.current_tenant() and state = 'done') as "importsCommitted",
      (select count(*)::int from app.users where tenant_id = app.current_tenant()
        and role in ('admin', 'manager', 'accountant', 'staff', 'agent') and suspended_at is null) as team,
      exists (select from app.onboarding_dismissals where tenant_id = app.current_tenant() and restored_at is null) as dismissed
    from app.tenants t where t.tenant_id = app.current_tenant()`
  const row = rows[0]
  if (!row) throw new Error('the tenant has no profile row')
  const steps = stepsFrom({
    profileTouched: row.profileTouched === true,
    credentials: row.credentials ?? 0,
    settingsSaved: row.settingsSaved === true,
    admins: row.admins ?? 0,
    associations: row.associations ?? 0,
    importsCommitted: row.importsCommitted ?? 0,
    team: row.team ?? 0,
  })
  const done = steps.filter(step => step.done).length
  return done === steps.length ? null : { steps, done, dismissed: row.dismissed }
}
