import { whyClosed } from '@/app/t/[tenant]/why-closed'
import { ErrorPage } from '@/components/layout/error-page'
import { viewer } from '@/lib/action/request-actor'
import { MissingFeature } from './missing-feature'

/** A page that the person's role or the company's plan does not open; said inside the shell. */
export default async function Forbidden() {
  const { actor, account, missing } = await viewer()
  if (actor && missing) return <MissingFeature feature={missing} actor={actor} account={account} />
  return <ErrorPage kind={403} inShell text={actor ? whyClosed(actor) : undefined} />
}
