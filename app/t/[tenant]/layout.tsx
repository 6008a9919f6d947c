import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ThemeKeeper } from '@/components/layout/theme-keeper'
import { viewer } from '@/lib/action/request-actor'
import { requestFace } from '@/lib/action/request-face'
import { brandStyle } from '@/lib/branding/brand-style'
import { shownBrand } from '@/lib/branding/shown-brand'

/** Names every page of a tenant after the tenant, from the directory: no transaction is opened for a title. */
export async function generateMetadata(): Promise<Metadata> {
  const { tenant } = await requestFace()
  if (!tenant) return {}
  return {
    title: { default: tenant.name, template: `%s · ${tenant.name}` },
    description: `${tenant.name} online`,
    applicationName: tenant.name,
    manifest: '/manifest.webmanifest',
    icons: { icon: '/api/logo/icon', apple: '/api/logo/icon?size=180' },
    robots: { index: false },
  }
}

async function BrandStyle() {
  const found = await viewer().catch(() => null)
  return found && <style>{brandStyle(shownBrand(found.brand))}</style>
}

/**
 * Gives the tenant's accent to everything below. The style waits for the page's transaction beside the page, never
 * around it: a layout that waited before it returned its children would wait for a page that has not begun.
 */
export default function TenantLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <BrandStyle />
      <ThemeKeeper />
      {children}
    </>
  )
}
