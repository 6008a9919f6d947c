import Link from 'next/link'
import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Details } from '@/components/ui/details'
import { Email } from '@/components/ui/email'
import { staffRoles } from '@/lib/auth/permissions'
import type { ShownMessage } from '@/lib/messaging/read-message'
import { type TemplateName, templateLabels } from '@/lib/messaging/templates'
import { formatPhone } from '@/lib/phone/format-phone'

/** Whom a message was for and by which way it went. */
export function MessageFacts({ message }: { message: ShownMessage }) {
  const { channel, recipient, template, attempts, providerId, carrier } = message
  return (
    <Details
      items={[
        { label: 'To', value: channel === 'sms' ? formatPhone(recipient) : <Email address={recipient} /> },
        { label: 'Person', value: personOf(message) },
        { label: 'Kind', value: templateLabels[template as TemplateName] },
        { label: 'Channel', value: channel === 'sms' ? 'Text message' : 'Email' },
        { label: 'Through', value: throughWhat(message) },
        { label: 'Tries', value: attempts },
        {
          label: carrier === 'smtp' ? 'Message-ID' : 'Reference',
          value: providerId && (
            <span className="flex items-center gap-1">
              <code className="truncate text-xs">{providerId}</code>
              <CopyButton text={providerId} label="Copy this id" />
            </span>
          ),
        },
      ]}
    />
  )
}

/** Whose account it was handed to; unknown of what was never tried. */
function throughWhat({ carrier, credentialVersionId }: ShownMessage): string | null {
  if (carrier === 'smtp') return 'Your mail server'
  if (!carrier) return null
  const service = carrier === 'resend' ? 'Resend' : 'Twilio'
  return credentialVersionId ? `Your account at ${service}` : 'Portico’s account'
}

function personOf({ homeowner, user }: ShownMessage): ReactNode {
  if (homeowner)
    return (
      <Link
        className="underline underline-offset-4 hover:text-accent-ink"
        href={`/manage/homeowners/${homeowner.id}`}
      >
        {homeowner.name}
      </Link>
    )
  if (!user) return null
  const onTeam = [...staffRoles].some(role => role === user.role)
  return onTeam ? (
    <Link className="underline underline-offset-4 hover:text-accent-ink" href={`/manage/people/${user.id}`}>
      {user.name}
    </Link>
  ) : (
    user.name
  )
}
