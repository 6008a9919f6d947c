import { readPhone } from '@/lib/phone/read-phone'
import { type Content, privateFields, secretFields, type TemplateName, templateSchemas } from './templates'

export const messageStatuses = [
  'queued',
  'sending',
  'uncertain',
  'sent',
  'failed',
  'delivered',
  'bounced',
  'complained',
  'suppressed',
] as const
export type MessageStatus = (typeof messageStatuses)[number]

/** Says whether a status is further along than another, so that a late report never moves a message back. */
export function isFurther(next: MessageStatus, current: MessageStatus): boolean {
  return messageStatuses.indexOf(next) > messageStatuses.indexOf(current)
}

/** Whether a message in this status may still be handed to the provider, and so keeps its one-time links. */
export function mayStillSend(status: MessageStatus): boolean {
  return status === 'queued' || status === 'sending' || status === 'failed'
}

/** What is said of a message of which nobody knows whether it was sent, and why not. */
export function uncertainty(why: string): string {
  return `${why} It may have arrived, so it is not sent again by itself.`
}

type Fields = Record<string, string | number>

/** Parts a template's data into what may be kept, and the one-time links and what is private that may not. */
export function partSecrets(template: TemplateName, data: Fields): { data: Fields; secrets: Fields | null } {
  const secret = new Set([...secretFields[template], ...(privateFields[template] ?? [])])
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(data).filter(([field]) => secret.has(field) === wanted))
  return { data: pick(false), secrets: secret.size > 0 ? pick(true) : null }
}

/**
 * Puts a stored message's data together again and checks it.
 * @throws when the template is unknown, or data or links are missing
 */
export function readContent(template: string, data: unknown, secrets: unknown): Content {
  if (!(template in templateSchemas)) throw new Error(`no such template: ${template}`)
  const schema = templateSchemas[template as TemplateName]
  const whole = Object.assign({}, data, secrets)
  return { template, data: schema.parse(whole) } as Content
}

/** An address that leads nowhere, in place of a one-time link when a message is shown to somebody else. */
export const withheldLink = 'https://link.invalid/withheld'

/** A message's content to show in the log: the recipient's wording, without links that would let the reader in. */
export function shownContent(template: string, data: unknown): Content {
  const fields = secretFields[template as TemplateName] ?? []
  return readContent(template, data, Object.fromEntries(fields.map(field => [field, withheldLink])))
}

/** The number in the form texts are sent to; null when it cannot receive any (not a number, or an extension). */
export function textableNumber(phone: string): string | null {
  const number = readPhone(phone)
  return number === null || number.includes(';') ? null : number
}

/** What nobody may quote of a message: its one-time links, and the last part of each, which is what opens it. */
export function linkSecrets({ template, data }: Content): Record<string, string> {
  const links = secretFields[template].map(field =>
    String(Object.entries(data).find(([name]) => name === field)?.[1]),
  )
  return Object.fromEntries(
    links.flatMap((link, at) => [
      [`link${at}`, link],
      [`token${at}`, new URL(link).pathname.split('/').at(-1) ?? ''],
    ]),
  )
}

const providersCode =
  /^(?:The mail server refused the message: [45]\d{2}|[a-z]+(?:_[a-z]+){1,5}|[1-9]\d{2,4}|network)(?=[\s:-]|$)/

/** A problem as Portico's people read it: of what a provider answered the code alone, since its words may name people. */
export function withoutWords(problem: string): string {
  return providersCode.exec(problem)?.[0] ?? problem
}

/** Whether a message's link has stopped working, so that sending it would only disappoint. */
export function linkLapsed(content: Content, createdAt: Date, now: Date): boolean {
  const { data } = content
  const minutes =
    'expiresInMinutes' in data
      ? data.expiresInMinutes
      : 'expiresInDays' in data
        ? data.expiresInDays * 1440
        : Number.POSITIVE_INFINITY
  return now.getTime() - createdAt.getTime() >= minutes * 60_000
}

const worthRepeating: readonly string[] = [
  'failed',
  'uncertain',
  'bounced',
  'suppressed',
] satisfies MessageStatus[]

/** Whether a message came to nothing, or may have, so that sending it again makes sense. */
export function mayBeLost(status: string): boolean {
  return worthRepeating.includes(status)
}

/** Whether to offer sending it again: only a message that failed, or may have, still has its one-time link. */
export function mayRepeat(status: string, template: string): boolean {
  const keepsLink = status === 'failed' || status === 'uncertain'
  return mayBeLost(status) && (keepsLink || secretFields[template as TemplateName]?.length === 0)
}
