'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPage } from './error-page'

/** What an error boundary is given. */
export type BrokenProps = { error: unknown; retry: () => void }

const digestOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined

/** What is shown in place of something that broke: the reference to tell support, never the error itself. */
export function Broken({
  error,
  retry,
  mark,
  brand,
  inShell,
}: BrokenProps & { mark?: ReactNode; brand?: 'portico'; inShell?: boolean }) {
  const reference = digestOf(error)
  return (
    <>
      <title>Something went wrong</title>
      {mark}
      <ErrorPage
        kind={500}
        brand={brand}
        inShell={inShell}
        reference={reference}
        text={reference ? undefined : 'Please try again. If it stays, reload the page.'}
        action={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      />
    </>
  )
}
