import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isFurther,
  linkLapsed,
  messageStatuses,
  partSecrets,
  readContent,
  shownContent,
  withheldLink,
} from './rules'
import { senderOf } from './sender'

const status = fc.constantFrom(...messageStatuses)

describe('isFurther', () => {
  it('orders reports so that whatever comes in whatever order, the furthest stays', () => {
    fc.assert(
      fc.property(fc.array(status, { minLength: 1 }), reports => {
        const apply = (list: typeof reports) =>
          list.reduce((current, next) => (isFurther(next, current) ? next : current))
        expect(apply(reports)).toBe(apply(reports.toReversed()))
      }),
    )
  })
})

describe('one-time links', () => {
  const data = { name: 'Ana', url: 'https://a.example/link/secret', expiresInMinutes: 20 }

  it('are parted from the data and put back', () => {
    const parts = partSecrets('sign-in-link', data)
    expect(JSON.stringify(parts.data)).not.toContain('secret')
    expect(readContent('sign-in-link', parts.data, parts.secrets)).toEqual({ template: 'sign-in-link', data })
  })

  it('are withheld from whoever reads the log', () => {
    const shown = shownContent('sign-in-link', partSecrets('sign-in-link', data).data)
    expect(shown.data).toEqual({ ...data, url: withheldLink })
  })

  it('lapse at the minute they say', () => {
    const content = readContent('sign-in-link', data, null)
    const at = new Date('2026-03-01T12:00:00Z')
    const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
    expect(linkLapsed(content, at, minutesLater(19.9))).toBe(false)
    expect(linkLapsed(content, at, minutesLater(20))).toBe(true)
    const welcome = readContent('welcome', { name: 'Ana', signInUrl: 'https://a.example/' }, null)
    expect(linkLapsed(welcome, at, minutesLater(1_000_000))).toBe(false)
  })
})

describe('senderOf', () => {
  it('puts the company’s name before the configured address, whatever is in the name', () => {
    const from = 'Portico <notices@mail.portico.example>'
    expect(senderOf('Harbor & Pine', from)).toBe('"Harbor & Pine" <notices@mail.portico.example>')
    expect(senderOf('Harbor', 'notices@mail.example')).toBe('"Harbor" <notices@mail.example>')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        expect(senderOf(name, from)).toMatch(/^"[^"\\<>\p{Cc}]*" <notices@mail\.portico\.example>$/u)
      }),
    )
  })
})
