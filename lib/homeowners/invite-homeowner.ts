import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { invitePerson } from '@/lib/people/invite-person'
import { nameHomes } from './name-homes'
import { portalStatusOf } from './rules'

type Invitable = {
  id: string
  name: string
  email: string | null
  phone: string | null
  userId: string | null
}
type Invited = { homeownerId: string; outcome: 'sent' | 'linked' }

const accessFacts = {
  id: true,
  role: true,
  suspendedAt: true,
  emailVerifiedAt: true,
  passwordHash: true,
} as const

const inUse = () => refuse('email_in_use', { fields: { email: 'Somebody else signs in with this address.' } })

/**
 * An invitation not taken up yet follows the homeowner's address when that was corrected.
 * @returns refusal 'already_invited' or 'email_in_use', or null: an invitation may go out
 */
async function prepareLinked(tx: TenantTx, userId: string, email: string) {
  const user = await tx.user.findFirst({ where: { id: userId }, select: { ...accessFacts, email: true } })
  if (!user || portalStatusOf(user) !== 'invited') return refuse('already_invited')
  if (user.email === email) return null
  if (await tx.user.findFirst({ where: { email }, select: { id: true } })) return inUse()
  await tx.user.updateMany({ where: { id: userId }, data: { email } })
  return null
}

/** Links a sign-in that already exists for the address, such as one of a record added twice. */
async function linkExisting(tx: TenantTx, homeowner: Invitable, email: string) {
  const user = await tx.user.findFirst({
    where: { email },
    select: { ...accessFacts, homeowner: { select: { id: true } } },
  })
  if (!user) return null
  if (user.role !== 'homeowner' || user.homeowner) return inUse()
  await tx.homeowner.updateMany({ where: { id: homeowner.id }, data: { userId: user.id } })
  return portalStatusOf(user) === 'invited' ? null : user
}

/**
 * Invites a homeowner to the portal by email, or again while they have not taken it up; their sign-in is linked to
 * the record.
 * @returns 'linked' when somebody with this address could already sign in; refusal 'not_found', 'archived',
 * 'no_email', 'already_invited', or 'email_in_use' when the address signs somebody else in
 */
export async function inviteHomeowner(
  tx: TenantTx,
  actor: Actor,
  { homeownerId }: { homeownerId: string },
): Promise<Result<Invited>> {
  const homeowner = await tx.homeowner.findFirst({ where: { id: homeownerId } })
  if (!homeowner) return refuse('not_found')
  if (homeowner.status === 'archived') return refuse('archived')
  const { email, name } = homeowner
  if (!email) return refuse('no_email')
  if (homeowner.userId) {
    const refusal = await prepareLinked(tx, homeowner.userId, email)
    if (refusal) return refusal
  } else {
    const existing = await linkExisting(tx, homeowner, email)
    if (existing && 'ok' in existing) return existing
    if (existing) return told(tx, actor, homeowner, 'linked')
  }
  const person = { email, name: name.slice(0, 120), role: 'homeowner' as const }
  const [phone, homes] = [homeowner.phone ?? undefined, await nameHomes(tx, homeownerId)]
  const invited = await invitePerson(tx, actor, { ...person, phone, homes })
  if (!invited.ok) return invited
  await tx.homeowner.updateMany({ where: { id: homeownerId }, data: { userId: invited.value.userId } })
  return told(tx, actor, homeowner, 'sent')
}

async function told(tx: TenantTx, actor: Actor, homeowner: Invitable, outcome: Invited['outcome']) {
  await recordAudit(tx, actor, {
    action: outcome === 'sent' ? 'homeowner:invited' : 'homeowner:linked',
    subjectType: 'homeowner',
    subjectId: homeowner.id,
    subjectLabel: homeowner.name,
    after: { email: homeowner.email },
  })
  return ok({ homeownerId: homeowner.id, outcome })
}
