import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { SettingsRow } from '@/components/ui/card'
import { requestFace } from '@/lib/action/request-face'
import { tenantPage } from '@/lib/action/tenant-page'
import { shownBrand } from '@/lib/branding/shown-brand'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { AccentForm } from './accent-form'
import { LogoForm } from './logo-form'

export const metadata = { title: 'Branding' }

const samples = [
  { name: 'Camden N', place: 'Palm Beach', units: 26 },
  { name: 'Lake & Tennis Villas Condo', place: 'Miami-Dade', units: 110 },
  { name: 'Richmond C', place: 'Broward', units: 56 },
  { name: 'Tierra del Sol', place: 'Miami-Dade', units: 57 },
]

/** The company's logo and color, with what they will look like. */
export default tenantPage({ can: 'settings:write' }, async ({ tx, actor, brand, account }) => {
  const { tenant } = await requestFace()
  const own = await tx.association.findMany({
    where: { status: 'active' },
    select: { name: true, county: true, unitCount: true },
    orderBy: { unitCount: 'desc' },
    take: 5,
  })
  const rows = own.map(one => ({ name: one.name, place: one.county ?? '', units: one.unitCount }))
  const shown = shownBrand(brand)
  const address = tenantUrl(tenant?.slug ?? '', '/manage').replace(/^https?:\/\//, '')
  return (
    <>
      <SettingsHeader current="/manage/settings/branding" actor={actor} account={account} />
      <div className="pt-3">
        <SettingsRow
          title="Your logo"
          description="On every page, in emails, and as the icon on a phone’s home screen."
        >
          <LogoForm logoUrl={shown.logoUrl ?? null} />
        </SettingsRow>
        <SettingsRow
          title="Your color"
          description="Buttons, links, what is selected and the bar at the top. It is adjusted where it would be hard to read."
        >
          <AccentForm brand={shown} address={address} rows={rows.length > 0 ? rows : samples} />
        </SettingsRow>
      </div>
    </>
  )
})
