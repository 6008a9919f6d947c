/** Writes text the way `app.normalise` stores it: lower case, without accents, one space between words. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words to look for: at most eight, each of which must occur. */
export function searchTerms(q: string): string[] {
  return normaliseText(q).split(' ').filter(Boolean).slice(0, 8)
}

/** A LIKE pattern that finds the term anywhere; `%`, `_` and `\` in it stand for themselves. */
export function containsPattern(term: string): string {
  return `%${term.replace(/[\\%_]/g, character => `\\${character}`)}%`
}
