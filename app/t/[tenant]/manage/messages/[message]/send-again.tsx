import { sendAgainAction } from '@/app/t/[tenant]/manage/messages/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { ButtonLink } from '@/components/ui/button'
import type { ShownMessage } from '@/lib/messaging/read-message'
import { mayRepeat } from '@/lib/messaging/rules'

/** Sends a message again that came to nothing, or may have, or leads to the one that did. */
export function SendAgain({ message }: { message: ShownMessage }) {
  if (message.againId)
    return <ButtonLink href={`/manage/messages/${message.againId}`}>See the one sent again</ButtonLink>
  if (message.suppression || !mayRepeat(message.status, message.template)) return null
  const act = {
    action: sendAgainAction,
    values: { messageId: message.id },
    label: 'Send again',
    doneMessage: 'Queued again',
  }
  if (message.status !== 'uncertain') return <ActionButton {...act} />
  return (
    <ConfirmAction {...act} title="Send this again?" confirm="Send again" danger={false}>
      If your mail server did take it, {message.recipient} gets it twice. Its log tells by the Message-ID
      shown under Details.
    </ConfirmAction>
  )
}
