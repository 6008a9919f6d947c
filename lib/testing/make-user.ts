import { asMember, type Member, readOpened } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/permissions'
import { inTenant } from '@/lib/db/in-tenant'
import type { MadeTenant } from './make-tenant'

export type MadeUser = { actor: Member; context: { tenantId: MadeTenant['id']; sessionId: string } }

let made = 0

/** Makes a person of a tenant with a live session, for tests; `context` opens transactions as that person. */
export async function makeUser(
  tenant: MadeTenant,
  given: { role?: Role; email?: string; name?: string; scope?: 'all' | 'chosen' } = {},
): Promise<MadeUser> {
  made += 1
  const {
    role = 'admin',
    email = `person-${made}@example.test`,
    name = `Person ${made}`,
    scope = 'all',
  } = given
  const expiresAt = new Date(Date.now() + 3_600_000)
  const sessionId = await inTenant({ tenantId: tenant.id, system: 'test' }, async tx => {
    const user = await tx.user.create({ data: { role, email, name, scope }, select: { id: true } })
    const session = await tx.session.create({
      data: { userId: user.id, method: 'password', expiresAt },
      select: { id: true },
    })
    return session.id
  })
  const context = { tenantId: tenant.id, sessionId }
  const { actor } = await inTenant(context, async (_, answer) => readOpened(tenant.id, answer))
  if (!actor) throw new Error('the made session does not open')
  return { actor: asMember(actor), context }
}
