import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AA, type Accent, accentFrom, pages } from './accent'
import { brandStyle, brandVariables } from './brand-style'
import { contrast } from './contrast'

const hexes = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`)

function made(hex: string): Accent {
  const accent = accentFrom(hex)
  if (!accent) throw new Error(`refused ${hex}`)
  return accent
}

function shortfalls(accent: Accent) {
  return (['light', 'dark'] as const).flatMap(theme => {
    const { accent: fill, hover, contrast: text, ink, soft } = accent[theme]
    const { paper } = pages[theme]
    const pairs: [string, number, number][] = [
      ['fill on page', contrast(fill, paper), AA.edge],
      ['text on fill', contrast(text, fill), AA.text],
      ['text on hover', contrast(text, hover), AA.text],
      ['ink on page', contrast(ink, paper), AA.text],
      ['ink on soft', contrast(ink, soft), AA.text],
      ['page text on soft', contrast(theme === 'light' ? '#171e2b' : '#efece7', soft), AA.text],
    ]
    return pairs
      .filter(([, ratio, least]) => ratio < least)
      .map(([what, ratio]) => `${theme} ${what} ${ratio}`)
  })
}

describe('accentFrom', () => {
  it('meets WCAG AA for any colour in both themes', () => {
    fc.assert(
      fc.property(hexes, hex => {
        expect(shortfalls(made(hex))).toEqual([])
      }),
      {
        numRuns: 1500,
        examples: [['#000000'], ['#ffffff'], ['#ffff00'], ['#808080'], ['#00ffff'], ['#767676']],
      },
    )
  })

  it('leaves a colour alone that is already good', () => {
    expect(made('#1d4ed8')).toMatchObject({ corrected: false, hex: '#1d4ed8', contrastHex: '#ffffff' })
  })

  it('darkens a colour too pale for paper and reports its contrast', () => {
    const accent = made('#ffe14d')
    expect(accent.corrected).toBe(true)
    expect(accent.ratio).toBeLessThan(AA.edge)
  })

  it.each(['', 'red', '#12', '#12345', '#gggggg', 'url(x)', '#123456;color:red'])('refuses %j', text => {
    expect(accentFrom(text)).toBeUndefined()
  })

  it('reads short and bare forms alike', () => {
    expect(accentFrom('06c')).toEqual(accentFrom('#0066cc'))
  })
})

describe('brandStyle', () => {
  it('sets every token of both themes', () => {
    const tokens = Object.keys(made('#1d4ed8').light)
    expect(Object.keys(brandVariables({ color: '#1d4ed8' })).sort()).toEqual(
      tokens.flatMap(token => [`--brand-${token}-d`, `--brand-${token}-l`]).sort(),
    )
  })

  it('is colours and nothing else, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hexes), color => {
        expect(brandStyle({ color })).toMatch(/^(:root\{(--brand-[a-z]+-[ld]:oklch\([\d. ]+\);?){12}\})?$/)
      }),
    )
  })
})
