import type { MeterPrice } from '@/lib/plans/plan'

const units: Partial<Record<MeterPrice['meter'], string>> = {
  homeowners: 'homeowner',
  'storage-bytes': 'GB stored',
  emails: 'email',
  texts: 'text message',
}

/** What a plan charges for a meter, in words: “$2.50 per homeowner, by the daily average”. */
export function priceWords(
  { meter, unitMicros, reckoned }: MeterPrice,
  currency: string,
  locale: string,
): string {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 6 })
  const price = money.format(`${unitMicros}e-6` as Intl.StringNumericLiteral)
  return `${price} per ${units[meter] ?? meter}${reckoned === 'average' ? ', by the daily average' : ''}`
}
