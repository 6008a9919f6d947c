import sharp from 'sharp'
import type { Brand } from '@/lib/auth/actor'
import { archIcon } from '@/lib/branding/initials-icon'
import type { TenantTx } from '@/lib/db/in-tenant'
import { readFile, readWhole } from '@/lib/files/read-file'

/** Sides of the square icons that systems ask for, in pixels. */
export const iconSizes = [32, 180, 192, 512] as const
export type IconSize = (typeof iconSizes)[number]

async function paint(brand: Brand, logo: Uint8Array | null, size: IconSize): Promise<Uint8Array> {
  if (!logo)
    return sharp(Buffer.from(archIcon(brand.accent)))
      .resize(size, size)
      .png()
      .toBuffer()
  const margin = Math.round(size * 0.12)
  return sharp(logo)
    .resize(size - 2 * margin, size - 2 * margin, { fit: 'contain', background: '#ffffff' })
    .flatten({ background: '#ffffff' })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: '#ffffff' })
    .png()
    .toBuffer()
}

/** Draws the company's square icon as PNG: its logo on white, or the arch on its color. */
export async function readIcon(tx: TenantTx, brand: Brand, size: IconSize): Promise<Uint8Array> {
  const file = brand.logoFileId ? await readFile(tx, brand.logoFileId) : null
  return paint(brand, file && (await readWhole(file.body)), size)
}
