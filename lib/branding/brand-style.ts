import { type AccentTokens, accentFrom } from './accent'

/** What a tenant looks like, as the shells and emails need it. */
export type Brand = {
  /** The company's name as its people write it. */
  name: string
  /** Where the logo is served, or nothing. */
  logoUrl?: string | null
  /** Accent as `#rrggbb`; Portico's own when absent. */
  color?: string | null
}

const tokens = [
  'accent',
  'hover',
  'contrast',
  'ink',
  'soft',
  'line',
] as const satisfies (keyof AccentTokens)[]

/** The custom properties that give a brand's accent to everything below them; empty without a usable colour. */
export function brandVariables(brand: Pick<Brand, 'color'>): Record<`--brand-${string}`, string> {
  const accent = brand.color ? accentFrom(brand.color) : undefined
  const variables: Record<`--brand-${string}`, string> = {}
  if (!accent) return variables
  for (const token of tokens) {
    variables[`--brand-${token}-l`] = accent.light[token]
    variables[`--brand-${token}-d`] = accent.dark[token]
  }
  return variables
}

/** The same as CSS text for a style element; holds nothing but colours made here. */
export function brandStyle(brand: Pick<Brand, 'color'>, selector = ':root'): string {
  const lines = Object.entries(brandVariables(brand)).map(([name, value]) => `${name}:${value}`)
  return lines.length > 0 ? `${selector}{${lines.join(';')}}` : ''
}
