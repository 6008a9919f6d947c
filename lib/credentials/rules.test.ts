import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, parseLocalDate } from '@/lib/time/local-date'
import { isProvider, type Provider, providers, providerTable } from './providers'
import {
  expiryNotice,
  hintsOf,
  isBeingTested,
  type KeyState,
  keyState,
  servesInstead,
  servesNext,
  withoutSecrets,
} from './rules'
import { enterKeySchema, valueSchemas } from './schema'

const today = parseLocalDate('2027-03-01') as LocalDate

describe('what is shown of a key', () => {
  it('never holds a secret, and at most four characters of a long one', () => {
    const secrets = providers.flatMap(provider =>
      Object.entries(providerTable[provider].fields)
        .filter(([, field]) => field.shown !== 'whole')
        .map(([name]): [Provider, string] => [provider, name]),
    )
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.string({ minLength: 5 }), ([provider, name], value) => {
        const shown = hintsOf(provider, { [name]: value })[name] ?? ''
        expect(shown.replaceAll('•', '').length).toBeLessThanOrEqual(value.length >= 16 ? 4 : 0)
      }),
    )
  })

  it('names the fields that are checked, and no others', () => {
    for (const provider of providers) {
      expect(Object.keys(providerTable[provider].fields).sort()).toEqual(
        Object.keys(valueSchemas[provider].shape).sort(),
      )
    }
    expect(isProvider('constructor')).toBe(false)
  })

  it('takes secrets out of what a vendor says', () => {
    expect(
      withoutSecrets('no such key: sk_live_abcd in sk_live_abcdef', {
        a: 'sk_live_abcd',
        b: 'sk_live_abcdef',
      }),
    ).toBe('no such key: •••••••• in ••••••••')
    expect(withoutSecrets('port 587 refused', { port: '587', none: undefined })).toBe('port 587 refused')
  })
})

describe('entering a key', () => {
  const smtp = {
    provider: 'smtp',
    host: 'smtp.example.com',
    port: '587',
    username: 'u',
    password: ' p ',
    from: 'a@b.co',
  }

  it('keeps passwords as typed, leaves out what is empty, and splits scopes', () => {
    expect(enterKeySchema.parse({ ...smtp, scopes: 'send, send read', expiresOn: '' })).toEqual({
      provider: 'smtp',
      label: '',
      scopes: ['send', 'read'],
      expiresOn: null,
      values: { host: 'smtp.example.com', port: '587', username: 'u', password: ' p ', from: 'a@b.co' },
    })
    const stripe = enterKeySchema.parse({
      provider: 'stripe',
      secretKey: 'sk_test_12345678',
      webhookSecret: '',
    })
    expect(stripe.values).toEqual({ secretKey: 'sk_test_12345678' })
  })

  it.each([
    ['a server of ours', { ...smtp, host: 'localhost' }],
    ['any port', { ...smtp, port: '5432' }],
    ['a hook elsewhere', { provider: 'zapier', hookUrl: 'https://hooks.zapier.com.evil.example/x' }],
    ['a hook with a way out', { provider: 'zapier', hookUrl: 'https://hooks.zapier.com@evil.example/' }],
    ['no such day', { ...smtp, expiresOn: '2027-02-30' }],
    ['another service', { provider: 'aws', key: 'x' }],
  ])('refuses %s', (_, given) => {
    expect(enterKeySchema.safeParse(given).success).toBe(false)
  })
})

describe('where a key stands', () => {
  const at = (ms: number) => new Date(ms)

  it('moves from waiting to active, leaving and retired', () => {
    const none = { activeFrom: null, retiresAt: null, retiredAt: null }
    expect(keyState(none, at(5))).toBe('waiting')
    expect(keyState({ ...none, activeFrom: at(1) }, at(5))).toBe('active')
    expect(keyState({ ...none, activeFrom: at(1), retiresAt: at(6) }, at(5))).toBe('leaving')
    expect(keyState({ ...none, activeFrom: at(1), retiresAt: at(5) }, at(5))).toBe('retired')
    expect(keyState({ ...none, retiredAt: at(1) }, at(5))).toBe('retired')
  })

  it('is being tested until an answer, or a minute', () => {
    expect(isBeingTested({ testAskedAt: null, testedAt: null }, at(0))).toBe(false)
    expect(isBeingTested({ testAskedAt: at(10), testedAt: at(5) }, at(60_010))).toBe(true)
    expect(isBeingTested({ testAskedAt: at(10), testedAt: at(11) }, at(20))).toBe(false)
    expect(isBeingTested({ testAskedAt: at(10), testedAt: null }, at(60_011))).toBe(false)
  })

  it('asks for the tightest notice that covers the days left, and none once expired', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 80 }), left => {
        const due = left < 0 || left > 30 ? null : left <= 1 ? 1 : left <= 7 ? 7 : 30
        expect(expiryNotice(addDays(today, left), today)).toBe(due)
      }),
    )
  })
})

describe('of two services that do the same', () => {
  const keep = (provider: Provider, state: KeyState) => ({ provider, keys: [{ state }] })

  it('a mail server in use goes before Resend, which serves again after it', () => {
    const both = [keep('resend', 'active'), keep('smtp', 'active')]
    expect(servesInstead('resend', both)).toBe('smtp')
    expect(servesInstead('smtp', both)).toBeNull()
    expect(servesNext('smtp', both)).toBe('resend')
    expect(servesNext('resend', both)).toBeNull()
  })

  it('only a key in use counts', () => {
    for (const state of ['waiting', 'leaving', 'retired'] as const) {
      const both = [keep('resend', state), keep('smtp', state)]
      expect([servesInstead('resend', both), servesNext('smtp', both)]).toEqual([null, null])
    }
  })
})
