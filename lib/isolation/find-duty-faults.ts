import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { insertRow, type World } from './build-world'
import { attempt, lookAs } from './look-as'

const one = async (app: pg.ClientBase, sql: string, values: unknown[]) =>
  (await app.query(sql, values)).rows[0]?.x

/** Checks that the functions which run as their owner still do their duty, since a policy can blind them. */
export async function findDutyFaults(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  const session = world.id('a', 'sessions', 'own')

  await lookAs(app, world, 'admin', 'a', async () => {
    await app.query(`update app.sessions set last_seen_at = now() - interval '1 day' where id = $1`, [
      session,
    ])
    const answer = await one(app, 'select app.open_request($1, $2) as x', [world.tenantId('a'), session])
    if (answer.user?.permissions?.['account:manage'] !== 'grant')
      faults.push('open_request misses own grants')
    const seen = await one(
      app,
      'select last_seen_at > now() - interval $$1 hour$$ as x from app.sessions where id = $1',
      [session],
    )
    if (!seen) faults.push('open_request does not note that a session was used')
  })
  await lookAs(app, world, 'limited', 'a', async () => {
    const count = 'select unit_count as x from app.associations where id = $1'
    const association = world.id('a', 'associations', 'own')
    const before = await one(app, count, [association])
    await insertRow(app, 'units', world.row('a', 'units', 'own', 'counted'))
    if ((await one(app, count, [association])) !== before + 1) faults.push('units are not counted')
  })
  await lookAs(app, world, 'limited', 'a', async () => {
    await app.query('set constraints all immediate')
    const seat = (word: string) => ({ ...world.row('a', 'board_seats', 'own', word), title: 'president' })
    await insertRow(app, 'board_seats', seat('first'))
    const second = await attempt(app, () => insertRow(app, 'board_seats', seat('second')))
    if (!('state' in second) || second.state !== '23P01') faults.push('two people may hold one office')
    const half = { ...world.row('a', 'ownerships', 'own', 'half'), share_denominator: 2 }
    const shares = await attempt(app, () => insertRow(app, 'ownerships', half))
    if (!('state' in shares) || shares.state !== '23514') faults.push('shares of a unit may exceed one')
  })
  await lookAs(app, world, 'admin', 'a', async () => {
    const has = async () =>
      (await one(app, 'select app.open_request($1, null) as x', [world.tenantId('a')])).account.features
    if ((await has()).includes('api')) faults.push('open_request does not see what was switched off')
  })
  faults.push(...(await secretFaults(app, world)))
  return faults
}

/** One-time links go with what settles a message, and to the message that repeats it, whoever asks. */
async function secretFaults(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  const message = world.id('a', 'messages', 'own')
  const links = 'select count(*)::int as x from app.message_secrets where message_id = $1'
  await lookAs(app, world, 'system', 'a', async () => {
    await app.query(`update app.messages set status = 'sent' where id = $1`, [message])
    if ((await one(app, links, [message])) !== 0) faults.push('a message that was sent keeps its links')
  })
  await lookAs(app, world, 'admin', 'a', async () => {
    const held = await app.query('select 1 from app.messages where id = $1 for update', [message])
    if (held.rowCount !== 1) faults.push('staff cannot hold a message while they send it again')
  })
  for (const status of ['failed', 'uncertain'])
    await lookAs(app, world, 'system', 'a', async () => {
      await app.query(`update app.messages set status = $2 where id = $1`, [message, status])
      const again = world.row('a', 'messages', 'own', 'again')
      for (const [key, handed] of [
        ['other', false],
        [`again:${message}`, true],
      ] as const) {
        const id = randomUUID()
        const { recipient } = world.row('a', 'messages', 'own')
        await insertRow(app, 'messages', { ...again, id, key, recipient })
        await insertRow(app, 'message_secrets', { message_id: id, links: {} })
        const done = await one(app, 'select app.hand_on_secrets($1, $2) as x', [message, id])
        if (done !== handed) faults.push(`links are ${done ? '' : 'not '}handed on to ${key}`)
      }
    })
  return faults
}
