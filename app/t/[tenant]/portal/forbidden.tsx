import { ErrorPage } from '@/components/layout/error-page'

/** A page that the person's role does not open; said inside the shell. */
export default function Forbidden() {
  return (
    <ErrorPage
      kind={403}
      inShell
      text="This page is for the people who work at the company."
      homeHref="/portal"
    />
  )
}
