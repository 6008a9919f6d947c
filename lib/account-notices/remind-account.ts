import { lockAccount } from '@/lib/accounts/lock-account'
import { remindersDue } from '@/lib/accounts/reminders-due'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import type { JobHandler } from '@/lib/jobs/job-names'
import { noticeToAdmins } from '@/lib/messaging/notice-to-admins'
import { reminderWords } from './reminder-words'

/** Tells a company's admins by email how its account stands; what was told before is not told again. */
export const remindAccount: JobHandler<'remind-account'> = async ({ tenantId }) => {
  const account = await asPlatform(tx => lockAccount(tx, tenantId))
  const [reminder] = account ? remindersDue(account, new Date()) : []
  if (!reminder) return
  await inTenant({ tenantId, system: 'remind-account' }, async tx => {
    const { zone, locale } = await tx.tenant.findFirstOrThrow({ select: { zone: true, locale: true } })
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone })
    const words = reminderWords(reminder, at => day.format(at))
    if (!words) return
    await noticeToAdmins(tx, tenantId, {
      key: `account:${reminder.key}`,
      ...words,
      path: '/manage/settings/billing',
      action: 'Open billing',
    })
  })
}
