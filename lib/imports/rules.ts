import { normaliseText } from '@/lib/lists/search-terms'

/** A heading as it is compared: lower case, without accents and punctuation, one space between words. */
export function normaliseHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/#/g, ' no ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const commonWords = new Set(
  'a an the of at in and condo condos condominium condominiums association assn assoc inc llc hoa coa poa homeowners owners community'.split(
    ' ',
  ),
)

/** What is left of an association's name without the words that people leave out; may be empty. */
export function looseName(name: string): string {
  const words = normaliseHeading(name).split(' ')
  return words.filter(word => !commonWords.has(word)).join('')
}

/** A unit's label without its designation, punctuation and leading zeros: `Unit 04-B` and `4b` are one. */
export function looseLabel(label: string): string {
  return normaliseText(label)
    .replace(/^((unit|apt|apartment|suite|ste|lot|no|number)\b|#)[\s.:#-]*/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
}
