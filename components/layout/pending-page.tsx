'use client'

import type { ReactNode } from 'react'
import { PageSkeleton } from './page-skeleton'
import { usePendingPage } from './use-pending-page'

const recordAddress = /\/[0-9a-f]{8}-[0-9a-f-]{27}(\/|$)|\/(new|settings)(\/|$)/

/**
 * The place of the page in a shell. While the next page is on its way, its outline stands there instead of the last
 * page: at once felt, and unlike a streamed skeleton it leaves the server free to answer 404, 403 or a redirect.
 * @param lists whether pages that are no record, form or home page are lists here
 */
export function PendingPage({ lists = false, children }: { lists?: boolean; children: ReactNode }) {
  const to = usePendingPage()
  return (
    <>
      <div hidden={to !== null}>{children}</div>
      {to !== null && <PageSkeleton kind={lists && !recordAddress.test(to) ? 'list' : 'record'} />}
    </>
  )
}
