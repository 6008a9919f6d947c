import { env } from '@/lib/env/env'

/** The address emails come from, under the company's name: `"Harbor Management" <notices@mail.example>`. */
export function senderOf(company: string): string {
  const configured = env().MAIL_FROM
  const address = /<([^<>]+)>\s*$/.exec(configured)?.[1] ?? configured
  const name = company
    .replace(/[\p{Cc}"\\<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `"${name}" <${address.trim()}>`
}
