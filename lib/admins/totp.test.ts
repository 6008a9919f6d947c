import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, enrolmentUri, fromBase32, matchCode, stepAt, toBase32 } from './totp'

const key = Buffer.from('12345678901234567890')

describe('codeOf', () => {
  // RFC 6238, appendix B, the rows of SHA-1.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('gives the code of the RFC at %i s', (seconds, code) => {
    expect(codeOf(key, stepAt(new Date(seconds * 1000)), 8)).toBe(code)
    expect(codeOf(key, stepAt(new Date(seconds * 1000)))).toBe(code.slice(2))
  })

  // RFC 4226, appendix D.
  it('gives the codes of the counters of RFC 4226', () => {
    const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
    expect(codes.map((_, counter) => codeOf(key, counter))).toEqual(codes)
  })
})

describe('matchCode', () => {
  const at = (seconds: number) => new Date(seconds * 1000)

  it('takes the code of the step before and after, and of none farther away', () => {
    const code = codeOf(key, 100)
    const seen = [2969, 2970, 3000, 3029, 3059, 3060].map(seconds => matchCode(key, code, at(seconds)))
    expect(seen).toEqual([null, 100, 100, 100, 100, null])
  })

  it.each(['', '12345', '1234567', `${codeOf(key, 100)}0`, 'abcdef', '１２３４５６'])('refuses %j', code => {
    expect(matchCode(key, code, at(3000))).toBeNull()
  })
})

describe('base 32', () => {
  it('gives the words of RFC 4648 without padding', () => {
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(word => toBase32(Buffer.from(word)))).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ])
  })

  it('reads what it wrote, in any case and with spaces', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        const spaced = toBase32(bytes)
          .toLowerCase()
          .replace(/(.{4})/g, '$1 ')
        expect([...fromBase32(spaced)]).toEqual([...bytes])
      }),
    )
    expect(() => fromBase32('A1')).toThrow('base 32')
  })
})

it('writes the address authenticator apps read', () => {
  const uri = new URL(enrolmentUri(key, 'iris@portico.example', 'Portico platform'))
  expect(uri.pathname).toBe('/Portico%20platform:iris%40portico.example')
  expect(uri.search).toBe(`?secret=${toBase32(key)}&issuer=Portico%20platform`)
})
