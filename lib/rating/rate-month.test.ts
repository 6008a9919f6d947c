import { describe, expect, it } from 'vitest'
import { basic, perHomeowner, pro } from '@/lib/plans/fixtures/versions'
import type { LocalDate } from '@/lib/time/local-date'
import { eachDay, type Month } from '@/lib/time/month'
import type { DayUsage, RateInput } from './invoice'
import { rateMonth } from './rate-month'
import { formatQuantity } from './rules'

const day = (text: string) => text as LocalDate
const june = '2026-06' as Month
const juneDays = eachDay(day('2026-06-01'), day('2026-07-01'))

const golden: DayUsage[] = [
  ...juneDays.flatMap(on => [
    { day: on, meter: 'homeowners' as const, quantity: 137n },
    { day: on, meter: 'storage-bytes' as const, quantity: 12_500_000_000n },
  ]),
  { day: day('2026-06-03'), meter: 'emails', quantity: 4_000n },
  { day: day('2026-06-30'), meter: 'emails', quantity: 321n },
  { day: day('2026-06-11'), meter: 'texts', quantity: 210n },
  { day: day('2026-06-11'), meter: 'api-calls', quantity: 99_999n },
]
const whole: RateInput = {
  month: june,
  currency: 'USD',
  periods: [{ plan: perHomeowner, startsOn: day('2026-01-01'), endsOn: null }],
  usage: golden,
  trialEndsOn: null,
}
const amounts = (input: RateInput) => rateMonth(input).lines.map(line => line.amountMinor)

describe('rateMonth', () => {
  it('bills 137 homeowners, 12.5 GB, 4,321 emails and 210 texts at 400.17', () => {
    const invoice = rateMonth(whole)
    expect(
      invoice.lines.map(line => [line.description, formatQuantity(line.quantity), line.amountMinor]),
    ).toEqual([
      ['Per homeowner, base price', '1', 50_00n],
      ['Homeowners, daily average', '137', 342_50n],
      ['Storage in GB, daily average', '12.5', 1_25n],
      ['Emails', '4,321', 4_32n],
      ['Text messages', '210', 2_10n],
    ])
    expect(invoice.totalMinor).toBe(400_17n)
  })

  it('gives the day of a change to the new plan', () => {
    const periods = [
      { plan: basic, startsOn: day('2026-05-20'), endsOn: day('2026-06-11') },
      { plan: pro, startsOn: day('2026-06-11'), endsOn: null },
    ]
    const { lines } = rateMonth({ ...whole, periods, usage: [] })
    expect(lines.map(line => [line.description, line.startsOn, line.endsOn, line.amountMinor])).toEqual([
      ['Basic, base price for 10 of 30 days', '2026-06-01', '2026-06-11', 16_33n],
      ['Pro, base price for 20 of 30 days', '2026-06-11', '2026-07-01', 99_33n],
    ])
  })

  it('says of free days that were no trial why they are free', () => {
    const { lines } = rateMonth({ ...whole, usage: [], trialEndsOn: day('2026-06-16'), resumed: true })
    expect(lines[0]?.description).toBe('Per homeowner, before it began anew: 15 days free')
  })

  it('lists trial days at nothing and charges from the day the trial is over', () => {
    const { lines } = rateMonth({ ...whole, trialEndsOn: day('2026-06-16') })
    expect(lines.map(line => [line.description, line.amountMinor])).toEqual([
      ['Per homeowner, trial: 15 days free', 0n],
      ['Per homeowner, base price for 15 of 30 days', 25_00n],
      ['Homeowners, daily average', 171_25n],
      // 12.5 GB × 15/30 × 0.10 = 0.625
      ['Storage in GB, daily average', 63n],
      ['Emails', 32n],
    ])
  })

  it('rounds halves up, once a line', () => {
    const usage: DayUsage[] = [{ day: day('2026-06-01'), meter: 'emails', quantity: 5n }]
    expect(amounts({ ...whole, usage })).toEqual([50_00n, 1n])
    expect(amounts({ ...whole, usage: usage.map(one => ({ ...one, quantity: 4n })) })).toEqual([50_00n, 0n])
  })

  it('knows currencies without and with three decimals', () => {
    const yen = { ...basic, currency: 'JPY', baseMinor: 6_000n }
    const dinar = { ...basic, currency: 'KWD', baseMinor: 15_000n }
    const since = { startsOn: day('2026-06-21'), endsOn: null }
    expect(amounts({ ...whole, currency: 'JPY', periods: [{ plan: yen, ...since }] })).toEqual([2_000n])
    expect(amounts({ ...whole, currency: 'KWD', periods: [{ plan: dinar, ...since }] })).toEqual([5_000n])
  })

  it('refuses what cannot be billed', () => {
    const twice = [...whole.periods, { plan: perHomeowner, startsOn: day('2026-06-30'), endsOn: null }]
    expect(() => rateMonth({ ...whole, periods: twice })).toThrow(/both cover/)
    expect(() => rateMonth({ ...whole, currency: 'EUR' })).toThrow(/not sold in EUR/)
    expect(() => rateMonth({ ...whole, usage: [...golden, ...golden] })).toThrow(/given twice/)
    const negative: DayUsage[] = [{ day: day('2026-06-01'), meter: 'emails', quantity: -1n }]
    expect(() => rateMonth({ ...whole, usage: negative })).toThrow(/negative/)
  })
})

