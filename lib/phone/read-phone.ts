/**
 * Reads a telephone number as lists write it; ten digits are taken for a number of North America.
 * @returns the number in E.164, with `;ext=` and the extension when there is one, or null when it is no number
 */
export function readPhone(text: string): string | null {
  const [, main = '', extension] =
    /^(.*?)(?:[\s,;]*(?:ext\.?|extension|x|#)\s*(\d{1,7}))?\s*$/i.exec(text.trim()) ?? []
  if (!/^[+\d\s().\-–/]+$/.test(main)) return null
  const digits = main.replace(/\D/g, '')
  const number = main.trim().startsWith('+') ? international(digits) : northAmerican(digits)
  return number === null ? null : extension ? `${number};ext=${extension}` : number
}

function northAmerican(digits: string): string | null {
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null
}

function international(digits: string): string | null {
  if (digits.startsWith('1')) return northAmerican(digits)
  return /^[2-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
}
