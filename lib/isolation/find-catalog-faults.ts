import type pg from 'pg'
import { definers, looseReferences } from './exceptions'

/** Each query lists what breaks a rule; an empty answer is what we want. */
const rules: Record<string, string> = {
  'has no tenant_id uuid not null': `
    select c.relname as what from tables c where not exists (select 1 from pg_attribute a where a.attrelid = c.oid
      and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
  'does not default tenant_id to the context': `
    select c.relname as what from tables c where not exists (select 1 from pg_attribute a join pg_attrdef d
      on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attname = 'tenant_id'
      and pg_get_expr(d.adbin, d.adrelid) = 'app.current_tenant()')`,
  'has a key not led by tenant_id': `
    select c.relname || '.' || k.conname as what from tables c join pg_constraint k on k.conrelid = c.oid
      where k.contype in ('p', 'u', 'f') and (select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]) <> 'tenant_id'`,
  'has a foreign key whose tenants need not match': `
    select c.relname || '.' || k.conname as what from tables c join pg_constraint k on k.conrelid = c.oid
      where k.contype = 'f' and (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) <> 'tenant_id'`,
  'has a unique index not led by tenant_id': `
    select i.indexrelid::regclass::text as what from tables c join pg_index i on i.indrelid = c.oid
      where i.indisunique and (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) is distinct from 'tenant_id'`,
  'does not enable row security': `select relname as what from tables where not relrowsecurity`,
  'does not force row security': `select relname as what from tables where not relforcerowsecurity`,
  'has no restrictive tenant policy with check for everybody': `
    select c.relname as what from tables c where not exists (select 1 from pg_policy p where p.polrelid = c.oid
      and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
      and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
      and pg_get_expr(p.polqual, p.polrelid) like '(tenant_id = ( SELECT app.current_tenant() AS current_tenant))')`,
  'is granted to PUBLIC': `
    select c.relname as what from all_relations c, aclexplode(c.relacl) g where g.grantee = 0`,
  'lets portico_app truncate, trigger, reference or maintain': `
    select c.relname || ' ' || g.privilege_type as what from all_relations c, aclexplode(c.relacl) g
      where g.grantee = 'portico_app'::regrole and g.privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN')`,
  'is owned by a role that serves requests': `
    select c.relname as what from all_relations c where c.relowner in ('portico_app'::regrole, 'portico_platform'::regrole)`,
  'is granted to portico_platform': `
    select c.relname as what from all_relations c, aclexplode(c.relacl) g
      where g.grantee = 'portico_platform'::regrole and c.relnamespace = 'app'::regnamespace`,
  'of platform is granted to portico_app': `
    select c.relname as what from pg_class c, aclexplode(c.relacl) g
      where g.grantee = 'portico_app'::regrole and c.relnamespace in ('platform'::regnamespace, 'jobs'::regnamespace)`,
  'has an enum or numeric column': `
    select c.relname || '.' || a.attname as what from tables c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped join pg_type t on t.oid = a.atttypid where t.typtype = 'e' or t.typname in ('numeric', 'float4', 'float8')`,
  'is a view that runs as its owner': `
    select relname as what from all_relations where relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any(reloptions), false)`,
  'is a function anybody may execute': `
    select p.proname as what from pg_proc p where p.pronamespace = 'app'::regnamespace
      and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) g where g.grantee = 0))`,
  'is a definer without a pinned search path': `
    select p.proname as what from pg_proc p where p.pronamespace in ('app'::regnamespace, 'platform'::regnamespace)
      and p.prosecdef and not exists (select 1 from unnest(p.proconfig) x where x like 'search_path=%')`,
}

/**
 * What would let a role that serves requests have code of its own run in somebody else's name: things it owns, schemas it
 * may create in, tables it may hang triggers on. Tenants' transactions write to tables of `platform` and `jobs` too.
 */
const plantings = `
  with own as (select oid as schema from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
    roles as (select oid as role from pg_roles where rolname in ('portico_app', 'portico_platform'))
  select r.role::regrole || ' owns ' || c.oid::regclass as fault
    from own o join pg_class c on c.relnamespace = o.schema join roles r on r.role = c.relowner where c.relkind <> 'i'
  union all select r.role::regrole || ' owns ' || p.oid::regprocedure
    from own o join pg_proc p on p.pronamespace = o.schema join roles r on r.role = p.proowner
  union all select r.role::regrole || ' may create in ' || o.schema::regnamespace
    from own o, roles r where has_schema_privilege(r.role, o.schema, 'create')
  union all select r.role::regrole || ' may hang triggers on ' || c.oid::regclass
    from own o join pg_class c on c.relnamespace = o.schema, roles r
    where c.relkind in ('r', 'p', 'v') and has_table_privilege(r.role, c.oid, 'trigger')`

const scope = `with all_relations as (select * from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')),
  tables as (select * from all_relations where relkind in ('r', 'p'))`

/** Reads every rule of DESIGN's tenancy kernel that a catalog can show, and lists what breaks one. */
export async function findCatalogFaults(client: pg.ClientBase): Promise<string[]> {
  const faults: string[] = []
  for (const [rule, sql] of Object.entries(rules)) {
    const { rows } = await client.query<{ what: string }>(`${scope} ${sql}`)
    faults.push(...rows.map(row => `app.${row.what} ${rule}`))
  }
  return [
    ...faults,
    ...(await strangeDefiners(client)),
    ...(await looseColumns(client)),
    ...(await strongRoles(client)),
    ...(await client.query<{ fault: string }>(plantings)).rows.map(({ fault }) => fault),
  ]
}

async function strangeDefiners(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select proname as name from pg_proc where prosecdef and pronamespace in ('app'::regnamespace, 'platform'::regnamespace)`,
  )
  const found = new Set(rows.map(r => r.name))
  return [
    ...[...found]
      .filter(name => !definers[name])
      .map(name => `app.${name} runs as its owner without a listed reason`),
    ...Object.keys(definers)
      .filter(name => !found.has(name))
      .map(name => `app.${name} is listed as a definer and is none`),
  ]
}

async function looseColumns(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`${scope}
    select c.relname || '.' || a.attname as name from tables c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where a.atttypid = 'uuid'::regtype and (a.attname like '%\\_id' or a.attname like '%\\_by') and a.attname <> 'tenant_id'
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))`)
  return rows
    .filter(r => !looseReferences[r.name])
    .map(r => `app.${r.name} names a row without a foreign key`)
}

async function strongRoles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ rolname: string }>(`select rolname from pg_roles
    where rolname in ('portico_app', 'portico_platform', 'portico_owner') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`)
  return rows.map(r => `${r.rolname} has more power than it may`)
}
