import { ErrorPage } from '@/components/layout/error-page'

/** What an admin's role does not include. */
export default function Forbidden() {
  return (
    <ErrorPage
      kind={403}
      brand="portico"
      homeLabel="Back to the overview"
      text="Your role does not include this page. An owner of the platform can change that."
    />
  )
}
