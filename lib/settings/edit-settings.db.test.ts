import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { editMessages } from './edit-messages'
import { editMoney } from './edit-money'
import { fingerprint } from './fingerprint'
import { readMessages, readMoney } from './read-settings'
import { type Messages, type Money, messagesColumns, moneyFacts } from './rules'
import { messagesSchema, moneySchema } from './schema'

testDatabase()

const money: Money = {
  currency: 'EUR',
  vat: { mode: 'inclusive', rateBp: 1_900 },
  commission: { kind: 'percent', of: 'net', rateBp: 2_050 },
  statementFooter: 'Registered in Lisbon.\nThank you.',
}
const messages: Messages = {
  senderName: 'Bayfront Homes',
  replyTo: 'answers@bayfront.example',
  quiet: { fromMinute: 1_260, untilMinute: 480 },
}

async function office(role: 'admin' | 'manager' = 'admin') {
  const tenant = await makeTenant()
  const { actor, context } = await makeUser(tenant, { role })
  const seen = (tx: Parameters<typeof readMoney>[0]) =>
    readMoney(tx).then(last => fingerprint(moneyFacts(last)))
  const saveMoney = (next: Money) =>
    runInTenant(context, async tx => editMoney(tx, actor, next, await seen(tx)))
  const audit = () =>
    inTenant(context, tx =>
      tx.auditEntry.findMany({ select: { action: true, before: true, after: true }, orderBy: { id: 'asc' } }),
    )
  return { tenant, actor, context, saveMoney, audit }
}

