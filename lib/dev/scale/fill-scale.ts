import type pg from 'pg'
import { historySteps } from './history'

const firstNames =
  'Ada Ben Cleo Dan Eva Finn Gia Hugo Ines Jon Kim Leo Mia Noa Ole Pia Quin Rosa Sam Tia Uma Vic Wes Xia Yan Zoe'
const lastNames =
  'Abbott Baker Castro Diaz Ellis Flores Garcia Hughes Irwin Jensen Keller Lopez Martin Nguyen Ortiz Perez Quinn Reyes Silva Torres Ueda Vargas Weiss Xu Young Zamora'

/** One row a unit with the ids of everything around it, then each table filled from it in one statement. */
const steps: [what: string, sql: string][] = [
  [
    'tenants',
    `insert into platform.tenants (id, slug, name, kind, status)
       select id, 'scale-' || rank, 'Scale ' || rank, 'associations', 'active' from sizes;
     insert into app.tenants (tenant_id, name, kind) select id, 'Scale ' || rank, 'associations' from sizes;
     insert into app.users (tenant_id, id, email, name, role)
       select id, admin_id, 'admin@scale-' || rank || '.example', 'Scale Admin', 'admin' from sizes;
     insert into app.sessions (tenant_id, id, user_id, method, expires_at)
       select id, session_id, admin_id, 'password', now() + interval '365 days' from sizes`,
  ],
  [
    // 55 units an association on average, as in the register; a fifth of the associations hold most units.
    'plan',
    `create temp table plan as
       select s.id as tenant_id, s.rank, n, app.new_id() as unit_id, app.new_id() as homeowner_id,
         floor(power(((n * 2654435761) % 4294967296)::float8 / 4294967296, 2) * ceil(s.size / 55.0))::int as building
       from sizes s, generate_series(1, s.size) n;
     create temp table buildings as
       select tenant_id, rank, building, count(*)::int as units, app.new_id() as id from plan group by 1, 2, 3;
     create index on buildings (tenant_id, building); analyze plan; analyze buildings`,
  ],
  [
    'associations',
    `insert into app.associations (tenant_id, id, name, external_key, city, county, region, unit_count, jurisdiction)
       select tenant_id, id, 'Residences ' || rank || '-' || building, 'scale:' || rank || '-' || building,
         (array['Miami', 'Naples', 'Tampa', 'Stuart', 'Boca Raton'])[1 + building % 5],
         (array['Miami-Dade', 'Collier', 'Hillsborough', 'Martin', 'Palm Beach'])[1 + building % 5], 'FL', units, 'US-FL'
       from buildings`,
  ],
  [
    'units',
    `insert into app.units (tenant_id, id, association_id, label, label_sort, association_sort)
       select p.tenant_id, p.unit_id, b.id, p.n::text, lpad(p.n::text, 8, '0'), a.name_sort
       from plan p join buildings b on b.tenant_id = p.tenant_id and b.building = p.building
         join app.associations a on a.tenant_id = b.tenant_id and a.id = b.id`,
  ],
  [
    'homeowners',
    `insert into app.homeowners (tenant_id, id, name, email)
       select tenant_id, homeowner_id, f[1 + n % 26] || ' ' || l[1 + (n / 26) % 26] || ' ' || n,
         'owner' || n || '@scale-' || rank || '.example'
       from plan, (select string_to_array('${firstNames}', ' ') as f, string_to_array('${lastNames}', ' ') as l) names`,
  ],
  [
    'ownerships',
    `insert into app.ownerships (tenant_id, unit_id, homeowner_id, starts_on)
       select tenant_id, unit_id, homeowner_id, date '2010-01-01' + (n % 5000) from plan`,
  ],
]

/**
 * Fills a migrated, empty database set by set. Needs a superuser: triggers and keys are off while it runs, and what
 * they would keep (counts, sort keys) is written along.
 * @param sizes homeowners of each tenant
 */
export async function fillScale(
  admin: pg.Client,
  sizes: number[],
  log: (line: string) => void,
): Promise<void> {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query(
    `create temp table sizes as select app.new_id() as id, app.new_id() as admin_id, gen_random_uuid() as session_id,
       rank::int, size::int from unnest($1::int[]) with ordinality as s (size, rank)`,
    [sizes],
  )
  for (const [what, sql] of [...steps, ...historySteps]) {
    const started = performance.now()
    await admin.query(sql)
    log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  await admin.query('commit')
  for (const table of ['associations', 'units', 'homeowners', 'ownerships'])
    await admin.query(`vacuum analyze app.${table}`)
  await admin.query('analyze')
}
