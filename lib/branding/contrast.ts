import { clampChroma, converter, formatHex, type Oklch, wcagContrast } from 'culori'

const toOklch = converter('oklch')

/** A colour in OKLCH: lightness 0–1, chroma, hue in degrees. */
export type Tone = { l: number; c: number; h: number }

/** Reads `#rgb` or `#rrggbb`, with or without the hash; undefined when it is not such a colour. */
export function readHex(text: string): Tone | undefined {
  const digits = text.trim().replace(/^#/, '')
  if (!/^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(digits)) return undefined
  const color = toOklch(`#${digits}`)
  return color && { l: color.l, c: color.c, h: color.h ?? 0 }
}

/** The nearest colour a screen shows, as `#rrggbb`; chroma gives way, lightness and hue stay. */
export function hexOf(tone: Tone): string {
  return formatHex(clampChroma({ mode: 'oklch', ...tone } satisfies Oklch, 'oklch'))
}

/** The same colour as CSS text. */
export function cssOf(hex: string): string {
  const tone = readHex(hex)
  if (!tone) throw new Error(`not a colour: ${hex}`)
  return `oklch(${tone.l.toFixed(4)} ${tone.c.toFixed(4)} ${tone.h.toFixed(2)})`
}

/** WCAG 2 contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  return wcagContrast(a, b)
}

/** Moves a tone's lightness towards `end` in small steps until `passes` says yes. */
export function shiftUntil(tone: Tone, end: 0 | 1, passes: (hex: string) => boolean): Tone {
  const steps = 200
  for (let step = 0; step <= steps; step++) {
    const l = tone.l + ((end - tone.l) * step) / steps
    if (passes(hexOf({ ...tone, l }))) return { ...tone, l }
  }
  return { ...tone, l: end }
}
