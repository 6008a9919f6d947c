import type { EmailBrand } from './emails/email-layout'
import type { ShownMessage } from './read-message'
import { renderEmail } from './render-email'
import { shownContent, withheldLink } from './rules'
import { smsText } from './wording'

const withheld = '(a one-time link, shown to the recipient alone)'

/** Draws a message as the recipient got it, without links that would let the reader in. */
export async function previewMessage(
  message: Pick<ShownMessage, 'template' | 'data' | 'channel'>,
  brand: EmailBrand,
): Promise<{ html: string } | { text: string }> {
  const content = shownContent(message.template, message.data)
  if (message.channel === 'sms')
    return { text: smsText(content, brand.company).replace(withheldLink, withheld) }
  const { html } = await renderEmail(content, brand)
  // Frames follow links even when sandboxed; into a new window they may not.
  const inert = html.replace('<head>', '<head><base target="_blank">')
  return {
    html: inert.replaceAll(`>${withheldLink}<`, `>${withheld}<`).replaceAll(`href="${withheldLink}"`, ''),
  }
}
