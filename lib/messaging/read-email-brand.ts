import { accentFrom } from '@/lib/branding/accent'
import type { TenantTx } from '@/lib/db/in-tenant'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import type { EmailBrand } from './emails/email-layout'

const fallback = { hex: '#2f5d50', contrastHex: '#ffffff' }

/** Reads what the tenant's emails wear: name, logo, colours corrected for contrast, and how to reach the company. */
export async function readEmailBrand(tx: TenantTx, slug: string): Promise<EmailBrand> {
  const tenant = await tx.tenant.findFirstOrThrow()
  const accent = accentFrom(tenant.accent) ?? fallback
  return {
    company: tenant.name,
    logoUrl: tenant.logoFileId ? tenantUrl(slug, `/api/logo?v=${tenant.logoFileId}`) : null,
    accent: accent.hex,
    onAccent: accent.contrastHex,
    supportEmail: tenant.supportEmail,
    supportPhone: tenant.supportPhone,
    locale: tenant.locale,
  }
}
