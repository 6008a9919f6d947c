import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { limiter } from './limiters'

const firstBlockSeconds = 5 * 60
const longestBlockSeconds = 60 * 60

async function consume(counter: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await counter.consume(key)
    return null
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused
    throw refused
  }
}

/** Counts an attempt from a network address; answers how many seconds to wait, or null when it may go on. */
export async function countFromAddress(what: string, address: string): Promise<number | null> {
  const refused = await consume(limiter(address === 'direct' ? 'direct' : 'address'), `${what}:${address}`)
  return refused && Math.ceil(refused.msBeforeNext / 1000)
}

/**
 * Counts a password attempt on an account before the password is looked at, so that attempts sent at once are
 * counted too. Over the limit the account's passwords rest: 5 minutes, then twice as long each time in a day, up to
 * an hour. Links by email and resets are counted apart, so they still work.
 * @returns seconds to wait, or null when it may go on
 */
export async function countPasswordAttempt(account: string): Promise<number | null> {
  const counter = limiter('password')
  const refused = await consume(counter, account)
  if (!refused) return null
  if (refused.consumedPoints !== counter.points + 1) return Math.ceil(refused.msBeforeNext / 1000)
  const { consumedPoints: strikes } = await limiter('strikes').penalty(account)
  const seconds = Math.min(firstBlockSeconds * 2 ** (strikes - 1), longestBlockSeconds)
  await counter.block(account, seconds)
  return seconds
}

/** Counts a mail asked for an account; false when enough were sent already, and those still hold good links. */
export async function countMail(account: string): Promise<boolean> {
  return (await consume(limiter('mail'), account)) === null
}

/** Forgets an account's attempts after its password was given right. */
export async function forgiveAttempts(account: string): Promise<void> {
  await Promise.all([limiter('password').delete(account), limiter('strikes').delete(account)])
}

/** Counts a promotion code that a company tries; answers how many seconds to wait, or null when it may go on. */
export async function countCoupon(tenantId: string): Promise<number | null> {
  const refused = await consume(limiter('coupon'), tenantId)
  return refused && Math.ceil(refused.msBeforeNext / 1000)
}

/** Counts a request of an API token; answers how many seconds to wait, or null when it may go on. */
export async function countApiRequest(tokenId: string): Promise<number | null> {
  const refused = await consume(limiter('api'), tokenId)
  return refused && Math.ceil(refused.msBeforeNext / 1000)
}

/** Counts how often a proxy asks about domains; answers how many seconds to wait, or null when it may go on. */
export async function countDomainAsk(address: string): Promise<number | null> {
  const refused = await consume(limiter('ask'), address)
  return refused && Math.ceil(refused.msBeforeNext / 1000)
}

/** Takes back an attempt counted for an address, after a sign-in that worked: a whole office may share one. */
export async function forgiveAddress(what: string, address: string): Promise<void> {
  await limiter(address === 'direct' ? 'direct' : 'address').reward(`${what}:${address}`)
}
