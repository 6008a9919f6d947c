import { ErrorPage } from '@/components/layout/error-page'

/** Nothing at this address, or nothing this person may see; said inside the shell. */
export default function NotFound() {
  return <ErrorPage kind={404} inShell />
}
