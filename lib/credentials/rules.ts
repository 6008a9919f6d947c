import { addDays, type LocalDate } from '@/lib/time/local-date'
import { type KeyField, type Provider, providers, providerTable } from './providers'

/** How long a replaced key stays usable: for messages under way, and for reports signed with it. */
export const graceHours = 72

/** How long a test may be under way before one may ask again. */
const testPatienceMs = 60_000

const dots = '••••••••'

function shownOf(field: KeyField | undefined, value: string): string {
  if (field?.shown === 'whole') return value
  // Four characters of a short secret would be too much of it.
  return field?.shown === 'tail' && value.length >= 16 ? `${dots}${value.slice(-4)}` : dots
}

/** What may be shown of a key, field by field. */
export function hintsOf(provider: Provider, values: Record<string, string>): Record<string, string> {
  const { fields } = providerTable[provider]
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shownOf(fields[name], value)]),
  )
}

/** A vendor's sentence without the secrets it may quote. */
export function withoutSecrets(text: string, values: Record<string, string | undefined>): string {
  return Object.values(values)
    .filter(value => value !== undefined && value.length >= 4)
    .sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))
    .reduce<string>((told, value) => told.replaceAll(value ?? '', dots), text)
    .replace(/\b(Basic|Bearer) +[^\s"',]+/gi, `$1 ${dots}`)
}

/** Where an entered key stands. */
export type KeyState = 'waiting' | 'active' | 'leaving' | 'retired'

type Instants = { activeFrom: Date | null; retiresAt: Date | null; retiredAt: Date | null }

/** Waiting to be tried, in use, still usable after another took over, or gone. */
export function keyState({ activeFrom, retiresAt, retiredAt }: Instants, now: Date): KeyState {
  if (retiredAt || (retiresAt && retiresAt <= now)) return 'retired'
  if (!activeFrom) return 'waiting'
  return retiresAt ? 'leaving' : 'active'
}

/** Whether a test was asked for and has not answered; one that takes too long no longer counts. */
export function isBeingTested(
  { testAskedAt, testedAt }: { testAskedAt: Date | null; testedAt: Date | null },
  now: Date,
): boolean {
  if (!testAskedAt || now.getTime() - testAskedAt.getTime() > testPatienceMs) return false
  return !testedAt || testedAt < testAskedAt
}

/** Days before a key expires on which its admins are told. */
const noticeDays = [1, 7, 30] as const

/** Which notice of expiry is due: the tightest that covers the days left; null when none is, or it is too late. */
export function expiryNotice(expiresOn: LocalDate, today: LocalDate): (typeof noticeDays)[number] | null {
  if (expiresOn < today) return null
  return noticeDays.find(days => expiresOn <= addDays(today, days)) ?? null
}

type Standing = { provider: Provider; keys: readonly { state: KeyState }[] }

const hasActive = (credentials: readonly Standing[], provider: Provider) =>
  credentials.some(each => each.provider === provider && each.keys.some(key => key.state === 'active'))

/** The service that serves instead of another, since the company has a key of it in use; null when none does. */
export function servesInstead(provider: Provider, credentials: readonly Standing[]): Provider | null {
  const { yieldsTo } = providerTable[provider]
  return yieldsTo && hasActive(credentials, yieldsTo) ? yieldsTo : null
}

/** The service whose key serves once that of another is removed; null when the platform's own account does. */
export function servesNext(provider: Provider, credentials: readonly Standing[]): Provider | null {
  const next = providers.find(each => providerTable[each].yieldsTo === provider)
  return next && hasActive(credentials, next) ? next : null
}
