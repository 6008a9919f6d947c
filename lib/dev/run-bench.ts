import { parseArgs } from 'node:util'
import pg from 'pg'
import { benchHttp, benchRoundTrips, cookieOf } from './bench/http'
import { benchImport } from './bench/import-register'
import { type Figure, printFigures } from './bench/measure'
import { benchOverview } from './bench/overview'
import { benchPageScript } from './bench/page-script'
import { benchRating } from './bench/rating'
import { benchRowSecurity, type Measured } from './bench/row-security'
import { benchSignUp } from './bench/sign-up'
import { benchTransactions } from './bench/transactions'
import { benchWebhooks } from './bench/webhooks'
import { databaseUrls, withDatabase } from './database-urls'
import { openDatabase } from './open-database'
import { scaleDatabase } from './seed-scale'
import { Services } from './services'
import { startStack } from './start-stack'

/** The measured tenants: the largest, and one of about the median size; each by the session of its admin. */
async function pickTenants(
  admin: pg.Client,
): Promise<{ largest: Measured & { slug: string }; small: Measured }> {
  const { rows } = await admin.query<Measured & { slug: string }>(`
    select t.id as "tenantId", t.slug, s.id as "sessionId", h.count::int as homeowners
    from platform.tenants t join app.sessions s on s.tenant_id = t.id join app.users u on u.tenant_id = t.id and u.id = s.user_id and u.role = 'admin'
    join (select tenant_id, count(*) from app.homeowners group by 1) h on h.tenant_id = t.id
    where t.slug like 'scale-%' order by h.count desc`)
  const [largest, small] = [rows[0], rows[Math.floor(rows.length / 2)]]
  if (!largest || !small) throw new Error('the scale database is empty: run `npm run seed:scale` first')
  return { largest, small }
}

/** A homeowner of the largest tenant who can sign in, for the portal's page. */
async function portalVisitor(admin: pg.Client, tenantId: string): Promise<Measured> {
  await admin.query("select set_config('app.current_tenant', $1, false)", [tenantId])
  const { rows } = await admin.query<{ sessionId: string }>(
    `
    with person as (insert into app.users (tenant_id, email, name, role) values ($1, 'bench@scale.example', 'Bench', 'homeowner')
        on conflict (tenant_id, email) do update set name = excluded.name returning id),
      linked as (update app.homeowners h set user_id = person.id from person where h.tenant_id = $1
        and h.id = (select id from app.homeowners where tenant_id = $1 order by name_sort, id limit 1))
    insert into app.sessions (tenant_id, user_id, method, expires_at)
      select $1, id, 'password', now() + interval '1 day' from person returning id as "sessionId"`,
    [tenantId],
  )
  return { tenantId, sessionId: rows[0]?.sessionId ?? '', homeowners: 1 }
}

/** What a part that broke is shown as; the others are still told. */
function broken(letter: string, error: Error): Figure {
  return { what: `(${letter}) broke: ${error.message}`, p50: '', p99: '', bound: 'ends', held: false }
}

async function bench(services: Services): Promise<Figure[]> {
  const server = await openDatabase(() => undefined)
  services.add({ name: 'PostgreSQL', stop: server.stop })
  const urls = databaseUrls(withDatabase(server.adminUrl, scaleDatabase))
  const admin = new pg.Client({ connectionString: urls.adminUrl })
  await admin.connect()
  await admin.query(`alter database ${scaleDatabase} set track_functions = 'pl'`)
  const { largest, small } = await pickTenants(admin)
  const visitor = await portalVisitor(admin, largest.tenantId)
  await admin.end()

  process.env.PORTICO_BENCH = '1'
  const log = () => () => undefined
  const stack = await startStack(services, {
    mode: 'demo',
    port: 0,
    vendorPort: 0,
    rootDomain: 'localhost',
    database: urls,
    log,
  })
  Object.assign(process.env, stack.environment)
  const port = Number(new URL(stack.publicOrigin).port)
  const parts: Record<string, () => Promise<Figure[]>> = {
    a: async () => [
      ...(await benchRowSecurity(urls.adminUrl, urls.appUrl, small)),
      ...(await benchRowSecurity(urls.adminUrl, urls.appUrl, largest)),
    ],
    b: () => benchTransactions(small),
    c: () => benchHttp(port, largest.slug, largest),
    d: async () => [await benchRoundTrips(urls.adminUrl, port, largest.slug, largest)],
    e: () => benchImport(urls.adminUrl),
    f: async () => [await benchPageScript(port, largest.slug, await cookieOf(visitor))],
    g: () => benchRating(urls.adminUrl),
    h: async () => [await benchSignUp(port)],
    i: async () => [await benchOverview(urls.adminUrl, port)],
    j: () => benchWebhooks(urls.adminUrl, port, stack.environment.STRIPE_BASE_URL ?? ''),
  }
  const figures: Figure[] = []
  for (const [letter, measure] of Object.entries(parts)) {
    if (only && !only.includes(letter)) continue
    figures.push(...(await measure().catch(error => [broken(letter, error)])))
  }
  return figures
}

// `--only ac` measures (a) and (c) alone.
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values

const services = new Services()
try {
  const figures = await bench(services)
  process.exitCode = printFigures(figures) ? 0 : 1
} finally {
  await services.stop()
}
process.exit()
