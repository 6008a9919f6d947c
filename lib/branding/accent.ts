import { contrast, cssOf, hexOf, readHex, shiftUntil, type Tone } from './contrast'

/** Contrast that WCAG 2.2 AA asks of text, and of the edges of controls. */
export const AA = { text: 4.5, edge: 3 }

// Room for the rounding between a screen colour and its OKLCH text.
const aim = { text: AA.text + 0.03, edge: AA.edge + 0.03 }

/** The surfaces an accent stands on, as in `app/globals.css`: the least favourable of each theme. */
export const pages = {
  light: { paper: '#f5f2ee', ink: '#171e2b' },
  dark: { paper: '#1f232a', ink: '#101318' },
}

/** One theme's accent, each value CSS text in OKLCH. */
export type AccentTokens = {
  /** Fill of the primary action. */
  accent: string
  hover: string
  /** Text on the fill and on its hover. */
  contrast: string
  /** The accent as text on the page and on `soft`. */
  ink: string
  /** Background of what is selected. */
  soft: string
  line: string
}

/** An accent for both themes; see `accentFrom`. */
export type Accent = {
  light: AccentTokens
  dark: AccentTokens
  /** `#rrggbb` of the light fill and of the text on it, for email and PDF. */
  hex: string
  contrastHex: string
  /** Whether the light fill differs from the colour that was asked for. */
  corrected: boolean
  /** Contrast of the asked-for colour against a light page, before any correction. */
  ratio: number
}

type Theme = keyof typeof pages

const round = (ratio: number) => Math.floor(ratio * 100) / 100

type Fill = { fill: string; hover: string; text: string }

// White text asks for a darker hover, ink for a lighter one, so that hovering never costs contrast.
function fillWithText(fill: string, theme: Theme): Fill | undefined {
  const tone = readHex(fill)
  if (!tone) return undefined
  const ways = [
    { text: '#ffffff', l: Math.max(0.12, tone.l - 0.055) },
    { text: pages[theme].ink, l: Math.min(0.97, tone.l + 0.045) },
  ]
  return ways
    .map(({ text, l }) => ({ fill, text, hover: hexOf({ ...tone, l }) }))
    .find(({ text, hover }) => contrast(text, fill) >= aim.text && contrast(text, hover) >= aim.text)
}

function fillFor(asked: Tone, theme: Theme): Fill {
  const onPage = (fill: string) => contrast(fill, pages[theme].paper) >= aim.edge
  const tone = shiftUntil(
    asked,
    theme === 'light' ? 0 : 1,
    hex => onPage(hex) && Boolean(fillWithText(hex, theme)),
  )
  const fill = fillWithText(hexOf(tone), theme)
  if (!fill) throw new Error(`no text is readable on ${hexOf(tone)}`)
  return fill
}

function tokensFor(asked: Tone, theme: Theme) {
  const { paper } = pages[theme]
  const light = theme === 'light'
  const { fill, hover, text } = fillFor(asked, theme)
  const softHex = hexOf({
    l: light ? 0.952 : 0.29,
    c: Math.min(asked.c * 0.3, light ? 0.022 : 0.045),
    h: asked.h,
  })
  const lineHex = hexOf({ l: light ? 0.82 : 0.45, c: Math.min(asked.c * 0.6, 0.06), h: asked.h })
  const inkTone = shiftUntil(readHex(fill) ?? asked, light ? 0 : 1, hex =>
    [paper, softHex].every(under => contrast(hex, under) >= aim.text),
  )
  const tokens: AccentTokens = {
    accent: cssOf(fill),
    hover: cssOf(hover),
    contrast: cssOf(text),
    ink: cssOf(hexOf(inkTone)),
    soft: cssOf(softHex),
    line: cssOf(lineHex),
  }
  return { tokens, fill, text }
}

/**
 * Makes a tenant's colour usable as an accent in both themes: at least 4.5:1 for text on it and for itself as
 * text, at least 3:1 against the page. Hue is kept; lightness moves as far as it must and no further.
 * @param hex `#rrggbb` or `#rgb`; anything else gives undefined
 */
export function accentFrom(hex: string): Accent | undefined {
  const known = made.get(hex)
  if (known) return known
  const accent = makeAccent(hex)
  if (!accent) return undefined
  if (made.size >= keptAtMost) made.clear()
  made.set(hex, accent)
  return accent
}

// Every page of a tenant asks for the same colour, and finding a readable tone takes a while.
const keptAtMost = 1_000
const made = new Map<string, Accent>()

function makeAccent(hex: string): Accent | undefined {
  const asked = readHex(hex)
  if (!asked) return undefined
  const askedHex = hexOf(asked)
  const light = tokensFor(asked, 'light')
  const dark = tokensFor(asked, 'dark')
  return {
    light: light.tokens,
    dark: dark.tokens,
    hex: light.fill,
    contrastHex: light.text,
    corrected: light.fill !== askedHex,
    ratio: round(contrast(askedHex, pages.light.paper)),
  }
}