describe('coupons, tax and credits', () => {
  const half = { by: 'percent', basisPoints: 5_000 } as const
  const coupon = { id: 'c1', description: 'Half off', off: half, startsIn: '2026-05' as Month, months: 2 }
  const credit = { id: 'k1', description: 'Goodwill', leftMinor: 100_00n }
  const vat = { name: 'VAT', rateBasisPoints: 750, mode: 'exclusive' } as const

  it('follow the lines in this order, each rounded once', () => {
    const invoice = rateMonth({ ...whole, coupons: [coupon], credits: [credit], tax: vat })
    expect(invoice.lines.slice(5).map(line => [line.description, line.sourceId, line.amountMinor])).toEqual([
      ['Half off', 'c1', -200_09n],
      // 200.08 × 7.5 % = 15.006
      ['VAT 7.5%', null, 15_01n],
      ['Goodwill', 'k1', -100_00n],
    ])
    expect(invoice).toMatchObject({
      subtotalMinor: 400_17n,
      discountMinor: 200_09n,
      taxMinor: 15_01n,
      creditMinor: 100_00n,
      totalMinor: 115_09n,
    })
  })

  it('say how much tax the prices contain, without adding it', () => {
    const invoice = rateMonth({ ...whole, tax: { ...vat, mode: 'inclusive' } })
    // 400.17 × 7.5 / 107.5 = 27.919
    expect(invoice).toMatchObject({ taxMinor: 27_92n, taxIncluded: true, totalMinor: 400_17n })
  })

  it('count for their months only', () => {
    const totalIn = (month: string) =>
      rateMonth({ ...whole, usage: [], month: month as Month, coupons: [coupon] }).totalMinor
    expect(['2026-04', '2026-05', '2026-06', '2026-07'].map(totalIn)).toEqual([
      50_00n,
      25_00n,
      25_00n,
      50_00n,
    ])
  })

  it('never take more than is there', () => {
    const amount = { by: 'amount', amountMinor: 500_00n } as const
    const generous = [coupon, { ...coupon, id: 'c2', off: amount }, { ...coupon, id: 'c3' }]
    const invoice = rateMonth({ ...whole, coupons: generous, credits: [credit], tax: vat })
    expect(invoice).toMatchObject({ discountMinor: 400_17n, taxMinor: 0n, creditMinor: 0n, totalMinor: 0n })
    const paid = rateMonth({ ...whole, credits: [credit, { ...credit, id: 'k2', leftMinor: 999_00n }] })
    expect(paid.lines.slice(5).map(line => line.amountMinor)).toEqual([-100_00n, -300_17n])
  })
})
