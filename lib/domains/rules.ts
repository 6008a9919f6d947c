/** The name of the TXT record that proves a domain. */
export function recordName(host: string): string {
  return `_portico.${host}`
}

/** Says whether a host can be a company's own: none of the product's, and none that only this network knows. */
export function isClaimable(host: string, rootDomain: string): boolean {
  const closed = [
    rootDomain.toLowerCase(),
    'localhost',
    'local',
    'internal',
    'test',
    'invalid',
    'arpa',
    'onion',
  ]
  return closed.every(name => host !== name && !host.endsWith(`.${name}`))
}

/** What a look at a domain found: the record, or what was in the way. */
export type Finding = 'found' | 'no-record' | 'other-record' | 'unreachable' | 'not-in-plan' | 'taken'

export type Problem = Exclude<Finding, 'found'> | 'given-up' | 'lost'

/** Where a claim stands. */
export type Claim = {
  status: 'pending' | 'verified' | 'failed'
  claimedAt: Date
  verifiedAt: Date | null
  /** How often it was looked for since it was claimed. */
  checks: number
  nextCheckAt: Date | null
  missingSince: Date | null
  problem: Problem | null
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a record is looked for before nobody is expected to set it any more. */
const givenUpAfter = 14 * day
/** How long a verified domain answers on without its record. */
export const lostAfterDays = 3
const longestWait = 6 * hour

/** Minutes doubling from one up to six hours. */
function waitAfter(checks: number): number {
  return Math.min(minute * 2 ** Math.min(checks - 1, 20), longestWait)
}

const after = (now: Date, ms: number) => new Date(now.getTime() + ms)

function judgeVerified(claim: Claim, finding: Problem, now: Date): Claim {
  // A name server that does not answer says nothing about the record.
  if (finding === 'unreachable') return { ...claim, problem: finding, nextCheckAt: after(now, hour) }
  const missingSince = claim.missingSince ?? now
  if (now.getTime() - missingSince.getTime() < lostAfterDays * day)
    return { ...claim, missingSince, problem: finding, nextCheckAt: after(now, longestWait) }
  const problem = finding === 'not-in-plan' ? finding : 'lost'
  return { ...claim, status: 'failed', verifiedAt: null, missingSince: null, problem, nextCheckAt: null }
}

/**
 * What a look at a domain makes of its claim. A record that is found verifies it, and is looked for again every day;
 * one that is gone is a warning for three days and then the end. One not yet found is looked for less and less often,
 * for two weeks.
 */
export function judgeCheck(claim: Claim, finding: Finding, now: Date): Claim {
  if (finding === 'found')
    return {
      ...claim,
      status: 'verified',
      verifiedAt: claim.verifiedAt ?? now,
      checks: 0,
      missingSince: null,
      problem: null,
      nextCheckAt: after(now, day),
    }
  if (claim.status === 'verified') return judgeVerified(claim, finding, now)
  const checks = claim.checks + 1
  if (claim.status === 'failed') return { ...claim, checks, problem: finding, nextCheckAt: null }
  if (now.getTime() - claim.claimedAt.getTime() >= givenUpAfter)
    return { ...claim, checks, status: 'failed', problem: 'given-up', nextCheckAt: null }
  return { ...claim, checks, problem: finding, nextCheckAt: after(now, waitAfter(checks)) }
}
