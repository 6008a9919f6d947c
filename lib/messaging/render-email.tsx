import { render } from '@react-email/render'
import { EmailBody } from './emails/email-body'
import type { EmailBrand } from './emails/email-layout'
import type { Content } from './templates'

const asPlainText = {
  wordwrap: 78,
  selectors: [
    { selector: '[data-skip-in-text]', format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'h1', format: 'heading', options: { uppercase: false } },
    { selector: 'a[href^="tel:"]', format: 'anchor', options: { ignoreHref: true } },
  ],
}

/** Draws an email, and the same as plain text for readers that show no HTML. */
export async function renderEmail(
  content: Content,
  brand: EmailBrand,
): Promise<{ html: string; text: string }> {
  const email = <EmailBody content={content} brand={brand} />
  const [html, text] = await Promise.all([
    render(email),
    render(email, { plainText: true, htmlToTextOptions: asPlainText }),
  ])
  return { html, text }
}
