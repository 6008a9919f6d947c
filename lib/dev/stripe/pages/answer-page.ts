import type { Emulator } from '@/lib/dev/stripe/emulator'

export interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/** Answers the pages that Stripe hosts for people. */
export function answerPage(emulator: Emulator, method: string, url: URL, body: string): PageAnswer {
  return {
    status: 404,
    headers: { 'content-type': 'text/plain' },
    body: `Nothing at ${method} ${url.pathname} ${emulator.origin}${body.slice(0, 0)}`,
  }
}
