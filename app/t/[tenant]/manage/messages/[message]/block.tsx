import { liftSuppressionAction } from '@/app/t/[tenant]/manage/messages/actions'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Notice } from '@/components/ui/notice'
import { Instant } from '@/components/ui/time'
import { suppressionSentences } from '@/lib/messaging/find-suppression'
import type { ShownMessage } from '@/lib/messaging/read-message'

type Props = { message: ShownMessage; maySend: boolean; zone: string; locale: string }

/** Why nothing more goes to the message's address, and the way to change that. */
export function Block({ message, maySend, zone, locale }: Props) {
  const { suppression, recipient, error, status } = message
  if (!suppression)
    return error && status !== 'sent' && status !== 'delivered' ? (
      <Notice tone={status === 'uncertain' ? 'caution' : 'critical'} title={error} className="mb-5" />
    ) : null
  const reason = suppression.reason as keyof typeof suppressionSentences
  return (
    <Notice
      tone="caution"
      className="mb-5"
      title={`Nothing is sent to ${recipient} any more.`}
      action={
        maySend &&
        reason !== 'unsubscribed' && (
          <ConfirmAction
            action={liftSuppressionAction}
            values={{ suppressionId: suppression.id }}
            size="sm"
            label="Allow again"
            title={`Send to ${recipient} again?`}
            confirm="Allow again"
            danger={false}
            doneMessage="Messages go there again"
          >
            Do this when the address works again or the person agreed. Messages that come back harm how
            mailboxes see your company.
          </ConfirmAction>
        )
      }
    >
      {suppressionSentences[reason]} Since <Instant at={suppression.createdAt} zone={zone} locale={locale} />.
      {reason === 'unsubscribed' && ' They can take it back by texting START.'}
    </Notice>
  )
}
