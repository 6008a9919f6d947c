import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { TabNav } from '@/components/ui/tab-nav'
import type { Account } from '@/lib/auth/account'
import { can, type UserActor } from '@/lib/auth/actor'
import { settingsNavigation } from './navigation'

/** The top of the settings: those of their parts that the person may open, each a page. */
export function SettingsHeader({
  current,
  actor,
  account,
  actions,
}: {
  /** The address of the part that is shown. */
  current: string
  actor: UserActor
  account: Account
  actions?: ReactNode
}) {
  const parts = settingsNavigation.filter(
    part => can(actor, part.can) && (!part.feature || account.features.includes(part.feature)),
  )
  return (
    <>
      <PageHeader title="Settings" actions={actions} />
      {parts.length > 1 && (
        <div className="mb-5">
          <TabNav tabs={parts} current={current} label="Settings" />
        </div>
      )}
    </>
  )
}