describe('editMoney', () => {
  it('keeps what was chosen and records what changed, before and after, once', async () => {
    const { context, saveMoney, audit } = await office()
    expect(await saveMoney(money)).toMatchObject({ ok: true })
    expect(await saveMoney(money)).toMatchObject({ ok: true })
    expect(await inTenant(context, readMoney)).toEqual(money)
    const fixed: Money = {
      ...money,
      vat: { mode: 'none' },
      commission: { kind: 'fixed', amountMinor: 2_500n },
    }
    expect(await saveMoney(fixed)).toMatchObject({ ok: true })
    expect(await inTenant(context, readMoney)).toEqual(fixed)
    const [, second, ...more] = await audit()
    expect(more).toEqual([])
    expect(second).toEqual({
      action: 'settings:money-edited',
      before: {
        vatMode: 'inclusive',
        vatRateBp: 1_900,
        commissionKind: 'percent',
        commissionOf: 'net',
        commissionRateBp: 2_050,
        commissionFixedMinor: null,
      },
      after: {
        vatMode: 'none',
        vatRateBp: 0,
        commissionKind: 'fixed',
        commissionOf: null,
        commissionRateBp: null,
        commissionFixedMinor: '2500',
      },
    })
  })

  it('refuses to overwrite what somebody else changed meanwhile, and not for a change elsewhere', async () => {
    const { actor, context, saveMoney } = await office()
    const open = await inTenant(context, async tx => ({
      money: fingerprint(moneyFacts(await readMoney(tx))),
      messages: fingerprint(messagesColumns(await readMessages(tx))),
    }))
    await saveMoney({ ...money, currency: 'GBP' })
    const late = await runInTenant(context, tx => editMoney(tx, actor, money, open.money))
    expect(late).toMatchObject({ ok: false, reason: 'conflict' })
    expect((await inTenant(context, readMoney)).currency).toBe('GBP')
    const other = await runInTenant(context, tx => editMessages(tx, actor, messages, open.messages))
    expect(other).toMatchObject({ ok: true })
    expect(await inTenant(context, readMessages)).toEqual(messages)
  })

  it('lets one of two who save at the same time through', async () => {
    const { actor, context } = await office()
    const open = await inTenant(context, async tx => fingerprint(moneyFacts(await readMoney(tx))))
    const results = await Promise.all(
      ['GBP', 'EUR'].map(currency =>
        runInTenant(context, tx => editMoney(tx, actor, { ...money, currency }, open)),
      ),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
  })

  it('changes nothing for somebody who may only look, whatever the code above allows', async () => {
    const { context, saveMoney } = await office('manager')
    await saveMoney(money).catch(() => undefined)
    expect(await inTenant(context, readMoney)).toMatchObject({ currency: 'USD', vat: { mode: 'none' } })
  })
})

const moneyForm = {
  currency: 'EUR',
  vatMode: 'exclusive',
  vatRate: '7,5',
  commission: 'fixed',
  commissionAmount: '25.50',
  statementFooter: ' a\r\nb\u0007 ',
}
const messagesForm = { senderName: '', replyTo: '' }
const fieldsOf = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(issue => issue.path[0])

describe('what is typed', () => {
  it('becomes basis points and minor units', () => {
    expect(moneySchema.parse(moneyForm).money).toEqual({
      currency: 'EUR',
      vat: { mode: 'exclusive', rateBp: 750 },
      commission: { kind: 'fixed', amountMinor: 2_550n },
      statementFooter: 'a\nb',
    })
    const share = { commission: 'percent', commissionOf: 'gross', commissionRate: '20 %' }
    expect(moneySchema.parse({ ...moneyForm, ...share, vatMode: 'none' }).money).toMatchObject({
      vat: { mode: 'none' },
      commission: { kind: 'percent', of: 'gross', rateBp: 2_000 },
    })
  })

  it.each([
    ['currency', 'XXX'],
    ['vatMode', 'both'],
    ['vatRate', '0'],
    ['vatRate', '101'],
    ['vatRate', '1.234'],
    ['vatRate', '-1'],
    ['commissionAmount', '1.234'],
    ['commissionAmount', ''],
    ['statementFooter', 'x'.repeat(1_001)],
  ])('refuses %s %j beside its field', (field, value) => {
    expect(fieldsOf(moneySchema.safeParse({ ...moneyForm, [field]: value }))).toEqual([field])
  })

  it('becomes minutes after midnight, or no quiet hours', () => {
    const quiet = { quiet: 'on', quietFrom: '21:00', quietUntil: '08:05' }
    expect(messagesSchema.parse({ ...messagesForm, ...quiet }).messages.quiet).toEqual({
      fromMinute: 1_260,
      untilMinute: 485,
    })
    expect(messagesSchema.parse(messagesForm).messages).toEqual({
      senderName: null,
      replyTo: null,
      quiet: null,
    })
    expect(fieldsOf(messagesSchema.safeParse({ ...messagesForm, ...quiet, quietUntil: '21:00' }))).toEqual([
      'quietUntil',
    ])
    expect(fieldsOf(messagesSchema.safeParse({ ...messagesForm, ...quiet, quietFrom: '24:00' }))).toEqual([
      'quietFrom',
    ])
  })

  it.each([
    ['senderName', 'Acme\r\nBcc: all@example.com'],
    ['senderName', 'Acme\u2028Bcc: all'],
    ['senderName', 'Acme" <ceo@bank.example>'],
    ['replyTo', 'a@example.com\r\nBcc: b@example.com'],
    ['replyTo', 'a@example.com, b@example.com'],
    ['replyTo', 'Ana <a@example.com>'],
  ])('never carries a further header in %s: %j', (field, value) => {
    expect(fieldsOf(messagesSchema.safeParse({ ...messagesForm, [field]: value }))).toEqual([field])
  })

  it.each([
    ['sender_name', 'Acme\nBcc: all'],
    ['sender_name', 'Acme"'],
    ['reply_to', 'a@example.com\nbcc: b'],
    ['reply_to', 'a@example.com,b@example.com'],
  ])('is refused by the database as well: %s %j', async (column, value) => {
    const tenant = await makeTenant()
    const written = inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.$executeRawUnsafe(`insert into app.settings (${column}) values ($1)`, value),
    )
    await expect(written).rejects.toThrow(/settings_.*check/)
  })
})
