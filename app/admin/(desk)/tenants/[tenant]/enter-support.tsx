'use client'

import { ActionButton } from '@/components/form/confirm-action'
import { enterSupportAction } from './support-actions'

/** Leaves for the company's own host, as its guest. */
export function EnterSupport({ tenantId }: { tenantId: string }) {
  return (
    <ActionButton
      action={enterSupportAction}
      values={{ tenantId }}
      label="Enter as guest"
      variant="primary"
      size="sm"
      doneMessage="On the way"
      onDone={({ url }) => window.location.assign(url)}
    />
  )
}
