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

function textOn(fills: string[], theme: Theme): string | undefined {
  return ['#ffffff', pages[theme].ink].find(text => fills.every(fill => contrast(text, fill) >= aim.text))
}

function hoverOf(tone: Tone, theme: Theme): Tone {
  const away = theme === 'light' ? -0.055 : 0.05
  return { ...tone, l: Math.min(1, Math.max(0.12, tone.l + away)) }
}

function fillFor(tone: Tone, theme: Theme): Tone {
  const { paper } = pages[theme]
  return shiftUntil(tone, theme === 'light' ? 0 : 1, fill => {
    if (contrast(fill, paper) < aim.edge) return false
    const hover = hexOf(hoverOf(readHex(fill) ?? tone, theme))
    return textOn([fill, hover], theme) !== undefined
  })
}

function tokensFor(asked: Tone, theme: Theme) {
  const { paper, ink } = pages[theme]
  const light = theme === 'light'
  const fill = fillFor(asked, theme)
  const fillHex = hexOf(fill)
  const hoverHex = hexOf(hoverOf(readHex(fillHex) ?? fill, theme))
  const contrastHex = textOn([fillHex, hoverHex], theme) ?? (light ? '#ffffff' : ink)
  const softHex = hexOf({
    l: light ? 0.952 : 0.29,
    c: Math.min(asked.c * 0.3, light ? 0.022 : 0.045),
    h: asked.h,
  })
  const lineHex = hexOf({ l: light ? 0.82 : 0.45, c: Math.min(asked.c * 0.6, 0.06), h: asked.h })
  const inkTone = shiftUntil(fill, light ? 0 : 1, text =>
    [paper, softHex].every(under => contrast(text, under) >= aim.text),
  )
  const tokens: AccentTokens = {
    accent: cssOf(fillHex),
    hover: cssOf(hoverHex),
    contrast: cssOf(contrastHex),
    ink: cssOf(hexOf(inkTone)),
    soft: cssOf(softHex),
    line: cssOf(lineHex),
  }
  return { tokens, fillHex, contrastHex }
}

/**
 * Makes a tenant's colour usable as an accent in both themes: at least 4.5:1 for text on it and for itself as
 * text, at least 3:1 against the page. Hue is kept; lightness moves as far as it must and no further.
 * @param hex `#rrggbb` or `#rgb`; anything else gives undefined
 */
export function accentFrom(hex: string): Accent | undefined {
  const asked = readHex(hex)
  if (!asked) return undefined
  const askedHex = hexOf(asked)
  const light = tokensFor(asked, 'light')
  const dark = tokensFor(asked, 'dark')
  return {
    light: light.tokens,
    dark: dark.tokens,
    hex: light.fillHex,
    contrastHex: light.contrastHex,
    corrected: light.fillHex !== askedHex,
    ratio: round(contrast(askedHex, pages.light.paper)),
  }
}
