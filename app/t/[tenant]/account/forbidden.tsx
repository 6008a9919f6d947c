import { whyClosed } from '@/app/t/[tenant]/why-closed'
import { ErrorPage } from '@/components/layout/error-page'
import { viewer } from '@/lib/action/request-actor'

/** A page that the person's role does not open; said inside the shell. */
export default async function Forbidden() {
  const { actor } = await viewer()
  return <ErrorPage kind={403} inShell text={actor?.guest ? whyClosed(actor) : undefined} />
}
