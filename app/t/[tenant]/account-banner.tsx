import { CreditCard } from 'lucide-react'
import Link from 'next/link'
import type { Account } from '@/lib/auth/account'
import { can, type UserActor } from '@/lib/auth/actor'
import { accountNotice } from './account-notice'

/** Above every page of the back office: that a trial ends, a payment failed or nothing can be changed. */
export function AccountBanner({ account, actor, now }: { account: Account; actor: UserActor; now: Date }) {
  const notice = accountNotice(account, now)
  const pays = can(actor, 'billing:read')
  if (!notice || (notice.audience === 'billing' && !pays)) return null
  const calm = account.state === 'trialing'
  return (
    <section
      aria-label="Account"
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 text-13 sm:px-6 lg:px-8 ${
        calm ? 'border-info-line bg-info-soft' : 'border-caution-line bg-caution-soft'
      }`}
    >
      <CreditCard aria-hidden className={`size-4 shrink-0 ${calm ? 'text-info' : 'text-caution'}`} />
      <p className="min-w-0 flex-1">{notice.text}</p>
      {pays && (
        <Link
          href="/manage/settings/billing"
          className="font-medium underline underline-offset-4 hover:text-ink"
        >
          {notice.action}
        </Link>
      )}
    </section>
  )
}
