import { ok, type Result, refuse } from '@/lib/action/result'
import { runInTenant } from '@/lib/action/run-in-tenant'
import type { SystemActor } from '@/lib/auth/actor'
import type { ApiActor } from '@/lib/auth/read-api-token'
import { asPlatform } from '@/lib/db/as-platform'
import { invitePerson } from '@/lib/people/invite-person'
import { describeOrganization, findOrganization } from './read-organization'

/**
 * Invites a company's first admin by mail, in one transaction with the entries in both logs. A company whose admin has signed in invites its people itself.
 * @returns refusal 'not_found', 'wrong_state' when the company is not open or has an admin, or one of `invitePerson`
 */
export async function inviteAdmin(
  api: ApiActor,
  id: string,
  { email, name }: { email: string; name: string },
): Promise<Result<{ email: string; name: string; role: 'admin' }>> {
  const row = await asPlatform(tx => findOrganization(tx, id))
  if (!row) return refuse('not_found')
  const { tenantId, status } = describeOrganization(row)
  if (status !== 'active') return refuse('wrong_state', { params: { why: 'the company is not open' } })
  const actor: SystemActor = { kind: 'system', tenantId, purpose: 'api' }
  const invited = await runInTenant({ tenantId, system: actor.purpose }, async tx => {
    await tx.$queryRaw`select 1 from app.tenants for update`
    // Whoever signed the company up has a password before their address is proved.
    const taken = [{ emailVerifiedAt: { not: null } }, { passwordHash: { not: null } }]
    const founded = await tx.user.count({ where: { role: 'admin', OR: taken } })
    if (founded > 0)
      return refuse('wrong_state', {
        params: { why: 'the company has an admin, who invites its people from now on' },
      })
    const invited = await invitePerson(tx, actor, { email, name, role: 'admin' })
    if (invited.ok)
      await tx.$queryRaw`select app.note_admin_invited(${api.apiTokenId}::uuid, ${api.adminId}::uuid)::text`
    return invited
  })
  return invited.ok ? ok({ email, name, role: 'admin' }) : invited
}
