import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { checkSlug } from './check-slug'
import { createTenant } from './create-tenant'
import { provisionCompany } from './provision-company'
import { provisioningSteps } from './rules'
import type { SignUp } from './schema'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()

const signUp = (more: Partial<SignUp> = {}): SignUp => ({
  company: 'Bayfront Management',
  slug: 'bayfront',
  kind: 'associations',
  accent: '#1d4ed8',
  name: 'Ana Ruiz',
  email: 'ana@bayfront.example',
  password: 'orbit-lantern-velvet-43',
  zone: 'America/Chicago',
  ...more,
})

async function asAdministrator<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database().adminUrl })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Everything a sign-up writes, counted past every policy. */
const traces = async () =>
  (
    await asAdministrator<Record<string, string>>(`select
      (select count(*) from platform.tenants) tenants, (select count(*) from app.tenants) profiles,
      (select count(*) from app.users) users, (select count(*) from app.audit_entries) audit,
      (select count(*) from app.messages) messages, (select count(*) from app.sign_in_links) links,
      (select count(*) from jobs.job) jobs,
      (select count(*) from platform.accounts) accounts, (select count(*) from platform.subscriptions) plans,
      (select count(*) from platform.state_changes) states, (select count(*) from platform.domains) domains`)
  )[0]

async function tenantId(slug: string) {
  const row = await asPlatform(tx => tx.platformTenant.findUniqueOrThrow({ where: { slug } }))
  return row.id as TenantId
}

const lastRun = () =>
  asPlatform(tx =>
    tx.platformProvisioningRun.findFirst({
      orderBy: { startedAt: 'desc' },
      include: { provisioningSteps: { orderBy: { position: 'asc' } } },
    }),
  )

describe('createTenant', () => {
  it.each([
    ['the directory entry', 'tenant', 'platform.tenants', 'insert', 'before'],
    ['the placement', 'placement', 'platform.tenants', 'update of placement', 'before'],
    ['the tier', 'trial', 'platform.subscriptions', 'update', 'before'],
    ['the profile', 'settings', 'app.tenants', 'insert', 'before'],
    ['the audit entry', 'settings', 'app.audit_entries', 'insert', 'before'],
    ['the first admin', 'admin', 'app.users', 'insert', 'before'],
    ['the welcome mail', 'welcome', 'app.messages', 'insert', 'before'],
    ['the job that sends it', 'welcome', 'jobs.job', 'insert', 'before'],
    ['the sign-in link', 'welcome', 'app.sign_in_links', 'insert', 'before'],
    ['a check at the end', 'subdomain', 'app.users', 'insert', 'deferred'],
    ['the activation', 'subdomain', 'platform.tenants', 'update of status', 'before'],
  ] as const)('leaves nothing behind when %s fails, and says so', async (_, step, table, verb, when) => {
    const before = await traces()
    await asAdministrator(`
      create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'injected'; end $$;
      ${when === 'deferred' ? 'create constraint trigger fail after' : 'create trigger fail before'} ${verb} on ${table}
        ${when === 'deferred' ? 'deferrable initially deferred' : ''} for each row execute function public.fail()`)
    try {
      const company = { via: 'sign-up' as const, name: 'Bayfront', slug: 'bayfront', kind: 'both' as const }
      const admin = { name: 'Ana', email: 'ana@bayfront.example', passwordHash: 'none' }
      const made = await provisionCompany({ ...company, admin, tier: 'pro' })
      expect(made).toMatchObject({ ok: false, reason: 'not_set_up' })
      expect(made.ok || made.message).toContain(provisioningSteps[step])
    } finally {
      await asAdministrator(`drop trigger fail on ${table}; drop function public.fail()`)
    }
    expect(await traces()).toEqual(before)
    const run = await lastRun()
    expect(run).toMatchObject({ outcome: 'failed', failedStep: step, tenantId: null })
    const steps = Object.keys(provisioningSteps)
    expect(run?.provisioningSteps.map(one => one.outcome)).toEqual([
      ...steps.slice(0, steps.indexOf(step)).map(() => 'undone'),
      'failed',
    ])
    expect(run?.provisioningSteps.at(-1)?.errorId).toBe(run?.errorId)
  })

  it('makes a company with its admin, welcome mail and a way in', async () => {
    const made = await createTenant(signUp())
    expect(made).toMatchObject({ ok: true, value: { slug: 'bayfront', token: expect.any(String) } })
    const id = await tenantId('bayfront')
    const run = await lastRun()
    expect(run).toMatchObject({ via: 'sign-up', outcome: 'done', tenantId: id, slug: 'bayfront' })
    expect(run?.provisioningSteps.map(one => [one.step, one.outcome])).toEqual(
      Object.keys(provisioningSteps).map(step => [step, 'done']),
    )
    await inTenant({ tenantId: id, system: 'test' }, async tx => {
      expect(await tx.tenant.findFirst()).toMatchObject({ name: 'Bayfront Management', accent: '#1d4ed8' })
      const user = await tx.user.findFirst()
      expect(user).toMatchObject({ email: 'ana@bayfront.example', role: 'admin' })
      expect(user?.passwordHash).toMatch(/^\$argon2id\$/)
      expect(await tx.message.findMany()).toMatchObject([{ template: 'welcome', status: 'queued' }])
      expect(await tx.auditEntry.findMany()).toMatchObject([{ action: 'tenant:created', via: 'sign-up' }])
    })
  })

  it('answers the same sign-up sent again, and makes no second company', async () => {
    const before = await traces()
    expect(await createTenant(signUp())).toMatchObject({ ok: true, value: { slug: 'bayfront' } })
    const after = await traces()
    expect({ ...after, links: before?.links }).toEqual(before)
  })

  it.each([
    ['another person', { email: 'eve@elsewhere.example' }],
    ['another password', { password: 'harbor-cobalt-thistle-87' }],
  ])('refuses a taken address to %s', async (_, other) => {
    expect(await createTenant(signUp(other))).toMatchObject({
      ok: false,
      reason: 'taken',
      fields: { slug: expect.stringContaining('taken') },
    })
  })

  it('lets one of many win who ask for an address at the same time', async () => {
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map(n => createTenant(signUp({ slug: 'race', email: `person${n}@race.example` }))),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    const id = await tenantId('race')
    expect(await inTenant({ tenantId: id, system: 'test' }, tx => tx.user.count())).toBe(1)
  })

  it('answers both when the same person sends the same form twice at once', async () => {
    const twice = await Promise.all([1, 2].map(() => createTenant(signUp({ slug: 'twice' }))))
    expect(twice.every(result => result.ok)).toBe(true)
  })

  it('refuses a weak password before anything is reserved', async () => {
    const before = await traces()
    const refused = await createTenant(signUp({ slug: 'weak', password: 'bayfront2024' }))
    expect(refused).toMatchObject({ ok: false, reason: 'weak_password' })
    expect(await traces()).toEqual(before)
  })

  it('frees an address whose sign-up died half way', async () => {
    await asAdministrator(`insert into platform.tenants (slug, name, kind, created_at)
      values ('ghost', 'Ghost', 'both', now() - interval '5 minutes')`)
    expect(await createTenant(signUp({ slug: 'ghost' }))).toMatchObject({ ok: true })
  })

  it('offers a free address beside a taken one', async () => {
    expect(await checkSlug('bayfront')).toEqual({ free: false, suggestion: 'bayfront-management' })
    expect(await checkSlug('lakeside')).toEqual({ free: true, suggestion: null })
  })
})
