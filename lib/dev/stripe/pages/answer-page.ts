import { ApiError } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { checkoutPage } from './checkout-page'
import { escapeHtml } from './html'
import { invoicePage } from './invoice-page'
import { html, type PageAnswer, type PageRequest } from './page'
import { portalPage } from './portal-page'

type Page = (emulator: Emulator, request: PageRequest) => PageAnswer

const pages: [start: string, page: Page][] = [
  ['/c/pay/', checkoutPage],
  ['/p/session/', portalPage],
  ['/invoices/', invoicePage],
]

/** Answers the pages that Stripe hosts for people: checkout, the portal, and invoices. */
export function answerPage(emulator: Emulator, method: string, path: string, body: string): PageAnswer {
  const found = pages.find(([start]) => path.startsWith(start))
  if (!found) return message(404, 'There is nothing here.')
  const [start, page] = found
  const parts = path.slice(start.length).split('/')
  try {
    return page(emulator, { parts, path, form: method === 'POST' ? body : undefined })
  } catch (error) {
    if (error instanceof ApiError) return message(error.status, error.message)
    throw error
  }
}

function message(status: number, sentence: string): PageAnswer {
  return html('Not here', `<h1>Not here</h1><p>${escapeHtml(sentence)}</p>`, status)
}
