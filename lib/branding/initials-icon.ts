import { accentFrom } from './accent'

const arch =
  '<path d="M16 50V32a16 16 0 0 1 32 0v18h-5.2V32a10.8 10.8 0 0 0-21.6 0v18Z"/><path d="M25 50V32a7 7 0 0 1 14 0v18Z" opacity=".45"/>'

function tile(accent: string, radius: number, inside: string): string {
  const found = accentFrom(accent)
  const [fill, text] = found ? [found.hex, found.contrastHex] : ['#2f5d50', '#ffffff']
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${radius}" fill="${fill}"/><g fill="${text}">${inside}</g></svg>`
}

const escaped = (text: string) => text.replace(/[<>&"']/g, '')

/** A company's icon without a logo: its initials on its color, for browsers, which bring the letters. */
export function initialsIcon(accent: string, initials: string): string {
  const size = initials.length > 1 ? 27 : 34
  return tile(
    accent,
    14,
    `<text x="32" y="33" font-family="system-ui,sans-serif" font-weight="600" font-size="${size}" text-anchor="middle" dominant-baseline="central">${escaped(initials)}</text>`,
  )
}

/** The same where letters cannot be drawn (a server has no fonts): Portico's arch on the company's color. */
export function archIcon(accent: string): string {
  return tile(accent, 0, arch)
}
