import { createHash } from 'node:crypto'
import { accentFrom } from './accent'

const pngs = [192, 512] as const

/** Writes a company's web-app manifest; `tag` changes with it. */
export function writeManifest(brand: { name: string; accent: string; logoFileId: string | null }): {
  text: string
  tag: string
} {
  const version = brand.logoFileId ?? brand.accent.slice(1)
  const text = JSON.stringify({
    name: brand.name,
    short_name: brand.name.length > 12 ? (brand.name.split(/[\s,]+/)[0] ?? brand.name) : brand.name,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: accentFrom(brand.accent)?.hex ?? '#2f5d50',
    icons: pngs.map(size => ({
      src: `/api/logo/icon?size=${size}&v=${version}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any',
    })),
  })
  return { text, tag: createHash('sha256').update(text).digest('hex').slice(0, 32) }
}
