import { describe, expect, it } from 'vitest'
import { initialsIcon } from './initials-icon'
import { writeManifest } from './write-manifest'

const brand = { name: 'Palm & Pier "Care"', accent: '#ffe14d', logoFileId: null }

describe('writeManifest', () => {
  it('names the company and its corrected color', () => {
    const manifest = JSON.parse(writeManifest(brand).text)
    expect(manifest).toMatchObject({ name: 'Palm & Pier "Care"', short_name: 'Palm', start_url: '/' })
    expect(manifest.theme_color).not.toBe('#ffe14d')
    expect(manifest.icons.map((icon: { sizes: string }) => icon.sizes)).toEqual(['192x192', '512x512'])
  })

  it('has another tag when anything in it changes', () => {
    const tags = [
      brand,
      { ...brand, accent: '#123456' },
      { ...brand, logoFileId: 'x' },
      { ...brand, name: 'P' },
    ]
    expect(new Set(tags.map(one => writeManifest(one).tag)).size).toBe(4)
  })
})

describe('initialsIcon', () => {
  it('holds no markup of the company’s name', () => {
    expect(initialsIcon('#123456', '<&')).not.toMatch(/<&|<</)
    expect(initialsIcon('#123456', 'PC')).toContain('>PC</text>')
  })
})
