import { ApiError } from '@/lib/dev/stripe/api-error'
import { readForm } from '@/lib/dev/stripe/form'
import { cardOfNumber, type TestCard, testCards } from '@/lib/dev/stripe/resources/test-cards'

const offers: [name: string, what: string][] = [
  ['visa', 'works'],
  ['chargeCustomerFail', 'is accepted, but fails when it is charged'],
  ['chargeDeclined', 'is declined at once'],
  ['chargeDeclinedInsufficientFunds', 'has no money on it'],
]

/** A form to enter a card: a number, or one of the test cards by a button. */
export function cardForm(action: string, verb: string): string {
  const buttons = offers.map(([name, what]) => {
    const last = testCards[name]?.number.slice(-4)
    return `<div class="row"><span>Card ending in ${last} <span class="soft">${what}</span></span><button name="card" value="${name}">Use ${last}</button></div>`
  })
  return `<form method="post" action="${action}" class="card" style="display:block"><input type="hidden" name="do" value="card">
<label>Card number<input name="number" inputmode="numeric" autocomplete="off" placeholder="4242 4242 4242 4242"></label>
<p style="margin:.75rem 0"><button class="main">${verb}</button></p>${buttons.join('')}</form>`
}

/** The card that a submitted form names. */
export function cardOf(body: string): TestCard {
  const fields = readForm(body)
  const [name, number] = [fields.get('card'), fields.get('number')]
  const card = typeof name === 'string' ? testCards[name] : undefined
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : ''
  const found = card ?? (digits.length > 12 ? cardOfNumber(digits) : undefined)
  if (found) return found
  throw new ApiError(402, 'Your card number is incorrect.', { type: 'card_error', code: 'incorrect_number' })
}
