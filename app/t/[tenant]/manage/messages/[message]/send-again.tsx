import { sendAgainAction } from '@/app/t/[tenant]/manage/messages/actions'
import { ActionButton } from '@/components/form/confirm-action'
import { ButtonLink } from '@/components/ui/button'
import type { ShownMessage } from '@/lib/messaging/read-message'
import { mayRepeat } from '@/lib/messaging/rules'

/** Sends a message that came to nothing again, or leads to the one that did. */
export function SendAgain({ message }: { message: ShownMessage }) {
  if (message.againId)
    return <ButtonLink href={`/manage/messages/${message.againId}`}>See the one sent again</ButtonLink>
  if (message.suppression || !mayRepeat(message.status, message.template)) return null
  return (
    <ActionButton
      action={sendAgainAction}
      values={{ messageId: message.id }}
      label="Send again"
      doneMessage="Queued again"
    />
  )
}
