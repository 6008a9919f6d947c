import { collapseSpaces, tidyName } from './tidy-name'

/** A management company as it can be grouped: `key` is equal for spellings of one company. */
export type Manager = { key: string; name: string }

const opening =
  /^(c\s*[/\\.]\s*[oi0]\b\.?|c[/\\.][oi](?=[a-z]{2})|co\b(?! op)|c\/(?= )|%|att(n|ention)\b)[\s:.,-]*/i
const suffixes = /(?:\s(?:inc|llc|l l c|corp|corporation|co|company|ltd|pa|p a|pllc|llp|incorporated))+$/
const industry = [
  'management',
  'residential',
  'property',
  'properties',
  'community',
  'communities',
  'association',
  'associates',
  'condominium',
  'services',
  'hospitality',
  'consulting',
  'professionals',
  'solutions',
  'accounting',
  'financial',
  'realty',
]
const abbreviations: Record<string, string> = {
  mgmt: 'management',
  mgt: 'management',
  mgmnt: 'management',
  mngmt: 'management',
  mangement: 'management',
  managment: 'management',
  managments: 'management',
  managements: 'management',
  prop: 'property',
  properties: 'property',
  svcs: 'services',
  svc: 'services',
  srvcs: 'services',
  svs: 'services',
  serv: 'services',
  service: 'services',
  assn: 'association',
  assoc: 'association',
  condo: 'condominium',
  comm: 'community',
  res: 'residential',
  grp: 'group',
}
const companyWords =
  /\b(management|property|services|group|realty|associates|association|residential|community|hospitality|consulting|solutions|accounting|financial|inc|llc|corp|pa|company|communities|condominium|enterprises)\b/
const nobody =
  /^(the )?(on ?site |property |condo(minium)? |building |lobby |association |main |business )?(office|manager|management|management office|managers? ?s? office|office manager|president|treasurer|secretary|board( of directors)?|clubhouse|mail ?room|receptionist|owner|registered agent|property management)( .*box)?$/
const title =
  /[\s,]+[-–]?\s*(assn )?(president|treasurer|secretary|registered ag(en)?t|regd agent|resident manager|bookkeeper|cam|esq(uire)?|cpa|vp)\.?$/i
const firstService = /^firstservices?(residential.*)?$/

/**
 * Recognises the management company in a register's routing line, such as `C/O SEACREST SERVICES, INC.`: drops
 * the opening, the legal form, departments and people named beside the company, and evens out abbreviations and slips.
 * A person or law firm named there is kept as it stands; an office on site is nobody.
 * @returns null when the line names no one
 */
export function identifyManager(route: string): Manager | null {
  let line = collapseSpaces(route)
  for (let before = ''; before !== line; ) {
    before = line
    line = line.replace(opening, '').trim()
  }
  if (/^[\d\s().+-]*$/.test(line) || /@|\bno emails?\b/i.test(line.replace(/ @ /g, ' '))) return null
  const part = chooseCompany(line)
  const words = part.split(' ').map(evenOut)
  const whole = words.join(' ').replace(suffixes, '')
  if (whole === '' || nobody.test(whole)) return null
  const key = shorten(whole.replace(/^the /, '').replaceAll(/ and | /g, ''))
  if (firstService.test(key)) return { key: 'firstserviceresidential', name: 'FirstService Residential' }
  return { key, name: tidyName(whole.toUpperCase()) }
}

/** Of the pieces around dashes and slashes, the first that speaks of a company; else everything before a title. */
function chooseCompany(line: string): string {
  const pieces = line
    .replace(/\battn\b.*$/i, '')
    .replace(title, '')
    .split(/\s+[-@–]+\s+|\.-|\/(?=ste|suite)/i)
    .map(simplify)
    .filter(piece => piece !== '' && !/^(ste|suite|dept|unit|apt)\.? ?\w*$/.test(piece))
  const company = pieces.find(piece => companyWords.test(piece.split(' ').map(evenOut).join(' ')))
  return company ?? pieces[0] ?? ''
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(\w) (?=\w\b(?! and))/g, '$1')
    .trim()
}

/** Spells a word out and mends a slip of up to two letters in long words of the trade. */
function evenOut(word: string): string {
  const known = abbreviations[word]
  if (known) return known
  if (word.length < 7 || industry.includes(word)) return word === 'properties' ? 'property' : word
  const meant = industry.find(
    candidate => candidate.length >= 8 && distance(word, candidate) <= 2 && word[0] === candidate[0],
  )
  return meant ? (abbreviations[meant] ?? meant) : word
}

/** What companies leave out as often as not: `services` or `consulting` after `management`, the state at the end. */
function shorten(key: string): string {
  const shorter = key
    .replace(/(management)(services|consulting|group|solutions)+(inc|llc|corp)?$/, '$1')
    .replace(/(.{8,}?)(offlorida|florida|fl)$/, '$1')
  return shorter.length >= 6 && shorter !== 'management' ? shorter : key
}

/** Edits between two words, a swap of neighbours counting once. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
