import { RotateCcw, Trash2 } from 'lucide-react'
import { discardJobsAction, retryJobsAction } from '@/app/admin/(desk)/actions'
import { type AdminActor, adminCan } from '@/lib/auth/admin-actor'

/** What an admin may do with jobs that were given up. */
export const deadLetterActs = (admin: AdminActor) =>
  adminCan(admin, 'job:retry')
    ? [
        {
          label: 'Try again',
          icon: <RotateCcw aria-hidden />,
          action: retryJobsAction,
          doneMessage: '{count} put back into their queues',
        },
        {
          label: 'Discard',
          icon: <Trash2 aria-hidden />,
          action: discardJobsAction,
          doneMessage: '{count} discarded',
          danger: true,
          confirm: {
            title: 'Discard {count} {job|jobs}?',
            confirm: 'Discard',
            text: 'What they were to do will not be done. This cannot be undone.',
          },
        },
      ]
    : []
