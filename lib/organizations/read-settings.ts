import { readOpened } from '@/lib/auth/actor'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { apiFeatures } from './settings'

/**
 * Reads a company's settings as anybody who opens its sign-in page could: its brand, and which of its features work.
 * Nothing else of the company is looked at.
 */
export async function readSettings(tenantId: TenantId) {
  const { brand, account } = await inTenant({ tenantId, sessionId: null }, async (_, answer) =>
    readOpened(tenantId, answer),
  )
  const features = Object.entries(apiFeatures).map(([name, feature]) => [
    name,
    account.features.includes(feature),
  ])
  return {
    branding: { companyName: brand.name, primaryColor: brand.accent },
    features: Object.fromEntries(features) as Record<keyof typeof apiFeatures, boolean>,
  }
}
