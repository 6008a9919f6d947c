import { expect, it } from 'vitest'
import type { LocalDate } from '@/lib/time/local-date'
import { codeOf, couponId, monthsAtStripe } from './coupon-months'

const on = (text: string) => text as LocalDate
const fresh = { startsAt: null, endsAt: null }

it.each([
  ['taken while it pays', '2026-02-06', null, 2, 2],
  ['on trial that ends this month', '2026-02-05', '2026-02-22', 1, 1],
  ['on trial that ends next month', '2026-01-05', '2026-02-22', 1, 2],
  ['on trial that ends with a month', '2026-01-05', '2026-02-01', 1, 1],
  ['on trial over two months and a year', '2026-11-20', '2027-01-01', 3, 4],
] as const)(
  'a code lasts as many months as it promises, from the first bill: %s',
  (_, today, bill, months, there) => {
    const when = { today: on(today), firstBillOn: bill && on(bill), everPaid: false }
    expect(monthsAtStripe({ months, ...fresh }, when)).toBe(there)
    expect(monthsAtStripe({ months: null, ...fresh }, when)).toBe(null)
  },
)

it('goes on for what is left of it when its subscription ended, and begins anew when nothing was paid', () => {
  const had = { months: 3, startsAt: new Date('2026-02-06'), endsAt: new Date('2026-05-06T10:00:00Z') }
  const when = { today: on('2026-03-20'), firstBillOn: on('2026-03-21') }
  expect(monthsAtStripe(had, { ...when, everPaid: true })).toBe(2)
  expect(monthsAtStripe({ ...had, endsAt: new Date('2026-03-06') }, { ...when, everPaid: true })).toBe(0)
  expect(monthsAtStripe(had, { ...when, everPaid: false })).toBe(3)
})

it('is known again by its code', () => {
  expect(couponId({ code: 'SPRING-25', months: 1 }, 1)).toBe('SPRING-25')
  expect(codeOf(couponId({ code: 'SPRING-25', months: 1 }, 2))).toBe('SPRING-25')
})
