'use client'

import { Button } from '@/components/ui/button'
import { ErrorPage } from './error-page'

function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}

/** What `error.tsx` files show: the error's id and a way to try again, nothing of the error itself. */
export function RouteError({
  error,
  retry,
  homeHref,
}: {
  error: unknown
  retry: () => void
  homeHref?: string
}) {
  return (
    <ErrorPage
      kind={500}
      reference={digestOf(error)}
      homeHref={homeHref}
      action={
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
      }
    />
  )
}
