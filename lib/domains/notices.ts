import type { AdminNotice } from '@/lib/messaging/notice-to-admins'
import { lostAfterDays, recordName } from './rules'

const path = '/manage/settings/domain'

/** What a company's admins are told when something becomes of a domain of theirs; null when it can wait. */
export function noticeOf(action: string, host: string): Omit<AdminNotice, 'key'> | null {
  const record = `the TXT record ${recordName(host)}`
  if (action === 'domain:verified')
    return {
      subject: `${host} is ready`,
      body: `We found ${record}. Your company now answers at ${host}, and your Portico address leads there.\n\nPlease keep the record: we look for it every day.`,
      path,
      action: 'See your domain',
    }
  if (action === 'domain:record-missing')
    return {
      subject: `${host}: the record is gone`,
      body: `We no longer find ${record}, or your plan no longer includes a domain of your own. Everything still works.\n\nIf it is not back within ${lostAfterDays} days, your company answers at its Portico address only.`,
      path,
      action: 'See what to do',
    }
  if (action === 'domain:lost')
    return {
      subject: `${host} no longer leads to your company`,
      body: `We have not found ${record} for ${lostAfterDays} days. Your company answers at its Portico address until the domain is verified again.`,
      path,
      action: 'Verify it again',
    }
  return null
}
