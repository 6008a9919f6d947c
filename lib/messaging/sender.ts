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

/** The Message-ID of an email, the same at every try, under the domain it comes from: `<id@mail.example>`. */
export function messageIdOf(id: string, address: string): string {
  return `<${id}@${address.split('@').at(-1)}>`
}
