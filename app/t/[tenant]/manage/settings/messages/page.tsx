import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { fingerprint } from '@/lib/settings/fingerprint'
import { readMessages } from '@/lib/settings/read-settings'
import { messagesColumns } from '@/lib/settings/rules'
import { zoneName } from '@/lib/time/zone-name'
import { MessagesForm } from './messages-form'

export const metadata = { title: 'Messages' }

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Who emails come from, and quiet hours. */
export default tenantPage({ can: 'settings:read' }, async ({ tx, actor, account, brand }) => {
  const messages = await readMessages(tx)
  const { senderName, replyTo, quiet } = messages
  const hours = quiet && { from: clock(quiet.fromMinute), until: clock(quiet.untilMinute) }
  return (
    <>
      <SettingsHeader current="/manage/settings/messages" actor={actor} account={account} />
      <div className="pt-3">
        {can(actor, 'settings:write') ? (
          <MessagesForm
            senderName={senderName ?? ''}
            replyTo={replyTo ?? ''}
            quiet={hours}
            company={brand.name}
            supportEmail={brand.supportEmail}
            zone={zoneName(brand.zone)}
            seen={fingerprint(messagesColumns(messages))}
          />
        ) : (
          <Section title="Messages" description="Only admins change this.">
            <Details
              items={[
                { label: 'Sender name', value: senderName ?? brand.name },
                { label: 'Replies go to', value: replyTo ?? brand.supportEmail },
                { label: 'Quiet hours', value: hours ? `${hours.from} to ${hours.until}` : 'None' },
              ]}
            />
          </Section>
        )}
      </div>
    </>
  )
})
