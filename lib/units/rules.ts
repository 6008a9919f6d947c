import {
  compareFractions,
  type Fraction,
  formatShare,
  fraction,
  parseFraction,
  sumOf,
  whole,
} from '@/lib/fraction/fraction'

/** As many units as can be added in one go. */
export const longestSeries = 2000

const range = /^(.*?)(\d{1,6})\s*[-–—]\s*\1?(\d{1,6})$/
const floorRange = /^(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?$/

function numbersOf(part: string): string[] | null {
  const match = range.exec(part)
  if (!match) return [part]
  const [, prefix = '', first = '', last = ''] = match
  const [from, to] = [Number(first), Number(last)]
  if (to < from || to - from >= longestSeries) return null
  return Array.from(
    { length: to - from + 1 },
    (_, at) => prefix + String(from + at).padStart(first.length, '0'),
  )
}

function floorsOf(text: string): string[] | null {
  if (text.trim() === '') return ['']
  const match = floorRange.exec(text.trim())
  if (!match) return null
  const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])]
  return to < from ? null : Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
}

/** Puts the floor before the number and after the letters that stand before it: `A-01` on floor 3 is `A-301`. */
const onFloor = (floor: string, label: string) => label.replace(/^(\D*)/, letters => letters + floor)

/**
 * Spells out a series of labels: `101–120`, `A-1–A-12`, `PH1, PH2`, parts divided by commas. With floors (`1–6`) each
 * number is repeated on each floor: `01–20` becomes 101 to 620.
 * @returns null when a part cannot be read, a label is too long or there are too many
 */
export function spellSeries(numbers: string, floors = ''): string[] | null {
  const parts = numbers
    .split(/[,;\n]/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(numbersOf)
  const storeys = floorsOf(floors)
  if (!storeys || parts.length === 0 || parts.some(part => part === null)) return null
  const series = parts.flatMap(part => part ?? [])
  if (series.length * storeys.length > longestSeries) return null
  const labels = [...new Set(storeys.flatMap(floor => series.map(label => onFloor(floor, label))))]
  return labels.every(label => label.length <= 40) ? labels : null
}

/** How the assessment shares of an association's units stand to the whole. */
export type ShareSum = {
  units: number
  /** How many of them have a share of their own; the others would have an equal part. */
  given: number
  sum: Fraction
  state: 'equal' | 'whole' | 'short' | 'over' | 'incomplete'
}

/** Adds up shares, each with the number of units that have it (null: none of their own). */
export function sumShares(groups: readonly { share: Fraction | null; units: number }[]): ShareSum {
  const units = groups.reduce((count, group) => count + group.units, 0)
  const own = groups.flatMap(group => (group.share ? [{ share: group.share, units: group.units }] : []))
  const given = own.reduce((count, group) => count + group.units, 0)
  const sum = sumOf(
    own.map(({ share, units: n }) => fraction(share.numerator * BigInt(n), share.denominator)),
  )
  const order = compareFractions(sum, whole)
  const full = order === 0 ? 'whole' : order < 0 ? 'short' : 'over'
  return { units, given, sum, state: given === 0 ? 'equal' : given < units ? 'incomplete' : full }
}

/** Writes a stored share (`3/81`) for people; null, an equal part, stays null. */
export function shareText(stored: string | null | undefined): string | null {
  const share = stored ? parseFraction(stored) : null
  return share && formatShare(share)
}
