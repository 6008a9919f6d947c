import { runInTenant } from '@/lib/action/run-in-tenant'
import { readOpened } from '@/lib/auth/actor'
import type { AdminRole } from '@/lib/auth/admin-actor'
import { beginVisit } from '@/lib/auth/begin-visit'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { enterSupport } from '@/lib/support-access/enter-support'
import { grantSupport } from '@/lib/support-access/grant-support'
import { makeAdmin } from './make-admin'
import { type MadeTenant, makeTenant } from './make-tenant'
import { type MadeUser, makeUser } from './make-user'

const device = { address: 'direct', userAgent: 'a test' }

/** Makes a company with an admin, for tests. */
export async function makeCompany() {
  const tenant = await makeTenant()
  return { tenant, admin: await makeUser(tenant) }
}

/** Lets support into a company, for tests. */
export async function give(by: MadeUser, hours = 4): Promise<string> {
  const granted = await runInTenant(by.context, tx =>
    grantSupport(tx, by.actor, { purpose: 'Look at the import', hours }),
  )
  if (!granted.ok) throw new Error(granted.message)
  return granted.value.id
}

/** Has a new platform admin enter a company, for tests. */
export async function enter(tenant: MadeTenant, role: AdminRole = 'support') {
  const admin = await makeAdmin({ role })
  return { admin, entered: await asPlatform(tx => enterSupport(tx, admin, { tenantId: tenant.id })) }
}

/** Follows the link that entering made, for tests. */
export function arrive(tenant: MadeTenant, url: string) {
  return beginVisit(
    { ...tenant, name: 'Company', status: 'active', domain: null },
    { token: url.split('/').at(-1) ?? '' },
    device,
  )
}

/** Makes a guest of a company that lets support in, for tests; `context` opens transactions as the guest. */
export async function visit(tenant: MadeTenant) {
  const { admin, entered } = await enter(tenant)
  if (!entered.ok) throw new Error(entered.message)
  const begun = await arrive(tenant, entered.value.url)
  if (!begun.ok) throw new Error(begun.message)
  return { admin, context: { tenantId: tenant.id, sessionId: begun.value.sessionId } }
}

export type GuestContext = Awaited<ReturnType<typeof visit>>['context']
/** Says who is there when a request opens with a guest's session, for tests. */
export function look(context: GuestContext) {
  return inTenant(context, async (_, answer) => readOpened(context.tenantId, answer))
}
