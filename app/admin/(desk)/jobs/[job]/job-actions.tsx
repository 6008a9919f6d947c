'use client'

import { useRouter } from 'next/navigation'
import { discardJobsAction, retryJobsAction } from '@/app/admin/(desk)/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'

/** Puts a dead letter back into its queue, or throws it away; either way it is gone from here. */
export function JobActions({ id }: { id: string }) {
  const router = useRouter()
  const values = { ids: [id] }
  const back = () => router.push('/jobs')
  return (
    <>
      <ConfirmAction
        action={discardJobsAction}
        values={values}
        variant="ghost"
        label="Discard"
        title="Discard this job?"
        confirm="Discard"
        doneMessage="Discarded"
        onDone={back}
      >
        What it was to do will not be done. This cannot be undone.
      </ConfirmAction>
      <ActionButton
        action={retryJobsAction}
        values={values}
        variant="primary"
        label="Try again"
        doneMessage="Put back into its queue"
        onDone={back}
      />
    </>
  )
}
