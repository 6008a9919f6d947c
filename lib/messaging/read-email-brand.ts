import { accentFrom } from '@/lib/branding/accent'
import type { TenantTx } from '@/lib/db/in-tenant'
import { companyHasFeature } from '@/lib/features/company-has-feature'
import type { EmailBrand } from './emails/email-layout'

const fallback = { hex: '#2f5d50', contrastHex: '#ffffff' }

/**
 * Reads what the tenant's emails wear: name, logo, colours corrected for contrast, and how to reach the company.
 * @param origin where the logo is fetched from; empty on the tenant's own pages
 */
export async function readEmailBrand(tx: TenantTx, origin: string): Promise<EmailBrand> {
  const tenant = await tx.tenant.findFirstOrThrow()
  const accent = accentFrom(tenant.accent) ?? fallback
  return {
    company: tenant.name,
    logoUrl: tenant.logoFileId ? `${origin}/api/logo?v=${tenant.logoFileId}` : null,
    accent: accent.hex,
    onAccent: accent.contrastHex,
    supportEmail: tenant.supportEmail,
    supportPhone: tenant.supportPhone,
    locale: tenant.locale,
    unmarked: await companyHasFeature(tx, 'custom-branding'),
  }
}
