import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { World } from './build-world'

type Role = 'portico_platform' | 'portico_app'

/** Asks one question as another role; the administrator's own rights come back after it. */
async function asRole(admin: pg.ClientBase, role: Role, sql: string, values: unknown[]) {
  await admin.query(`set local role ${role}`)
  const { rows } = await admin.query(sql, values)
  await admin.query('reset role')
  return rows[0]?.x
}

/** Enters tenant A as one of the platform's people, and says what the platform was told and what came of it. */
async function enter(admin: pg.ClientBase, world: World) {
  const tenant = world.tenantId('a')
  const person = randomUUID()
  await admin.query(
    `insert into platform.admins (id, email, name, role, password_hash) values ($1, $2, 'Sam', 'support', 'none')`,
    [person, `${person}@proof.example`],
  )
  const standing = await asRole(
    admin,
    'portico_platform',
    'select count(*)::int as x from app.support_standing($1)',
    [tenant],
  )
  const visit = await asRole(admin, 'portico_platform', 'select app.enter_support($1, $2, $3) as x', [
    tenant,
    person,
    person,
  ])
  return { standing, visit }
}

async function underLeave(admin: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  const { standing, visit } = await enter(admin, world)
  if (standing !== 1) faults.push('the platform is not told that it is let in')
  if (!visit) return [...faults, 'the platform cannot enter where it is let in']
  const told = await admin.query(
    `select 1 from app.audit_entries where visit_id = $1 and action = 'support:entered' and guest_name = 'Sam'`,
    [visit],
  )
  if (told.rowCount !== 1) faults.push('entering is not in the company’s own log')
  await admin.query(
    `update app.support_visits set handed_over_at = now(), last_seen_at = now() - interval '30 minutes' where id = $1`,
    [visit],
  )
  const opened = await asRole(admin, 'portico_app', 'select app.open_request($1, $2) as x', [
    world.tenantId('a'),
    visit,
  ])
  if (opened?.state !== 'signed-in' || opened?.user?.id !== null) faults.push('a visit opens no request')
  const seen = await admin.query('select 1 from app.support_visits where id = $1 and last_seen_at = now()', [
    visit,
  ])
  if (seen.rowCount !== 1) faults.push('open_request does not note that a visit goes on')
  return faults
}

async function withoutLeave(admin: pg.ClientBase, world: World): Promise<string[]> {
  await admin.query(
    'update app.support_grants set revoked_at = now(), revoked_by = created_by where tenant_id = $1',
    [world.tenantId('a')],
  )
  const { standing, visit } = await enter(admin, world)
  return standing === 0 && visit === null ? [] : ['the platform enters where it is not let in']
}

/** What the platform is told of A's messages: that there are such, and nothing of whose they are or what they say. */
async function factsAlone(admin: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  const question = 'select json_agg(m) as x from app.message_facts($1, $2) m'
  const values = [world.tenantId('a'), '-infinity']
  const told: Record<string, unknown>[] = (await asRole(admin, 'portico_platform', question, values)) ?? []
  const { rows } = await admin.query('select * from app.messages where tenant_id = $1', [world.tenantId('a')])
  const ids = (all: Record<string, unknown>[]) => all.map(({ id }) => String(id)).sort()
  if (rows.length === 0 || String(ids(told)) !== String(ids(rows)))
    faults.push('the platform is not told of the messages of one company')
  const columns = 'attempts,channel,code,created_at,id,sent_at,status,template,updated_at'
  for (const message of told)
    if (String(Object.keys(message).sort()) !== columns)
      faults.push(`of a message is told: ${Object.keys(message)}`)
  const text = JSON.stringify(told)
  for (const { recipient, subject, error } of rows)
    for (const word of [recipient, subject, error])
      if (!word || text.includes(word)) faults.push(`the platform is told ${word || 'of an empty sample'}`)
  await admin.query('savepoint tried')
  const another = await asRole(admin, 'portico_app', question, values).then(
    () => 'portico_app is told facts of messages',
    () => null,
  )
  await admin.query('rollback to savepoint tried')
  return another ? [...faults, another] : faults
}

/**
 * Enters a company the one way there is, with leave and without, as portico_platform, asks how its messages fared, and
 * lists what went otherwise than it must.
 * @param admin the database's administrator, who takes on the roles in turn
 */
export async function findPlatformFaults(admin: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const look of [underLeave, withoutLeave, factsAlone]) {
    await admin.query('begin')
    try {
      faults.push(...(await look(admin, world)))
    } finally {
      await admin.query('rollback')
    }
  }
  return faults
}
