import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'
import { provisionCompany } from './provision-company'
import type { NewCompanyForm } from './schema'

/**
 * Sets a company up for somebody, who is invited as its first admin. Takes transactions of its own, one after another,
 * so it must not be called in one.
 * @returns a refusal of `provisionCompany`; then nothing is left behind
 */
export async function createCompany(
  admin: Pick<AdminActor, 'adminId'>,
  input: NewCompanyForm,
): Promise<Result<{ tenantId: string }>> {
  const { company, slug, kind, plan, zone, name, email } = input
  const made = await provisionCompany({
    via: 'dashboard',
    adminId: admin.adminId,
    name: company,
    slug,
    kind,
    zone,
    admin: { name, email },
    ...(plan !== 'kind' && { tier: plan }),
  })
  if (!made.ok) return made
  const { tenantId } = made.value
  await asPlatform(tx =>
    recordPlatformAudit(tx, admin, { action: 'tenant:created', tenantId, detail: { slug } }),
  )
  return ok({ tenantId })
}
