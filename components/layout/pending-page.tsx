'use client'

import type { ReactNode } from 'react'
import { usePendingPage } from './use-pending-page'

const recordAddress = /\/[0-9a-f]{8}-[0-9a-f-]{27}(\/|$)|\/(new|settings)(\/|$)/

/**
 * The place of the page in a shell. While the next page is on its way, its outline stands there instead of the last
 * page: at once felt, and unlike a streamed skeleton it leaves the server free to answer 404, 403 or a redirect.
 */
export function PendingPage({
  list,
  record,
  children,
}: {
  /** Outline of a list. */
  list: ReactNode
  /** Outline of a record, a form, a home page. */
  record: ReactNode
  children: ReactNode
}) {
  const to = usePendingPage()
  return (
    <>
      <div hidden={to !== null}>{children}</div>
      {to !== null && (recordAddress.test(to) ? record : list)}
    </>
  )
}
