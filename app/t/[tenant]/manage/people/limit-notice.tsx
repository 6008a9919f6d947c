import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { LimitUse } from '@/lib/limits/read-limit'

/** Says that the plan has little or no room for further colleagues, and leads to a larger one. */
export function LimitNotice({ limit, maySeePlans }: { limit: LimitUse; maySeePlans: boolean }) {
  const { used, allowed, plan } = limit
  const left = Math.max(0, allowed - used)
  return (
    <Notice
      tone={left === 0 ? 'caution' : 'info'}
      className="mb-4"
      title={`${used} of ${allowed} team members are in use`}
      action={
        maySeePlans && (
          <ButtonLink size="sm" href="/manage/settings/billing">
            See plans
          </ButtonLink>
        )
      }
    >
      {left === 0
        ? `Your ${plan.name} plan has no room for more. Suspend somebody, or change to a larger plan.`
        : `Your ${plan.name} plan has room for ${left} more.`}
    </Notice>
  )
}
