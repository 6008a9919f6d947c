import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { describeTimeline } from '@/lib/messaging/describe-timeline'
import { statusChoices } from '@/lib/messaging/message-list'
import { previewMessage } from '@/lib/messaging/preview-message'
import { readEmailBrand } from '@/lib/messaging/read-email-brand'
import { readMessage } from '@/lib/messaging/read-message'
import { formatPhone } from '@/lib/phone/format-phone'
import { Block } from './block'
import { MessageBody } from './message-body'
import { MessageFacts } from './message-facts'
import { SendAgain } from './send-again'
import { Timeline } from './timeline'

export const metadata: Metadata = { title: 'Message' }

/** One message: what it said, whom it was for, and what became of it. */
export default tenantPage({ can: 'message:read' }, async ({ tx, actor, params, brand }) => {
  const message = await readMessage(tx, params.message ?? '')
  if (!message) notFound()
  const body = await previewMessage(message, await readEmailBrand(tx, ''))
  const status = statusChoices.find(choice => choice.value === message.status)
  const time = { zone: brand.zone, locale: brand.locale }
  const maySend = can(actor, 'message:send')
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Messages', href: '/manage/messages' },
          { label: message.channel === 'sms' ? formatPhone(message.recipient) : message.recipient },
        ]}
        title={message.subject}
        status={<Status tone={status?.tone}>{status?.label}</Status>}
        actions={maySend && <SendAgain message={message} />}
      />
      <Block message={message} maySend={maySend} {...time} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <MessageBody subject={message.subject} body={body} />
        <div className="flex min-w-0 flex-col gap-5 max-xl:row-start-1">
          <Section title="Delivery">
            <Timeline moments={describeTimeline(message)} {...time} />
          </Section>
          <Section title="Details">
            <MessageFacts message={message} />
          </Section>
        </div>
      </div>
    </>
  )
})
