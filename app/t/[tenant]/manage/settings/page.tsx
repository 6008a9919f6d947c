import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { fingerprint } from '@/lib/settings/fingerprint'
import { readProfile } from '@/lib/settings/read-settings'
import { locales, zoneChoices } from '@/lib/settings/rules'
import { zoneName } from '@/lib/time/zone-name'
import { ProfileForm } from './profile-form'
import { SettingsHeader } from './settings-header'

export const metadata = { title: 'Settings' }

/** The company's profile; a form for those who may change it, facts for those who may look. */
export default tenantPage({ can: 'settings:read' }, async ({ tx, actor, brand, account }) => {
  const { name, supportEmail, supportPhone, locale, zone } = brand
  const seen = fingerprint(await readProfile(tx))
  return (
    <>
      <SettingsHeader current="/manage/settings" actor={actor} account={account} />
      <div className="pt-3">
        {can(actor, 'settings:write') ? (
          <ProfileForm
            profile={{
              name,
              supportEmail: supportEmail ?? '',
              supportPhone: supportPhone ?? '',
              locale,
              zone,
            }}
            seen={seen}
            zones={zoneChoices(zone)}
          />
        ) : (
          <Section title="Company" description="Only admins change this.">
            <Details
              items={[
                { label: 'Company name', value: name },
                { label: 'Support email', value: supportEmail },
                { label: 'Support phone', value: supportPhone },
                {
                  label: 'Language and region',
                  value: locales.find(({ value }) => value === locale)?.label ?? locale,
                },
                { label: 'Time zone', value: zoneName(zone) },
              ]}
            />
          </Section>
        )}
      </div>
    </>
  )
})
