import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a code stands, in seconds. */
export const stepSeconds = 30

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Writes bytes in base 32 without padding, as authenticator apps take a key typed by hand. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** Reads base 32; case, spaces and padding do not matter. */
export function fromBase32(text: string): Buffer {
  const digits = text.toUpperCase().replace(/[\s=]/g, '')
  const bits = [...digits].map(digit => {
    const value = alphabet.indexOf(digit)
    if (value < 0) throw new Error('not base 32')
    return value.toString(2).padStart(5, '0')
  })
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map(eight => Number.parseInt(eight, 2)))
}

/** The number of whole time steps since 1970, which a code stands for. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/**
 * The code of a time step.
 * @source RFC 6238 §4 on RFC 4226 §5.3, with HMAC-SHA-1, which every authenticator app understands
 */
export function codeOf(key: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/**
 * Finds the time step a code stands for: the present one, or the one before or after, for clocks that are not quite
 * right.
 * @returns null when it is none of them
 */
export function matchCode(key: Uint8Array, code: string, now: Date): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null
  const present = stepAt(now)
  const fits = [present, present - 1, present + 1].filter(step =>
    timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(key, step))),
  )
  return fits[0] ?? null
}

/** The address that a QR code carries to an authenticator app. */
export function enrolmentUri(key: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?${new URLSearchParams({ secret: toBase32(key), issuer }).toString().replaceAll('+', '%20')}`
}
