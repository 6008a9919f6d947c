import { ErrorPage } from '@/components/layout/error-page'
import { viewer } from '@/lib/action/request-actor'
import type { UserActor } from '@/lib/auth/actor'
import { staffRoles } from '@/lib/auth/permissions'
import { MissingFeature } from './missing-feature'

/** A page that the person's role or the company's plan does not open; said inside the shell. */
export default async function Forbidden() {
  const { actor, account, missing } = await viewer()
  if (actor && missing) return <MissingFeature feature={missing} actor={actor} account={account} />
  return <ErrorPage kind={403} inShell text={actor ? whyNot(actor) : undefined} />
}

/** Why a page is closed where it is not the role that another admin could change. */
function whyNot(actor: UserActor): string | undefined {
  if (actor.guest) return 'Guests of Portico’s support cannot open this page.'
  if (!staffRoles.has(actor.role)) return 'This page is for the people who work at the company.'
}
