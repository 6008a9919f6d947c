import { z } from 'zod'
import { env } from '@/lib/env/env'
import { askService, judgeAnswer, type KeyCheck } from '@/lib/integrations/http/ask-service'

const domains = z.object({ data: z.array(z.object({ name: z.string(), status: z.string().optional() })) })
const restricted = z.looseObject({ name: z.literal('restricted_api_key') })

/** Tries a key of Resend: whether it is one, and whether the sender's domain is verified in its account. */
export async function checkResendKey(key: { apiKey: string; from: string }): Promise<KeyCheck> {
  const base = env().RESEND_BASE_URL ?? 'https://api.resend.com'
  const answer = await askService(`${base}/domains`, { headers: { authorization: `Bearer ${key.apiKey}` } })
  // A key that may only send is as good; it cannot tell of domains.
  if (answer && restricted.safeParse(answer.body).success) {
    return { outcome: 'passed', detail: 'The key may send; it cannot tell whether the domain is verified.' }
  }
  return judgeAnswer('Resend', answer, body => {
    const domain = key.from.split('@').at(-1)?.toLowerCase() ?? ''
    const found = domains.safeParse(body)
    const own = found.success ? found.data.data.find(each => domain === each.name.toLowerCase()) : undefined
    if (!own) return { outcome: 'refused', detail: `The domain ${domain} is not in this Resend account.` }
    if (own.status !== 'verified') {
      return { outcome: 'refused', detail: `Resend has not verified the domain ${domain} yet.` }
    }
    return `Resend knows the key, and ${domain} is verified.`
  })
}
