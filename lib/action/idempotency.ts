import { createHash } from 'node:crypto'
import { z } from 'zod'
import { asPlatform } from '@/lib/db/as-platform'
import type { Json } from '@/lib/db/json'
import { problemDetails } from './problem'
import { refuse } from './result'

/** How long a request may take before whoever repeats it takes it over, in seconds; a server may have died. */
const abandonedAfterSeconds = 60

const headersSchema = z.record(z.string(), z.string())

/** What a request is, so that another under the same key is told apart. */
export function hashRequest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

async function take(tokenId: string, key: string, requestHash: string, now: Date): Promise<boolean> {
  const stale = new Date(now.getTime() - abandonedAfterSeconds * 1000)
  const taken = await asPlatform(
    tx => tx.$executeRaw`
      insert into platform.idempotency_keys as k (token_id, key, request_hash, started_at)
      values (${tokenId}::uuid, ${key}, ${requestHash}, ${now})
      on conflict (token_id, key) do update set started_at = excluded.started_at
        where k.status is null and k.started_at <= ${stale} and k.request_hash = excluded.request_hash`,
  )
  return taken > 0
}

async function answerAgain(tokenId: string, key: string, requestHash: string): Promise<Response> {
  const row = await asPlatform(tx =>
    tx.platformIdempotencyKey.findUnique({ where: { tokenId_key: { tokenId, key } } }),
  )
  if (row && row.requestHash !== requestHash) return problemDetails(refuse('key_reused'))
  if (!row || row.status === null) return problemDetails(refuse('key_in_use'), { 'retry-after': '1' })
  const headers = { ...headersSchema.parse(row.headers), 'idempotent-replayed': 'true' }
  return new Response(JSON.stringify(row.answer), { status: row.status, headers })
}

async function keep(tokenId: string, key: string, response: Response): Promise<void> {
  const { status } = response
  const where = { tokenId_key: { tokenId, key } }
  // Whatever may turn out otherwise next time is not kept.
  if (status >= 500 || status === 429) {
    await asPlatform(tx => tx.platformIdempotencyKey.delete({ where }))
    return
  }
  const answer: Json = await response.clone().json()
  const headers = Object.fromEntries(
    ['content-type', 'location', 'cache-control'].flatMap(name => {
      const value = response.headers.get(name)
      return value ? [[name, value]] : []
    }),
  )
  await asPlatform(tx => tx.platformIdempotencyKey.update({ where, data: { status, answer, headers } }))
}

/**
 * Does a request once under its key: sent again it is answered as the first time, without being done; another
 * request under the same key, and one sent while the first is worked on, are refused.
 */
export async function answerOnce(
  { tokenId, key, requestHash, now }: { tokenId: string; key: string; requestHash: string; now: Date },
  work: () => Promise<Response>,
): Promise<Response> {
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) return problemDetails(refuse('bad_key'))
  if (!(await take(tokenId, key, requestHash, now))) return answerAgain(tokenId, key, requestHash)
  const response = await work()
  await keep(tokenId, key, response)
  return response
}
