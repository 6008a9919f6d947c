import { expect, it } from 'vitest'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeApiToken } from '@/lib/testing/make-api-token'
import { answerOnce, hashRequest } from './idempotency'

testDatabase()

const start = new Date('2026-03-01T00:00:00Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)

async function keyed(key: string) {
  const { id: tokenId } = await makeApiToken()
  return async (body: string, now: Date, work: () => Promise<Response>) => {
    const answer = await answerOnce({ tokenId, key, requestHash: hashRequest('POST', '/', body), now }, work)
    const { reason, done }: { reason?: string; done?: number } = await answer.json()
    return [answer.status, reason ?? done]
  }
}

it('a request whose server died is taken over after a minute, by the same request alone', async () => {
  const ask = await keyed('died')
  await expect(ask('a', at(0), () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  const never = () => Promise.reject(new Error('done twice'))
  expect(await ask('a', at(59), never)).toEqual([409, 'key_in_use'])
  expect(await ask('b', at(61), never)).toEqual([422, 'key_reused'])
  expect(await ask('a', at(61), async () => Response.json({ done: 1 }))).toEqual([200, 1])
  expect(await ask('a', at(3600), never)).toEqual([200, 1])
})

it.each([429, 500, 503])('an answer of %d is not kept: the next is done', async status => {
  const ask = await keyed(`answer-${status}`)
  expect(await ask('a', at(0), async () => Response.json({ reason: 'no' }, { status }))).toEqual([
    status,
    'no',
  ])
  expect(await ask('a', at(1), async () => Response.json({ done: 2 }))).toEqual([200, 2])
})

it('is its token’s own', async () => {
  const [one, other] = [await keyed('same'), await keyed('same')]
  expect(await one('a', at(0), async () => Response.json({ done: 1 }))).toEqual([200, 1])
  expect(await other('b', at(0), async () => Response.json({ done: 2 }))).toEqual([200, 2])
})
