/** How Stripe's test cards behave, by the token's name. */
export interface TestCard {
  brand: string
  number: string
  /** Refused when it is attached or set up. */
  refusesSetup?: string
  /** Refused when it is charged: the error's code and decline code. */
  refusesCharge?: { code: string; decline?: string; message: string }
}

const declined = (decline: string, message = 'Your card was declined.') => ({
  code: 'card_declined',
  decline,
  message,
})

/** The cards that can be had by `pm_card_…`, `tok_…` or number. */
export const testCards: Record<string, TestCard> = {
  visa: { brand: 'visa', number: '4242424242424242' },
  mastercard: { brand: 'mastercard', number: '5555555555554444' },
  amex: { brand: 'amex', number: '378282246310005' },
  chargeCustomerFail: {
    brand: 'visa',
    number: '4000000000000341',
    refusesCharge: declined('generic_decline'),
  },
  chargeDeclined: {
    brand: 'visa',
    number: '4000000000000002',
    refusesSetup: 'generic_decline',
    refusesCharge: declined('generic_decline'),
  },
  chargeDeclinedInsufficientFunds: {
    brand: 'visa',
    number: '4000000000009995',
    refusesSetup: 'insufficient_funds',
    refusesCharge: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  chargeDeclinedExpiredCard: {
    brand: 'visa',
    number: '4000000000000069',
    refusesSetup: 'expired_card',
    refusesCharge: { code: 'expired_card', message: 'Your card has expired.' },
  },
  authenticationRequired: {
    brand: 'visa',
    number: '4000002760003184',
    refusesCharge: { code: 'authentication_required', message: 'This payment needs authentication.' },
  },
}

/** The test card of a token such as `pm_card_visa`, `pm_card_visa_chargeDeclined` or `tok_visa`. */
export function cardOfToken(token: string): TestCard | undefined {
  return testCards[token.replace(/^(pm_card|tok)_/, '').replace(/^visa_(?=charge)/, '')]
}

/** The test card with this number, or with these last four digits. */
export function cardOfNumber(digits: string): TestCard | undefined {
  return Object.values(testCards).find(card => card.number.endsWith(digits.replaceAll(' ', '')))
}
