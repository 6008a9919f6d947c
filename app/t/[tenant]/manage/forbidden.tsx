import { ErrorPage } from '@/components/layout/error-page'

/** A page that the person's role does not open; said inside the shell. */
export default function Forbidden() {
  return <ErrorPage kind={403} inShell />
}
