const small = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'de',
  'del',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'y',
])
const capitals = new Set([
  'nw',
  'ne',
  'sw',
  'se',
  'fl',
  'usa',
  'us',
  'hoa',
  'poa',
  'llc',
  'pa',
  'cpa',
  'cam',
  'rv',
  'po',
  'coa',
  'ii',
  'iii',
  'iv',
  'vi',
  'vii',
  'viii',
  'ix',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
  'xxi',
  'kw',
  'pmi',
  'grs',
  'pbm',
  'mwi',
  'akam',
])
const abbreviations = new Set([
  'st',
  'mt',
  'lk',
  'lks',
  'trl',
  'pt',
  'cv',
  'cr',
  'tr',
  'ft',
  'dr',
  'ln',
  'rd',
  'ct',
  'pl',
  'jr',
  'sr',
  'mr',
  'mrs',
  'ms',
  'hwy',
  'blvd',
  'pkwy',
  'ltd',
  'bldg',
  'apts',
  'mgmt',
  'hts',
  'bch',
  'ph',
  'sq',
  'by',
  'my',
])
const ownSpelling: Record<string, string> = { firstservice: 'FirstService', realmanage: 'RealManage' }

/**
 * Puts a name from a register into the form people write: one space between words, a trailing “the” in front,
 * capitals only where words have them. Names that already mix cases keep theirs. No letter or digit is lost.
 */
export function tidyName(published: string): string {
  const spaced = collapseSpaces(published)
  const inverted = /^(?!the\b)(.+), (the)$/i.exec(spaced) ?? /^(?!THE\b)(\P{Ll}+) (THE)$/u.exec(spaced)
  const ordered = inverted ? `${inverted[2]} ${inverted[1]?.trim()}` : spaced
  if (/\p{Ll}/u.test(ordered)) return ordered
  return ordered.split(' ').map(capitalise).join(' ')
}

/** One space between words and none at the ends; line breaks count as spaces. */
export function collapseSpaces(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim()
}

function capitalise(word: string, index: number): string {
  const lower = word.toLowerCase()
  if (index > 0 && small.has(lower)) return lower
  return lower.replace(/[\p{L}\p{N}']+/gu, (part, at: number) => capitalisePart(part, at, lower))
}

function capitalisePart(part: string, at: number, word: string): string {
  const own = ownSpelling[part]
  if (own) return own
  if (/^\d+(st|nd|rd|th)$/.test(part)) return part
  if (capitals.has(part) || /\d/.test(part)) return part.toUpperCase()
  if (part.length === 1) return at > 0 && word[at - 1] === "'" ? part : part.toUpperCase()
  if (part.length <= 3 && !/[aeiouy]/.test(part) && !abbreviations.has(part)) return part.toUpperCase()
  if (/^(o|d|l)'\p{L}{2}/u.test(part))
    return part[0]!.toUpperCase() + part[1] + part[2]!.toUpperCase() + part.slice(3)
  if (/^mc\p{L}{3}/u.test(part)) return `Mc${part[2]!.toUpperCase()}${part.slice(3)}`
  return part[0]!.toUpperCase() + part.slice(1)
}
