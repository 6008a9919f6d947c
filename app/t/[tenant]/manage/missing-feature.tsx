import { ErrorPage } from '@/components/layout/error-page'
import { ButtonLink } from '@/components/ui/button'
import type { Account } from '@/lib/auth/account'
import { can, type UserActor } from '@/lib/auth/actor'
import { type FeatureId, registry } from '@/lib/features/registry'

/** A page of something the company does not have: what it is, and the way to it for whoever may go there. */
export function MissingFeature(props: { feature: FeatureId; actor: UserActor; account: Account }) {
  const { label, description } = registry[props.feature]
  return props.account.available.includes(props.feature) ? (
    <ErrorPage
      kind={403}
      inShell
      title={`${label} is switched off`}
      text={`${description} Your plan includes it; an admin can switch it on.`}
      homeHref="/manage"
      action={
        can(props.actor, 'settings:write') && (
          <ButtonLink variant="primary" href="/manage/settings/features">
            Open features
          </ButtonLink>
        )
      }
    />
  ) : (
    <ErrorPage
      kind={403}
      inShell
      title={`${label} is not in your plan`}
      text={`${description} ${can(props.actor, 'billing:read') ? 'Compare the plans to see which include it.' : 'An admin of your company can change the plan.'}`}
      homeHref="/manage"
      action={
        can(props.actor, 'billing:read') && (
          <ButtonLink variant="primary" href="/manage/settings/billing">
            See plans
          </ButtonLink>
        )
      }
    />
  )
}
