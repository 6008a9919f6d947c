import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Shortest and longest password taken, in characters. */
export const passwordLength = { least: 10, most: 200 }

let estimator: Promise<ZxcvbnFactory> | undefined

// The dictionaries weigh 20 MB in memory: a process that never judges a password never loads them.
async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    maxLength: 100,
  })
}

const wordsIn = (texts: string[]) =>
  [...new Set(texts.flatMap(text => [text, ...text.split(/[^\p{L}\p{N}]+/u)]))]
    .map(word => word.trim().toLowerCase())
    .filter(word => word.length > 2)

/**
 * Judges a new password offline, against lists of leaked and common ones, patterns, and the words an attacker would
 * try first.
 * @param personal names and addresses of the person and the company
 * @returns the sentence to show beside the field, or null when the password is good
 */
export async function judgePassword(plain: string, personal: string[]): Promise<string | null> {
  const length = [...plain].length
  if (length < passwordLength.least)
    return `Use at least ${passwordLength.least} characters. A few unrelated words work well.`
  if (length > passwordLength.most) return `Use at most ${passwordLength.most} characters.`
  estimator ??= load()
  const { score, feedback } = (await estimator).check(plain, wordsIn([...personal, 'portico']))
  if (score >= 3) return null
  const why = feedback.warning ?? 'This is easy to guess.'
  return `${why} Try three or four unrelated words.`
}
