import type { SystemActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { invitePerson } from '@/lib/people/invite-person'
import { type DemoCompany, type DemoPerson, emailAt } from './companies'
import type { DemoAssociation } from './read-associations'
import { joinedAt } from './write-history'

async function writePerson(
  tx: TenantTx,
  company: DemoCompany,
  person: DemoPerson,
  passwordHash: string,
  createdAt: Date,
) {
  return tx.user.create({
    data: {
      name: person.name,
      email: emailAt(person.name, company.slug),
      role: person.role,
      scope: person.limitedTo ? 'chosen' : 'all',
      passwordHash,
      createdAt,
      emailVerifiedAt: createdAt,
      suspendedAt: person.suspended ? new Date(Date.now() - 9 * 86_400_000) : null,
    },
    select: { id: true },
  })
}

/** The demo's homeowner owns the first unit of the first two associations, and presides over the first board. */
async function settleHomeowner(
  tx: TenantTx,
  person: DemoPerson,
  userId: string,
  associations: DemoAssociation[],
) {
  const homes = await tx.unit.findMany({
    where: { associationId: { in: associations.slice(0, 2).map(a => a.id) }, label: { in: ['1', '101'] } },
    select: { id: true },
  })
  const unitIds = homes.map(home => home.id)
  const [held] = await tx.ownership.findMany({ where: { unitId: { in: unitIds }, endsOn: null }, take: 1 })
  if (!held) return
  await tx.ownership.deleteMany({ where: { unitId: { in: unitIds }, endsOn: null } })
  await tx.ownership.createMany({
    data: unitIds.map(unitId => ({ unitId, homeownerId: held.homeownerId, startsOn: held.startsOn })),
  })
  const user = await tx.user.findFirstOrThrow({ where: { id: userId }, select: { email: true } })
  await tx.homeowner.updateMany({
    where: { id: held.homeownerId },
    data: { name: person.name, email: user.email, userId },
  })
  await tx.boardSeat.updateMany({
    where: { associationId: associations[0]?.id, title: 'president' },
    data: { homeownerId: held.homeownerId },
  })
}

/** Gives every so-many-th homeowner an account, as if they had accepted an invitation. */
async function openPortal(tx: TenantTx, percent: number) {
  await tx.$executeRaw`
    with chosen as (
      select id, name, email from app.homeowners h
      where email is not null and user_id is null
        and exists (select 1 from app.ownerships o where o.tenant_id = h.tenant_id and o.homeowner_id = h.id and o.ends_on is null)
        and abs(hashtext(email)) % 100 < ${percent}
    ), made as (
      insert into app.users (id, name, email, role, invited_at, email_verified_at)
      select id, left(name, 120), email, 'homeowner', asked,
        case when abs(hashtext(name)) % 4 > 0 then asked + interval '2 days' end
      from chosen, lateral (select now() - (4 + abs(hashtext(email)) / 100 % 75) * interval '1 day' as asked) a returning id, email
    )
    update app.homeowners h set user_id = made.id from made where h.tenant_id = app.current_tenant() and h.email = made.email`
}

/** Writes a company's people: its team, its demo homeowner, portal accounts, and invitations still unanswered. */
export async function writePeople(
  tx: TenantTx,
  actor: SystemActor,
  company: DemoCompany,
  associations: DemoAssociation[],
  passwordHash: string,
): Promise<void> {
  for (const [index, person] of company.people.entries()) {
    const { id: userId } = await writePerson(tx, company, person, passwordHash, joinedAt(index))
    const limits = associations.slice(0, person.limitedTo ?? 0)
    await tx.userAssociation.createMany({ data: limits.map(a => ({ userId, associationId: a.id })) })
    if (person.role === 'homeowner') await settleHomeowner(tx, person, userId, associations)
  }
  await openPortal(tx, company.onPortal)
  for (const { name, role } of company.invited)
    await invitePerson(tx, actor, { name, role, email: emailAt(name, company.slug) })
}
