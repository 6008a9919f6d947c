import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { providers } from '@/lib/credentials/providers'
import { readCredentials } from '@/lib/credentials/read-credentials'
import { servesInstead } from '@/lib/credentials/rules'
import { ProviderCard } from './provider-card'

export const metadata = { title: 'Credentials' }

/** The services a company may have keys of, and how those stand. Nothing secret is ever on the page. */
export default tenantPage({ can: 'credential:read' }, async ({ tx, actor, account, brand, today }) => {
  const credentials = await readCredentials(tx)
  return (
    <>
      <SettingsHeader current="/manage/settings/credentials" actor={actor} account={account} />
      <p className="max-w-2xl text-muted">
        Keys to your own accounts with other services. Each is encrypted for your company alone and never
        shown again, and every use of it is logged.
      </p>
      <ul className="grid gap-4 pt-5 md:grid-cols-2 2xl:grid-cols-3">
        {providers.map(provider => (
          <li key={provider} className="grid">
            <ProviderCard
              provider={provider}
              credential={credentials.find(each => each.provider === provider)}
              instead={servesInstead(provider, credentials)}
              zone={brand.zone}
              locale={brand.locale}
              today={today}
            />
          </li>
        ))}
      </ul>
    </>
  )
})
