'use client'

import { useRouter } from 'next/navigation'
import { startCommitAction } from '@/app/t/[tenant]/manage/imports/actions'
import { ConfirmAction } from '@/components/form/confirm-action'
import { formatNumber } from '@/components/ui/format-number'

/** Starts the commit of a whole register, after asking whether nothing was meant to be chosen; `children` say what it comes to. */
export function ImportAll({
  importId,
  rows,
  children,
}: {
  importId: string
  rows: number
  children: string
}) {
  const router = useRouter()
  const count = formatNumber(rows)
  return (
    <ConfirmAction
      action={startCommitAction}
      values={{ importId }}
      variant="primary"
      danger={false}
      label={`Import ${count} rows`}
      title={`Import all ${count} associations?`}
      confirm={`Import all ${count}`}
      doneMessage="Import started"
      onDone={() => router.refresh()}
    >
      No management company or county is chosen, so everything in this file that is new or changed is taken:{' '}
      {children} An import is not undone as a whole.
    </ConfirmAction>
  )
}
