import { env } from '@/lib/env/env'
import { askService, judgeAnswer, type KeyCheck } from '@/lib/integrations/http/ask-service'

/** Tries a hook of Zapier by posting one event that says it is a test. */
export async function checkZapierHook(key: { hookUrl: string }): Promise<KeyCheck> {
  const { ZAPIER_BASE_URL } = env()
  const { pathname, href } = new URL(key.hookUrl)
  const answer = await askService(ZAPIER_BASE_URL ? new URL(pathname, ZAPIER_BASE_URL).href : href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'test', from: 'Portico' }),
  })
  return judgeAnswer('Zapier', answer, () => 'Zapier took the test event.')
}
