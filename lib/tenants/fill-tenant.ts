import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { SystemActor } from '@/lib/auth/actor'
import { createSignInLink } from '@/lib/auth/create-sign-in-link'
import type { TenantTx } from '@/lib/db/in-tenant'
import { chooseFeature } from '@/lib/features/choose-feature'
import { queueMessage } from '@/lib/messaging/queue-message'
import { invitePerson } from '@/lib/people/invite-person'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import type { NewCompany } from './provision-company'
import type { ProvisioningRun } from './provisioning-run'

/** Minutes for which the link that leads from the apex into the new back office is good. */
const handOverMinutes = 2

async function writeSettings(tx: TenantTx, actor: SystemActor, input: NewCompany): Promise<Result> {
  const { name, brandName = name, slug, kind, accent, zone, admin } = input
  const supportEmail = admin?.email ?? null
  await tx.tenant.createMany({ data: [{ name: brandName, kind, accent, zone, supportEmail }] })
  await recordAudit(tx, actor, {
    action: 'tenant:created',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    subjectLabel: brandName,
    after: { slug, kind, ...(admin && { admin: admin.email }) },
  })
  for (const choice of input.features ?? []) {
    const chosen = await chooseFeature(tx, actor, choice)
    if (!chosen.ok) return chosen
  }
  return ok()
}

async function addFounder(
  tx: TenantTx,
  founder: { name: string; email: string; passwordHash: string },
): Promise<string> {
  const user = await tx.user.create({ data: { ...founder, role: 'admin' }, select: { id: true } })
  return user.id
}

async function welcome(tx: TenantTx, slug: string, founder: { id: string; name: string; email: string }) {
  await queueMessage(tx, {
    template: 'welcome',
    data: { name: founder.name, signInUrl: tenantUrl(slug, '/sign-in') },
    to: { email: founder.email },
    userId: founder.id,
    key: 'welcome',
  })
  return createSignInLink(tx, {
    userId: founder.id,
    purpose: 'sign-in',
    expiresInMinutes: handOverMinutes,
  })
}

/**
 * Fills a new tenant: its profile, its first admin and the mail that welcomes them. Whoever signs up is an admin with
 * a password; whoever a platform admin names is invited; a company made through the API may have nobody yet.
 * @returns the token of the link that signs whoever signed up in, or null
 */
export async function fillTenant(
  tx: TenantTx,
  actor: SystemActor,
  run: ProvisioningRun,
  input: NewCompany,
): Promise<Result<{ token: string | null }>> {
  const { admin, slug } = input
  const settled = await run.step('settings', () => writeSettings(tx, actor, input))
  if (!settled.ok) return settled
  if (admin?.passwordHash) {
    const founder = { name: admin.name, email: admin.email, passwordHash: admin.passwordHash }
    const id = await run.step('admin', () => addFounder(tx, founder))
    return ok(await run.step('welcome', () => welcome(tx, slug, { ...founder, id })))
  }
  if (!admin) await run.skip('admin')
  else {
    const invitation = { name: admin.name, email: admin.email, role: 'admin' as const }
    const invited = await run.step('admin', () => invitePerson(tx, actor, invitation))
    if (!invited.ok) return invited
  }
  // The invitation is the welcome.
  await run.skip('welcome')
  return ok({ token: null })
}
