import type { ReactNode } from 'react'
import { type Brand, brandStyle } from '@/lib/branding/brand-style'

/** Gives a tenant's accent to the whole document; put it in the layout that resolves the tenant. */
export function BrandRoot({ brand, children }: { brand: Brand; children: ReactNode }) {
  return (
    <>
      <style>{brandStyle(brand)}</style>
      {children}
    </>
  )
}
