import autocannon from 'autocannon'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { demoSecrets } from '@/lib/env/demo-values'
import { type Figure, quantile } from './measure'
import type { Measured } from './row-security'

type Target = { what: string; host: string; path: string; cookie?: string }
type Load = { perSecond: number; p50: number; p99: number }

/** The Cookie header of a session of the measured tenant. */
export async function cookieOf(tenant: Measured): Promise<string> {
  const token = { sid: tenant.sessionId, tid: tenant.tenantId }
  return `portico.session=${await encode({ token, secret: demoSecrets.NEXTAUTH_SECRET })}`
}

async function load(port: number, target: Target, connections: number, seconds: number): Promise<Load> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${target.path}`,
    headers: { host: `${target.host}:${port}`, ...(target.cookie && { cookie: target.cookie }) },
    connections,
    duration: seconds,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target.what}: ${result.non2xx} refusals, ${result.errors} errors`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

async function against(port: number, target: Target, floor: Target, atLeast: number): Promise<Figure> {
  const runs: { own: Load; floor: Load }[] = []
  await load(port, target, 10, 2)
  await load(port, floor, 10, 2)
  for (let round = 0; round < 3; round++) {
    runs.push({ own: await load(port, target, 20, 5), floor: await load(port, floor, 20, 5) })
  }
  const middle = (pick: (run: (typeof runs)[number]) => number) => quantile(runs.map(pick), 0.5)
  const ratio = middle(r => r.own.perSecond) / middle(r => r.floor.perSecond)
  return {
    what: `(c) ${target.what} / ${floor.what}, throughput`,
    p50: `${middle(r => r.own.p50)} ms`,
    p99: `${middle(r => r.own.p99)} ms`,
    ratio,
    bound: `≥ ${atLeast}×`,
    held: ratio >= atLeast,
  }
}

/** (c) A signed-in page and route against an empty page and route of the same server; the route at 100 connections. */
export async function benchHttp(port: number, slug: string, tenant: Measured): Promise<Figure[]> {
  const cookie = await cookieOf(tenant)
  const host = `${slug}.localhost`
  const page = { what: 'units page', host, path: '/manage/units', cookie }
  const route = { what: 'units route', host, path: '/api/v1/units', cookie }
  const emptyPage = { what: 'empty page', host: 'localhost', path: '/bench-floor' }
  const emptyRoute = { what: 'empty route', host: 'localhost', path: '/api/bench-floor' }
  const figures = [await against(port, page, emptyPage, 0.5), await against(port, route, emptyRoute, 0.6)]
  const alone = await load(port, emptyRoute, 100, 8)
  const crowd = await load(port, route, 100, 8)
  const line = (what: string, { p50, p99 }: Load) => ({ what, p50: `${p50} ms`, p99: `${p99} ms` })
  return [
    ...figures,
    line('(c) empty route at 100 connections', alone),
    {
      ...line('(c) units route at 100 connections', crowd),
      bound: 'p99 < 200 ms',
      held: crowd.p99 < 200,
    },
  ]
}

/** (d) Transactions that one view of the units page costs: how often the function that opens one was called. */
export async function benchRoundTrips(
  adminUrl: string,
  port: number,
  slug: string,
  tenant: Measured,
): Promise<Figure> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  const opened = async () => {
    // A server process reports what it counted once it has been idle for ten seconds.
    await new Promise(resolve => setTimeout(resolve, 11_000))
    const { rows } = await admin.query<{ calls: string }>(
      `select calls from pg_stat_user_functions where schemaname = 'app' and funcname = 'open_request'`,
    )
    return Number(rows[0]?.calls ?? 0)
  }
  try {
    const before = await opened()
    const views = 100
    await autocannon({
      url: `http://127.0.0.1:${port}/manage/units`,
      headers: { host: `${slug}.localhost:${port}`, cookie: await cookieOf(tenant) },
      connections: 1,
      amount: views,
    })
    const each = ((await opened()) - before) / views
    const held = Math.abs(each - 1) < 0.05
    return { what: '(d) tenant transactions a page', p50: each.toFixed(2), p99: '', bound: '1', held }
  } finally {
    await admin.end()
  }
}
