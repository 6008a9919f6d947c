import { Mail, Phone } from 'lucide-react'
import { buttonClass } from '@/components/ui/button-class'
import { Section } from '@/components/ui/card'
import { Email } from '@/components/ui/email'
import type { Brand } from '@/lib/auth/actor'
import { formatPhone, phoneHref } from '@/lib/phone/format-phone'

/** How to reach the company that manages the association: one touch to call or write. */
export function ManagerContact({ brand, title = 'Your manager' }: { brand: Brand; title?: string }) {
  const { name, supportEmail, supportPhone } = brand
  return (
    <Section title={title}>
      <p>{name}</p>
      {supportEmail && (
        <p className="text-muted">
          <Email address={supportEmail} />
        </p>
      )}
      {supportEmail || supportPhone ? (
        <div className="mt-3 flex flex-col gap-2 sm:flex-row">
          {supportPhone && (
            <a href={phoneHref(supportPhone)} className={buttonClass('secondary', 'lg', 'max-sm:w-full')}>
              <Phone aria-hidden />
              Call {formatPhone(supportPhone)}
            </a>
          )}
          {supportEmail && (
            <a href={`mailto:${supportEmail}`} className={buttonClass('secondary', 'lg', 'max-sm:w-full')}>
              <Mail aria-hidden />
              Send an email
            </a>
          )}
        </div>
      ) : (
        <p className="mt-1 text-muted">They have not given a phone number or address here yet.</p>
      )}
    </Section>
  )
}
