import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, type Finding, isClaimable, judgeCheck, lostAfterDays } from './rules'
import { domainSchema } from './schema'

const day = 86_400_000
const start = new Date('2026-03-01T00:00:00Z')
const claimed: Claim = {
  status: 'pending',
  claimedAt: start,
  verifiedAt: null,
  checks: 0,
  nextCheckAt: start,
  missingSince: null,
  problem: null,
}

/** Looks whenever it is due, until nothing is, or the days are over. */
function follow(claim: Claim, findingAt: (now: Date) => Finding, days: number): { at: Date; claim: Claim }[] {
  const seen: { at: Date; claim: Claim }[] = []
  let current = claim
  for (
    let at = current.nextCheckAt;
    at && at.getTime() <= start.getTime() + days * day;
    at = current.nextCheckAt
  ) {
    current = judgeCheck(current, findingAt(at), at)
    seen.push({ at, claim: current })
  }
  return seen
}

describe('judgeCheck', () => {
  it('looks for a record less and less often, and gives up after two weeks', () => {
    const seen = follow(claimed, () => 'no-record', 60)
    const waits = seen.slice(1).map((one, i) => one.at.getTime() - (seen[i]?.at.getTime() ?? 0))
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map(minutes => minutes * 60_000))
    expect(waits.every((wait, i) => i === 0 || wait >= (waits[i - 1] ?? 0))).toBe(true)
    expect(Math.max(...waits)).toBe(6 * 3_600_000)
    const last = seen.at(-1)
    expect(last?.claim).toMatchObject({ status: 'failed', problem: 'given-up', nextCheckAt: null })
    expect(((last?.at.getTime() ?? 0) - start.getTime()) / day).toBeGreaterThanOrEqual(14)
    expect(((last?.at.getTime() ?? 0) - start.getTime()) / day).toBeLessThan(14.5)
  })

  it('verifies a record that is found, also after it was given up, and looks again the next day', () => {
    const failed: Claim = { ...claimed, status: 'failed', nextCheckAt: null, problem: 'given-up' }
    for (const claim of [claimed, failed]) {
      const now = new Date(start.getTime() + 30 * day)
      const verified = judgeCheck(claim, 'found', now)
      expect(verified).toMatchObject({ status: 'verified', verifiedAt: now, problem: null })
      expect(verified.nextCheckAt?.getTime()).toBe(now.getTime() + day)
    }
  })

  it.each(['no-record', 'other-record', 'not-in-plan'] as const)(
    'warns first and unverifies after three days of %s',
    finding => {
      const verified = judgeCheck(claimed, 'found', start)
      const seen = follow(verified, () => finding, 30)
      const lost = seen.at(-1)
      expect(seen.slice(0, -1).every(({ claim }) => claim.status === 'verified' && claim.missingSince)).toBe(
        true,
      )
      expect(lost?.claim).toMatchObject({ status: 'failed', verifiedAt: null, nextCheckAt: null })
      const missing = seen[0]?.at.getTime() ?? 0
      expect((lost?.at.getTime() ?? 0) - missing).toBe(lostAfterDays * day)
    },
  )

  it('never takes a domain away because a name server does not answer', () => {
    const verified = judgeCheck(claimed, 'found', start)
    const seen = follow(verified, () => 'unreachable', 30)
    expect(seen.length).toBeGreaterThan(100)
    expect(seen.every(({ claim }) => claim.status === 'verified')).toBe(true)
  })

  it('keeps its word whatever is found and when', () => {
    const findings = fc.constantFrom<Finding>(
      'found',
      'no-record',
      'other-record',
      'unreachable',
      'not-in-plan',
      'taken',
    )
    const looks = fc.array(fc.tuple(findings, fc.integer({ min: 1, max: 10 * day })), { maxLength: 60 })
    fc.assert(
      fc.property(looks, all => {
        let [claim, now] = [claimed, start.getTime()]
        for (const [finding, later] of all) {
          now += later
          const before = claim
          claim = judgeCheck(claim, finding, new Date(now))
          expect((claim.status === 'verified') === (claim.verifiedAt !== null)).toBe(true)
          expect(claim.missingSince === null || claim.status === 'verified').toBe(true)
          expect(claim.status === 'failed').toBe(claim.nextCheckAt === null)
          expect(claim.nextCheckAt === null || claim.nextCheckAt.getTime() > now).toBe(true)
          if (finding === 'found') expect(claim.status).toBe('verified')
          if (before.status === 'verified' && claim.status !== 'verified')
            expect(now - (before.missingSince?.getTime() ?? now)).toBeGreaterThanOrEqual(lostAfterDays * day)
        }
      }),
    )
  })
})

describe('a domain', () => {
  it.each([
    ['portal.acme.com', 'portal.acme.com'],
    ['  HTTPS://Portal.Acme.com:8443/x?y ', 'portal.acme.com'],
    ['bücher.example.de', 'xn--bcher-kva.example.de'],
    ['acme.com.', 'acme.com'],
  ])('is read from %s', (text, host) => expect(domainSchema.parse(text)).toBe(host))

  it.each([
    '',
    'acme',
    '127.0.0.1',
    '[::1]',
    'a..com',
    '-a.com',
    'a b.com',
    '1.2.3.4',
    `${'a'.repeat(64)}.com`,
    '*.acme.com',
  ])('is not %s', text => expect(domainSchema.safeParse(text).success).toBe(false))

  it('is nobody’s when it is the product’s own', () => {
    for (const host of ['portico.example', 'x.portico.example', 'a.localhost', 'x.internal'])
      expect(isClaimable(host, 'portico.example'), host).toBe(false)
    expect(isClaimable('evilportico.example', 'portico.example')).toBe(true)
  })
})
