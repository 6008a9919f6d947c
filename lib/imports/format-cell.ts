/** How a style of the workbook asks for a number to be shown, as far as it changes what the text means. */
export type NumberStyle = { date: boolean; time: boolean; pad: number; zipPlusFour: boolean }

export const plainStyle: NumberStyle = { date: false, time: false, pad: 0, zipPlusFour: false }

/** Number formats that every workbook knows without declaring them. */
const builtIn: Record<number, string> = {
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
}

/** Reads from a number format code what it makes of a number: a date, a time, or digits with leading zeros. */
export function readNumberFormat(id: number, code: string | undefined): NumberStyle {
  const pattern = code ?? builtIn[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy/m/d' : '')
  const bare = pattern.split(';')[0]!.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '')
  const date = /[yd]/i.test(bare) || /m{3,}/i.test(bare)
  const time = /[hs]/i.test(bare)
  const zeros = /^0{2,}$/.exec(bare)
  return { date, time, pad: zeros ? zeros[0].length : 0, zipPlusFour: /^0{5}\\?-0{4}$/.test(pattern) }
}

/**
 * Writes a stored number as the text that a person sees in the cell: dates as YYYY-MM-DD, leading zeros of
 * padded formats, never an exponent, and the fifteen digits that Excel itself keeps.
 * @param stored the characters of the cell in the file
 */
export function formatNumber(stored: string, style: NumberStyle, date1904: boolean): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if ((style.date || style.time) && value >= 0 && value < 2_958_466)
    return formatSerial(value, style, date1904)
  const text = plainDecimal(stored, value)
  if (style.zipPlusFour && /^\d+$/.test(text)) return text.padStart(9, '0').replace(/(\d{4})$/, '-$1')
  return style.pad > 0 && /^\d+$/.test(text) ? text.padStart(style.pad, '0') : text
}

function plainDecimal(stored: string, value: number): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return /e/i.test(text) ? expandExponent(text) : text
}

function expandExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/i.exec(text) ?? []
  const digits = whole + fraction
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Day 60 of the 1900 system is a 29 February that never was; days before it are off by one. */
function formatSerial(serial: number, style: NumberStyle, date1904: boolean): string {
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (!style.date) return clock
  const epochDay = date1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569
  const day = new Date(epochDay * 86_400_000).toISOString().slice(0, 10)
  return style.time && seconds % 86_400 !== 0 ? `${day} ${clock}` : day
}
