import { Details } from '@/components/ui/details'
import { Email } from '@/components/ui/email'
import type { HomeownerRecord } from '@/lib/homeowners/read-homeowner'
import { addressLines } from '@/lib/homeowners/rules'
import { formatPhone, phoneHref } from '@/lib/phone/format-phone'

const linkClass = 'text-accent-ink underline-offset-4 hover:underline'

/** How a homeowner is reached: email, phone, mailing address. */
export function ContactFacts({ homeowner }: { homeowner: HomeownerRecord }) {
  const { email, phone } = homeowner
  const lines = addressLines(homeowner)
  return (
    <Details
      items={[
        {
          label: 'Email',
          value: email && (
            <a href={`mailto:${email}`} className={linkClass}>
              <Email address={email} />
            </a>
          ),
        },
        {
          label: 'Phone',
          value: phone && (
            <a href={phoneHref(phone)} className={linkClass}>
              {formatPhone(phone)}
            </a>
          ),
        },
        {
          label: 'Mail goes to',
          value: lines.length > 0 && (
            <address className="whitespace-pre-line not-italic">{lines.join('\n')}</address>
          ),
        },
      ].map(item => ({ ...item, value: item.value || null }))}
    />
  )
}
