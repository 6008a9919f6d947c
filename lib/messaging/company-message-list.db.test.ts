import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { companyMessageList } from './company-message-list'

testDatabase()

let made = 0

async function write(
  tenant: MadeTenant,
  rows: { status?: string; error?: string; at: string; channel?: string; providerId?: string }[],
) {
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.message.createMany({
      data: rows.map(({ status = 'sent', error, at, channel = 'email', providerId }) => {
        made += 1
        return {
          ...{
            channel,
            status,
            error,
            providerId,
            template: 'welcome',
            recipient: 'ana@example.com',
            subject: 'Hello Ana',
          },
          ...{ data: { name: 'Ana' }, key: `k-${made}`, createdAt: new Date(at), attempts: 1 },
        }
      }),
    }),
  )
}

async function read(tenant: MadeTenant, params = '') {
  const list = companyMessageList(tenant.id, new Date('2026-01-01T00:00:00Z'))
  return asPlatform(tx =>
    runList(tx, list, readListQuery(list, new URLSearchParams(params)), { count: true }),
  )
}

describe('how a company’s messages fared', () => {
  it('has what did not arrive first, then the latest, of this company alone and page by page', async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()]
    await write(other, [{ at: '2026-02-01T00:00:00Z' }])
    await write(tenant, [
      { at: '2025-12-31T23:59:59Z', status: 'failed' },
      { at: '2026-02-01T00:00:00Z', status: 'bounced' },
      { at: '2026-02-03T00:00:00Z', status: 'delivered' },
      { at: '2026-02-02T00:00:00Z', status: 'failed', channel: 'sms' },
      ...Array.from({ length: 30 }, (_, day) => ({
        at: `2026-01-${String(day + 1).padStart(2, '0')}T00:00:00Z`,
      })),
    ])
    const first = await read(tenant)
    expect(first.total).toEqual({ count: 33, capped: false })
    expect(first.rows.slice(0, 4).map(({ status }) => status)).toEqual([
      'failed',
      'bounced',
      'delivered',
      'sent',
    ])
    const second = await read(tenant, `after=${first.next}`)
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(33)
    expect((await read(tenant, 'f.channel=sms')).rows).toMatchObject([
      { status: 'failed', template: 'welcome' },
    ])
    expect((await read(other)).rows).toHaveLength(1)
  })

  it('tells of the provider’s words a code alone, and nothing of recipient or content', async () => {
    const tenant = await makeTenant()
    const errors: [string, string | null][] = [
      ['validation_error: Invalid `to` field: ana@example.com', 'validation_error'],
      ['21211: The number +13055550142 is not valid', '21211'],
      ['503: no answer', '503'],
      ['network: no answer', 'network'],
      ['Twilio reports error 30003.', '30003'],
      ['The mail server refused the message: 550 5.1.1 <ana@example.com> unknown', '550'],
      ['The mail server refused the message: 5501234567', null],
      ['ana@example.com: mailbox full', null],
      ['ana: mailbox full', null],
      ['3055550142: no such number', null],
      ['Twilio reports error 30003. Sent to +13055550142', null],
      ['The address of Ana Ruiz bounced: 550', null],
    ]
    for (const [at, [error]] of errors.entries())
      await write(tenant, [{ status: 'failed', error, at: `2026-02-01T00:00:${String(59 - at)}Z` }])
    const { rows } = await read(tenant)
    expect(rows.map(({ code }) => code)).toEqual(errors.map(([, code]) => code))
    // What is reported of a message that was taken is another server's.
    const reported = { status: 'bounced', error: 'ana_ruiz: mailbox full', providerId: 'email-1' }
    await write(tenant, [{ ...reported, at: '2026-02-02T00:00:00Z' }])
    expect((await read(tenant)).rows[0]).toMatchObject({ status: 'bounced', code: null })
    expect(JSON.stringify(rows)).not.toMatch(/ana|Hello|305|@/i)
  })

  it('leaves the connection in no company', async () => {
    const tenant = await makeTenant()
    const [row] = await asPlatform(async tx => {
      await tx.$queryRaw`select id from app.message_facts(${tenant.id}::uuid, now())`
      return tx.$queryRaw<{ tenant: string }[]>`select current_setting('app.current_tenant', true) as tenant`
    })
    expect(row?.tenant).toBe('')
  })
})
