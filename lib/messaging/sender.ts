/**
 * The address emails come from, under the company's name: `"Harbor Management" <notices@mail.example>`.
 * @param configured MAIL_FROM, an address with or without a name
 */
export function senderOf(company: string, configured: string): string {
  const address = /<([^<>]+)>\s*$/.exec(configured)?.[1] ?? configured
  const name = company
    .replace(/[\p{Cc}"\\<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `"${name}" <${address.trim()}>`
}
