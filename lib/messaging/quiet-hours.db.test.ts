import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { readJobs } from '@/lib/testing/read-jobs'
import { minuteOfDayIn } from '@/lib/time/zone-clock'
import { claimMessage } from './claim-message'
import { queueMessage } from './queue-message'

testDatabase()

const welcome = { template: 'welcome', data: { name: 'Ana', signInUrl: 'http://a.localhost/' } } as const
const link = {
  template: 'sign-in-link',
  data: { name: 'Ana', url: 'http://a.localhost/link/x', expiresInMinutes: 20 },
} as const

/** A company in New York that is quiet from nine in the evening to eight in the morning, with a message queued. */
async function quiet(
  message: typeof welcome | typeof link,
  hours = { quietFromMinute: 21 * 60, quietUntilMinute: 8 * 60 },
) {
  const tenant = await makeTenant()
  const system = { tenantId: tenant.id, system: 'test' }
  const { messageId: id } = await inTenant(system, async tx => {
    await tx.setting.createMany({ data: [hours] })
    return queueMessage(tx, { ...message, to: { email: 'ana@example.com' }, key: 'one' })
  })
  const claim = (at: Date) => inTenant(system, tx => claimMessage(tx, { tenantId: tenant.id, id }, at))
  const later = async () => (await readJobs()).filter(job => job.data.messageId === id)
  // The job that claims has begun, so that its key is free for the one that waits.
  await asPlatform(
    tx => tx.$executeRaw`update jobs.job set state = 'active' where data ->> 'messageId' = ${id}`,
  )
  const status = () =>
    inTenant(system, tx => tx.message.findFirst({ where: { id }, select: { status: true } }))
  return { claim, later, status }
}

describe('quiet hours', () => {
  it.each([
    ['a night', '2026-06-02T03:00:00Z', '2026-06-02T12:00:00.000Z'],
    ['the night that clocks are put forward', '2026-03-08T03:00:00Z', '2026-03-08T12:00:00.000Z'],
    ['the night that clocks are put back', '2026-11-01T03:00:00Z', '2026-11-01T13:00:00.000Z'],
  ])('keep a welcome back until eight in the morning after %s', async (_, at, end) => {
    const { claim, later, status } = await quiet(welcome)
    expect(await claim(new Date(at))).toBeNull()
    expect(await status()).toEqual({ status: 'queued' })
    expect((await later()).map(job => job.startAfter.toISOString())).toContain(end)
    expect(await claim(new Date(new Date(end).getTime() - 1))).toBeNull()
    expect(await claim(new Date(end))).toMatchObject({ recipient: 'ana@example.com' })
  })

  it('do not keep a sign-in link back', async () => {
    // A link lapses, so that here not the clock is moved but the hours: they began a moment ago.
    const now = minuteOfDayIn('America/New_York', new Date())
    const hours = { quietFromMinute: now, quietUntilMinute: (now + 300) % 1440 }
    expect(await (await quiet(welcome, hours)).claim(new Date())).toBeNull()
    expect(await (await quiet(link, hours)).claim(new Date())).toMatchObject({ attempt: 1 })
  })
})
