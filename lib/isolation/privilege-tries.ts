import type pg from 'pg'
import { insertRow, type World } from './build-world'
import type { Kind } from './samples'

/** Something to try, whether it should work, and how. */
export type Try = [what: string, allowed: boolean, run: () => Promise<pg.QueryResult>]

type Self = 'admin' | 'limited'
const colleagueOf = (self: Self): Kind => (self === 'limited' ? 'admin' : 'limited')

/** What somebody may make of themselves, a colleague and portal people. */
export function onPeople(app: pg.ClientBase, world: World, self: Self): Try[] {
  const decides = self === 'admin'
  const set = (kind: Kind, what: string) => () =>
    app.query(`update app.users set ${what} where id = $1`, [world.id('a', 'users', kind)])
  const add =
    (role: string, more: object = {}) =>
    () =>
      insertRow(app, 'users', { email: `new-${role}@example.com`, name: 'New', role, ...more })
  return [
    [
      'change their own role',
      false,
      set(self, `role = case role when 'admin' then 'staff' else 'admin' end`),
    ],
    ['lift their own limit', false, set(self, `scope = case scope when 'all' then 'chosen' else 'all' end`)],
    ['change their own address', false, set(self, `email = 'other@example.com'`)],
    ['change their own name', true, set(self, `name = 'Renamed'`)],
    ['set their own password', true, set(self, `password_hash = 'x'`)],
    ['set a portal person’s password', false, set('own', `password_hash = 'x'`)],
    ['prove a portal person’s address', false, set('own', 'email_verified_at = now()')],
    ['suspend a portal person', true, set('own', 'suspended_at = now()')],
    ['make a portal person an admin', decides, set('own', `role = 'admin'`)],
    ['make a portal person a manager', decides, set('own', `role = 'manager'`)],
    ['change a colleague’s role', decides, set(colleagueOf(self), `role = 'manager'`)],
    ['add a homeowner with a password', false, add('homeowner', { password_hash: 'x' })],
    ['add a homeowner', true, add('homeowner')],
    ['add a manager', decides, add('manager')],
    ['add an admin', decides, add('admin')],
  ]
}

/** What somebody may do about permissions. */
export function onRights(app: pg.ClientBase, world: World, self: Self): Try[] {
  const permit = (kind: Kind) => () =>
    insertRow(app, 'user_permissions', {
      user_id: world.id('a', 'users', kind),
      permission: 'audit:read',
      effect: 'grant',
    })
  return [
    ['permit themselves', false, permit(self)],
    ['permit a colleague', self === 'admin', permit(colleagueOf(self))],
  ]
}

/** What somebody may do about sessions and one-time links. */
export function atTheDoor(app: pg.ClientBase, world: World, self: Self): Try[] {
  const decides = self === 'admin'
  const colleague = colleagueOf(self)
  const link = (kind: Kind, purpose: string) => () =>
    insertRow(app, 'sign_in_links', {
      user_id: world.id('a', 'users', kind),
      purpose,
      token_hash: `${kind} ${purpose}`,
      expires_at: new Date(Date.now() + 60_000),
    })
  const session = (kind: Kind, what: string) => () =>
    app.query(`update app.sessions set ${what} where id = $1`, [world.id('a', 'sessions', kind)])
  return [
    ['start a session', false, () => insertRow(app, 'sessions', world.row('a', 'sessions', self, 'more'))],
    ['lengthen their session', false, session(self, `expires_at = now() + interval '10 years'`)],
    ['hand their session on', false, session(self, `user_id = '${world.id('a', 'users', 'other')}'`)],
    ['end their session', true, session(self, 'revoked_at = now()')],
    ['end a portal person’s session', true, session('own', 'revoked_at = now()')],
    ['end a colleague’s session', decides, session(colleague, 'revoked_at = now()')],
    ['link somebody in', false, link('own', 'sign-in')],
    ['invite a portal person', true, link('own', 'invitation')],
    ['invite a colleague', decides, link(colleague, 'invitation')],
  ]
}

/** Other ways to more than somebody has: another's data through a row of one's own, a logo, the log. */
export function sideDoors(app: pg.ClientBase, world: World, self: Self): Try[] {
  const limited = self === 'limited'
  const grab = (table: string) => () =>
    insertRow(app, table, {
      ...world.row('a', table, 'own', 'grab'),
      homeowner_id: world.id('a', 'homeowners', 'other'),
    })
  const forge = (user: string | null) => () =>
    insertRow(app, 'audit_entries', { ...world.row('a', 'audit_entries', 'own', 'forged'), user_id: user })
  return [
    ['draw an unseen homeowner in by an ownership', !limited, grab('ownerships')],
    ['draw an unseen homeowner in by a board seat', !limited, grab('board_seats')],
    [
      'publish an imported file as the logo',
      !limited,
      () => app.query(`update app.files set purpose = 'logo'`),
    ],
    ['change the branding', !limited, () => app.query(`update app.tenants set accent = '#000000'`)],
    ['forget who did something', false, forge(null)],
    ['say that somebody else did it', false, forge(world.id('a', 'users', 'other'))],
  ]
}
