import { z } from 'zod'
import { env } from '@/lib/env/env'
import { askService, judgeAnswer, type KeyCheck } from '@/lib/integrations/http/ask-service'

const granted = z.looseObject({ access_token: z.string().min(1) })

/**
 * Tries a key of Hostaway by asking for an access token, which is not kept.
 * @source https://api.hostaway.com/documentation#authentication
 */
export async function checkHostawayKey(key: { accountId: string; apiKey: string }): Promise<KeyCheck> {
  const base = env().HOSTAWAY_BASE_URL ?? 'https://api.hostaway.com'
  const answer = await askService(`${base}/v1/accessTokens`, {
    method: 'POST',
    headers: { 'cache-control': 'no-cache' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: key.accountId,
      client_secret: key.apiKey,
      scope: 'general',
    }),
  })
  return judgeAnswer('Hostaway', answer, body =>
    granted.safeParse(body).success
      ? 'Hostaway gave an access token.'
      : { outcome: 'refused', detail: 'Hostaway gave no access token for this key.' },
  )
}
