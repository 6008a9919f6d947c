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

/** The company's zone as the first choice, then every zone of the Americas and the rest of the world. */
export function zoneChoices(current: string): { value: string; label: string }[] {
  const all = Intl.supportedValuesOf('timeZone')
  const known = all.includes(current) ? all : [current, ...all]
  const rank = (zone: string) => (zone.startsWith('America/') || zone.startsWith('Pacific/Honolulu') ? 0 : 1)
  return known
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

/** The fields of `next` that differ from `last`, before and after; null when nothing does. */
export function changesBetween<T extends Record<string, string | null>>(
  last: T,
  next: T,
): { before: Partial<T>; after: Partial<T> } | null {
  const changed = (Object.keys(next) as (keyof T)[]).filter(field => last[field] !== next[field])
  if (changed.length === 0) return null
  const pick = (from: T) => Object.fromEntries(changed.map(field => [field, from[field]])) as Partial<T>
  return { before: pick(last), after: pick(next) }
}
