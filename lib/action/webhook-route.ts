import { log } from '@/lib/log/log'
import { reportSurprises, Surprise } from './report-surprise'

type WebhookSpec<E> = {
  source: string
  /** Proves that the source sent this very body; null when it did not. */
  verify: (request: Request, body: string) => E | null | Promise<E | null>
}

const largestBody = 256 * 1024

const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/**
 * Makes a route that a provider reports to. Whoever cannot sign for the source is refused without a word; the handler
 * must bear the same report twice and reports in any order. Any host will do, for no session or tenant comes from it.
 */
export function webhookRoute<E>(spec: WebhookSpec<E>, handle: (event: E) => Promise<void>) {
  const route = async (request: Request): Promise<Response> => {
    if (Number(request.headers.get('content-length') ?? 0) > largestBody) return answer(413)
    const body = await request.text()
    if (body.length > largestBody) return answer(413)
    try {
      const event = await reportSurprises(async () => spec.verify(request, body))
      if (event === null) {
        log().warn({ source: spec.source }, 'webhook refused: not signed by its source')
        return answer(401)
      }
      await reportSurprises(() => handle(event))
      return answer(204)
    } catch (error) {
      if (error instanceof Surprise) return answer(500)
      throw error
    }
  }
  return Object.assign(route, { spec: { entry: 'webhook' as const, source: spec.source } })
}
