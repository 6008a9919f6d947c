import { usualZones, zoneName } from '@/lib/time/zone-name'

/** Languages and places whose way of writing dates and numbers a company may choose. */
export const locales = [
  { value: 'en-US', label: 'English (United States)' },
  { value: 'en-CA', label: 'English (Canada)' },
  { value: 'en-GB', label: 'English (United Kingdom)' },
  { value: 'en-AU', label: 'English (Australia)' },
  { value: 'es-US', label: 'Español (Estados Unidos)' },
  { value: 'es-MX', label: 'Español (México)' },
  { value: 'fr-CA', label: 'Français (Canada)' },
  { value: 'pt-BR', label: 'Português (Brasil)' },
] as const

/** Currencies a company may keep its books in. */
export const currencies = [
  { value: 'USD', label: 'US dollar (USD)' },
  { value: 'CAD', label: 'Canadian dollar (CAD)' },
  { value: 'MXN', label: 'Mexican peso (MXN)' },
  { value: 'EUR', label: 'Euro (EUR)' },
  { value: 'GBP', label: 'Pound sterling (GBP)' },
  { value: 'AUD', label: 'Australian dollar (AUD)' },
  { value: 'BRL', label: 'Brazilian real (BRL)' },
] as const

/** The zones most companies are in, then the rest of the Americas and of the world; the one in use is among them. */
export function zoneChoices(current: string): { value: string; label: string }[] {
  const usual = new Set(usualZones.map(zone => zone.value))
  const others = new Set([current, ...Intl.supportedValuesOf('timeZone')])
  const rank = (zone: string) => (zone.startsWith('America/') ? 0 : 1)
  const rest = [...others]
    .filter(zone => !usual.has(zone))
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  return [...usualZones, ...rest.map(zone => ({ value: zone, label: zoneName(zone) }))]
}

/** What the company's commission is a share of: what the guest pays, or that less what the channel keeps. */
export const commissionBases = ['gross', 'net'] as const

/** How value added tax is reckoned. The rate is in basis points: 750 is 7.5 %. */
export type Vat = { mode: 'none' } | { mode: 'exclusive' | 'inclusive'; rateBp: number }

/** What the company keeps of a booking: a share in basis points, or an amount in minor units of its currency. */
export type CommissionRule =
  | { kind: 'none' }
  | { kind: 'percent'; of: (typeof commissionBases)[number]; rateBp: number }
  | { kind: 'fixed'; amountMinor: bigint }

/** How the company reckons with money. */
export type Money = { currency: string; vat: Vat; commission: CommissionRule; statementFooter: string }

/** Who the company's emails come from, and when its people are left alone, in minutes after midnight in its zone. */
export type Messages = {
  senderName: string | null
  replyTo: string | null
  quiet: { fromMinute: number; untilMinute: number } | null
}

/** The columns of the settings about money, but for the currency, which stands with the profile. */
export function moneyColumns({ vat, commission, statementFooter }: Money) {
  const percent = commission.kind === 'percent' ? commission : null
  return {
    vatMode: vat.mode,
    vatRateBp: vat.mode === 'none' ? 0 : vat.rateBp,
    commissionKind: commission.kind,
    commissionOf: percent?.of ?? null,
    commissionRateBp: percent?.rateBp ?? null,
    commissionFixedMinor: commission.kind === 'fixed' ? commission.amountMinor : null,
    statementFooter,
  }
}

/** What the audit log and a form's fingerprint say of the settings about money. */
export function moneyFacts(money: Money) {
  const { commissionFixedMinor, ...columns } = moneyColumns(money)
  return {
    currency: money.currency,
    ...columns,
    commissionFixedMinor: commissionFixedMinor === null ? null : String(commissionFixedMinor),
  }
}

/** The columns of the settings about messages. */
export function messagesColumns({ senderName, replyTo, quiet }: Messages) {
  return {
    senderName,
    replyTo,
    quietFromMinute: quiet?.fromMinute ?? null,
    quietUntilMinute: quiet?.untilMinute ?? null,
  }
}

/** The fields of `next` that differ from `last`, before and after; null when nothing does. */
export function changesBetween<T extends Record<string, string | number | null>>(
  last: T,
  next: T,
): { before: Partial<T>; after: Partial<T> } | null {
  const changed = (Object.keys(next) as (keyof T)[]).filter(field => last[field] !== next[field])
  if (changed.length === 0) return null
  const pick = (from: T) => Object.fromEntries(changed.map(field => [field, from[field]])) as Partial<T>
  return { before: pick(last), after: pick(next) }
}
