import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'
import { pages } from '@/lib/branding/accent'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const themes = ['light', 'dark'] as const

function token(name: string, theme: (typeof themes)[number]): string {
  const pair = new RegExp(`--${name}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)`).exec(css)
  const value = pair?.[theme === 'light' ? 1 : 2]
  if (!value) throw new Error(`no token --${name}`)
  return value
}

const surfaces = ['paper', 'surface', 'sunken', 'raised']
const tones = ['positive', 'caution', 'critical', 'info']

describe.each(themes)('%s tokens', theme => {
  it.each(['ink', 'muted', 'faint'])('%s is readable on every surface', text => {
    for (const under of surfaces)
      expect(wcagContrast(token(text, theme), token(under, theme))).toBeGreaterThan(4.5)
  })

  it('draws controls against every surface', () => {
    for (const under of surfaces)
      expect(wcagContrast(token('control', theme), token(under, theme))).toBeGreaterThan(3)
  })

  it.each(tones)('%s is readable on its tint and on every surface, and its tint bears text', tone => {
    const tint = token(`${tone}-soft`, theme)
    for (const under of [tint, ...surfaces.map(name => token(name, theme))]) {
      expect(wcagContrast(token(tone, theme), under)).toBeGreaterThan(4.5)
    }
    expect(wcagContrast(token('muted', theme), tint)).toBeGreaterThan(4.5)
  })

  it('bears white text on the fill of destructive acts', () => {
    expect(wcagContrast('white', token('critical-fill', theme))).toBeGreaterThan(4.5)
  })

  it('is what accents are corrected against: no surface is less favourable', () => {
    const probe = theme === 'light' ? 'black' : 'white'
    const worst = Math.min(...surfaces.map(name => wcagContrast(probe, token(name, theme))))
    expect(wcagContrast(probe, pages[theme].paper)).toBeLessThanOrEqual(worst + 0.05)
  })
})
