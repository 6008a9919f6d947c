import autocannon from 'autocannon'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { demoSecrets } from '@/lib/env/demo-values'
import { type Figure, quantile } from './measure'

const views = 200

/** The Cookie header of an owner of the platform who passed the second factor. */
async function ownerCookie(adminUrl: string): Promise<string> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  const { rows } = await admin.query<{ id: string }>(`
    with person as (insert into platform.admins (email, name, role, password_hash)
        values ('bench@portico.example', 'Bench', 'owner', 'none') on conflict (email) do update set name = excluded.name returning id)
    insert into platform.admin_sessions (admin_id, expires_at, factor_passed_at)
      select id, now() + interval '1 day', now() from person returning id`)
  await admin.end()
  const token = { sid: rows[0]?.id, tid: null }
  return `portico.session=${await encode({ token, secret: demoSecrets.NEXTAUTH_SECRET })}`
}

async function look(port: number, host: string, path: string, cookie?: string) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${path}`,
    headers: { host: `${host}:${port}`, ...(cookie && { cookie }) },
    connections: 1,
    amount: views,
  })
  if (result.non2xx > 0) throw new Error(`${path} answers with ${result.non2xx} refusals`)
  return result.latency
}

/** (i) The admins' overview against an empty page, one reader at a time, in turn. */
export async function benchOverview(adminUrl: string, port: number): Promise<Figure> {
  const cookie = await ownerCookie(adminUrl)
  const rounds: { own: { p50: number; p99: number }; floor: { p50: number; p99: number } }[] = []
  for (let round = 0; round < 3; round++) {
    const floor = await look(port, 'localhost', '/bench-floor')
    rounds.push({ own: await look(port, 'admin.localhost', '/', cookie), floor })
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => quantile(rounds.map(pick), 0.5)
  return {
    what: '(i) admin overview / empty page, p99',
    p50: `${middle(r => r.own.p50)} ms`,
    p99: `${middle(r => r.own.p99)} ms`,
    ratio:
      middle(r => r.own.p99) /
      Math.max(
        1,
        middle(r => r.floor.p99),
      ),
  }
}
