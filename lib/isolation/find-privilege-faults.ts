import type pg from 'pg'
import { insertRow, type World } from './build-world'
import { attempt, lookAs } from './look-as'
import { atTheDoor, onPeople, onRights, sideDoors, type Try } from './privilege-tries'

type Outcome = Awaited<ReturnType<typeof attempt>>

const denied = (outcome: Outcome) => ('rows' in outcome ? outcome.rows === 0 : outcome.state === '42501')

async function judge(app: pg.ClientBase, who: string, tries: Try[]): Promise<string[]> {
  const faults: string[] = []
  for (const [what, allowed, run] of tries) {
    const outcome = await attempt(app, run)
    if (denied(outcome) === allowed)
      faults.push(`${who} ${allowed ? 'cannot' : 'can'} ${what} (${JSON.stringify(outcome)})`)
  }
  return faults
}

function byGrant(app: pg.ClientBase, world: World): Try[] {
  const admin = world.id('a', 'users', 'admin')
  const add = (role: string) => () =>
    insertRow(app, 'users', { email: `granted-${role}@example.com`, name: 'New', role })
  const denial = { user_id: admin, permission: 'audit:read', effect: 'deny' }
  return [
    ['add a manager', true, add('manager')],
    ['add an admin', false, add('admin')],
    [
      'suspend an admin',
      false,
      () => app.query(`update app.users set suspended_at = now() where id = $1`, [admin]),
    ],
    [
      'sign an admin out',
      false,
      () => app.query(`update app.sessions set revoked_at = now() where user_id = $1`, [admin]),
    ],
    ['deny an admin something', false, () => insertRow(app, 'user_permissions', denial)],
  ]
}

/** A manager who was granted what admins have decides about colleagues, never about admins; a denial ends it. */
async function asGrantedManager(app: pg.ClientBase, world: World): Promise<string[]> {
  const person = world.id('a', 'users', 'limited')
  const open = [
    'select app.open_request($1, $2)',
    [world.tenantId('a'), world.id('a', 'sessions', 'limited')],
  ] as const
  const context = async (effect: string) => {
    await app.query('select app.open_system($1)', [world.tenantId('a')])
    await app.query(`update app.users set role = 'manager', scope = 'all' where id = $1`, [person])
    await app.query('delete from app.user_permissions where user_id = $1', [person])
    await insertRow(app, 'user_permissions', { user_id: person, permission: 'user:permit', effect })
    await app.query(open[0], [...open[1]])
  }
  return lookAs(app, world, 'system', 'a', async () => {
    await context('grant')
    const faults = await judge(app, 'a granted manager', byGrant(app, world))
    await context('deny')
    const none = byGrant(app, world).map(([what, , run]): Try => [what, false, run])
    const limits = () =>
      app.query('select from app.user_associations where user_id = $1', [world.id('a', 'users', 'other')])
    none.push(['see whom others are limited to', true, limits])
    return [...faults, ...(await judge(app, 'a manager without a grant', none))]
  })
}

/** A guest works with the company's records and touches nothing of what is about people's access, bills or keys. */
async function asGuest(app: pg.ClientBase, world: World): Promise<string[]> {
  const forbidden = [onPeople, onRights, atTheDoor]
    .flatMap(of => of(app, world, 'admin'))
    .map(([what, , run]): Try => [what, false, run])
  const home = world.id('a', 'homeowners', 'other')
  const link = (user: string | null) => () =>
    app.query('update app.homeowners set user_id = $1 where id = $2', [user, home])
  return lookAs(app, world, 'guest', 'a', () =>
    judge(app, 'a guest', [
      ...forbidden,
      ['take a homeowner’s sign-in away', false, link(null)],
      ['show a home to another sign-in', false, link(world.id('a', 'users', 'limited'))],
      ['change the branding', false, () => app.query(`update app.tenants set accent = '#000000'`)],
      ['rename a unit', true, () => app.query(`update app.units set label = label`)],
    ]),
  )
}

/**
 * Tries, below every rule of the code, to gain access or to give it: with an admin's context, that of a limited member
 * of staff, and that of somebody with grants of their own.
 */
export async function findPrivilegeFaults(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const audience of ['admin', 'limited'] as const) {
    const tries = [onPeople, onRights, atTheDoor, sideDoors].flatMap(of => of(app, world, audience))
    faults.push(...(await lookAs(app, world, audience, 'a', () => judge(app, audience, tries))))
  }
  return [...faults, ...(await asGrantedManager(app, world)), ...(await asGuest(app, world))]
}
