import { ErrorPage } from '@/components/layout/error-page'

/** A page of the portal, opened by somebody who works at the company; said inside their own shell. */
export default function Forbidden() {
  return <ErrorPage kind={403} inShell text="The portal is for homeowners and owners." />
}
