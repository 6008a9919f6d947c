import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import type { Actor } from '@/lib/auth/actor'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { changeLogo } from './change-logo'
import { editAccent } from './edit-accent'
import { editProfile } from './edit-profile'
import { fingerprint } from './fingerprint'
import { publishName } from './publish-name'
import { readProfile } from './read-settings'
import { type Profile, profileSchema } from './schema'

testDatabase()

const profile = (more: Partial<Profile> = {}): Profile => ({
  name: 'Bayfront',
  supportEmail: 'help@bayfront.example',
  supportPhone: null,
  locale: 'en-US',
  zone: 'America/Chicago',
  ...more,
})
/** Saves the profile as somebody does who has just opened the page. */
const save = async (tx: TenantTx, actor: Actor, input: Profile) =>
  editProfile(tx, actor, input, fingerprint(await readProfile(tx)))
const picture = async (color: string) =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 30, channels: 3, background: color } })
      .png()
      .toBuffer(),
  )

async function office() {
  const tenant = await makeTenant({ name: 'Bayfront' })
  const { actor, context } = await makeUser(tenant)
  const audit = () =>
    inTenant(context, tx =>
      tx.auditEntry.findMany({ select: { action: true, before: true, after: true }, orderBy: { id: 'asc' } }),
    )
  return { tenant, actor, context, audit }
}

describe('editProfile', () => {
  it('records what changed, before and after, and nothing when nothing did', async () => {
    const { actor, context, audit } = await office()
    const change = (input: Profile) => runInTenant(context, tx => save(tx, actor, input))
    expect(await change(profile())).toMatchObject({ ok: true })
    expect(await change(profile())).toMatchObject({ ok: true })
    expect(await audit()).toEqual([
      {
        action: 'settings:edited',
        before: { supportEmail: null, zone: 'America/New_York' },
        after: { supportEmail: 'help@bayfront.example', zone: 'America/Chicago' },
      },
    ])
  })

  it('carries a new name to the directory by a job', async () => {
    const { tenant, actor, context } = await office()
    await runInTenant(context, tx => save(tx, actor, profile({ name: 'Bayfront & Partners' })))
    const jobs = await asPlatform(
      tx => tx.$queryRaw<{ id: string; state: string }[]>`
        select id::text, state::text from jobs.job where name = 'publish-name' and data ->> 'tenantId' = ${tenant.id}`,
    )
    expect(jobs).toEqual([{ id: expect.any(String), state: 'created' }])
    const { signal } = new AbortController()
    await publishName({ id: jobs[0]?.id ?? '', tenantId: tenant.id, data: {}, signal, lastTry: false })
    const row = await asPlatform(tx => tx.platformTenant.findUniqueOrThrow({ where: { id: tenant.id } }))
    expect(row.name).toBe('Bayfront & Partners')
  })

  it('changes nothing for somebody who is no staff, whatever the code above allows', async () => {
    const tenant = await makeTenant({ name: 'Bayfront' })
    const { actor, context } = await makeUser(tenant, { role: 'homeowner' })
    await runInTenant(context, tx => save(tx, actor, profile({ name: 'Mine' }))).catch(() => undefined)
    const kept = await inTenant(context, tx => tx.tenant.findFirstOrThrow())
    expect(kept.name).toBe('Bayfront')
  })

  it.each([
    ['zone', 'Mars/Olympus'],
    ['locale', 'xx-XX'],
    ['supportEmail', 'nobody'],
    ['supportPhone', 'call me'],
    ['name', '  '],
  ])('refuses %s %j', (field, value) => {
    const parsed = profileSchema.safeParse({ ...profile(), supportPhone: '', [field]: value })
    expect(parsed.error?.issues.map(issue => issue.path[0])).toEqual([field])
  })
})

describe('changeLogo', () => {
  it('replaces and removes the logo, and leaves no file behind', async () => {
    const { actor, context, audit } = await office()
    const change = (input: Parameters<typeof changeLogo>[2]) =>
      runInTenant(context, tx => changeLogo(tx, actor, input))
    const first = await change({ name: 'one.png', bytes: await picture('#f00') })
    const second = await change({ name: 'two.png', bytes: await picture('#0f0') })
    if (!first.ok || !second.ok) throw new Error('refused')
    const files = () => inTenant(context, tx => tx.file.findMany({ select: { id: true } }))
    expect(await files()).toEqual([{ id: second.value.logoFileId }])
    await change(null)
    await change(null)
    expect(await files()).toEqual([])
    expect((await audit()).map(entry => entry.action)).toEqual(Array(3).fill('branding:edited'))
  })

  it('leaves one file when several are chosen at the same time, and on record each replaces the one before', async () => {
    const { actor, context, audit } = await office()
    const pictures = await Promise.all(['#f00', '#0f0', '#00f'].map(picture))
    const done = await Promise.all(
      pictures.map(bytes => runInTenant(context, tx => changeLogo(tx, actor, { name: 'logo.png', bytes }))),
    )
    expect(done.every(result => result.ok)).toBe(true)
    expect(await inTenant(context, tx => tx.file.count())).toBe(1)
    const befores = (await audit()).map(entry => (entry.before as { logo: string | null }).logo)
    expect(new Set(befores).size).toBe(3)
  })

  it('keeps the logo when the next one is refused', async () => {
    const { actor, context } = await office()
    const made = await runInTenant(context, async tx =>
      changeLogo(tx, actor, { name: 'a', bytes: await picture('#00f') }),
    )
    const refused = await runInTenant(context, tx =>
      changeLogo(tx, actor, { name: 'b', bytes: new TextEncoder().encode('hello') }),
    )
    expect(refused).toMatchObject({
      ok: false,
      reason: 'file_unreadable',
      fields: { logo: expect.any(String) },
    })
    const kept = await inTenant(context, tx => tx.tenant.findFirstOrThrow())
    expect(made).toMatchObject({ value: { logoFileId: kept.logoFileId } })
  })
})

it('records a change of color', async () => {
  const { actor, context, audit } = await office()
  await runInTenant(context, tx => editAccent(tx, actor, { accent: '#6b3f8f' }))
  await runInTenant(context, tx => editAccent(tx, actor, { accent: '#6b3f8f' }))
  expect(await audit()).toEqual([
    { action: 'branding:edited', before: { accent: '#2f5d50' }, after: { accent: '#6b3f8f' } },
  ])
})
