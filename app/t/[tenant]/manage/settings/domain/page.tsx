import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { requestFace } from '@/lib/action/request-face'
import { tenantPage } from '@/lib/action/tenant-page'
import { readDomains } from '@/lib/domains/read-domains'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { ClaimForm } from './claim-form'
import { DomainCard } from './domain-card'

export const metadata = { title: 'Domain' }

/** The company's own domains: claiming one, the record that proves it, and giving it up. */
export default tenantPage({ can: 'settings:write' }, async ({ tx, actor, account, brand }) => {
  const [{ tenant }, domains] = [await requestFace(), await readDomains(tx)]
  const has = account.features.includes('custom-domain')
  const address = tenantUrl(tenant?.slug ?? '').replace(/^https?:\/\/|\/$/g, '')
  return (
    <>
      <SettingsHeader current="/manage/settings/domain" actor={actor} account={account} />
      <div className="flex max-w-3xl flex-col gap-5">
        {!has && (
          <Notice
            title="A domain of your own comes with Enterprise"
            action={
              <ButtonLink href="/manage/settings/billing/change" size="sm">
                Compare plans
              </ButtonLink>
            }
          >
            Your team and your homeowners find you at {address}. With Enterprise they find you at an address
            such as portal.yourcompany.com.
          </Notice>
        )}
        {domains.map(domain => (
          <DomainCard key={domain.id} domain={domain} zone={brand.zone} locale={brand.locale} />
        ))}
        {has && (
          <Section
            title={domains.length > 0 ? 'Add another domain' : 'Answer at a domain of your own'}
            description={`Until a domain is verified your company answers at ${address}; from then on that address leads there. People sign in again once.`}
          >
            <ClaimForm />
          </Section>
        )}
      </div>
    </>
  )
})
