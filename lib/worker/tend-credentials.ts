import { isProvider, providerTable } from '@/lib/credentials/providers'
import { retireKeys } from '@/lib/credentials/retire-keys'
import { expiryNotice } from '@/lib/credentials/rules'
import { inTenant, type TenantId, type TenantTx } from '@/lib/db/in-tenant'
import type { Job } from '@/lib/jobs/job-names'
import { noticeToAdmins } from '@/lib/messaging/notice-to-admins'
import { dateIn, fromDbDate, type LocalDate, toDbDate } from '@/lib/time/local-date'

/** Looks after a company's keys: erases those that are gone, and tells its admins of those that expire soon. */
export async function tendCredentials(
  { tenantId }: Pick<Job<'tend-credentials'>, 'tenantId'>,
  now = new Date(),
): Promise<void> {
  await inTenant({ tenantId, system: 'tend-credentials' }, async tx => {
    await retireKeys(tx, now)
    await remindOfExpiry(tx, tenantId, now)
  })
}

/** Tells the admins 30, 7 and 1 days before a key in use expires, once each; a later date starts anew. */
async function remindOfExpiry(tx: TenantTx, tenantId: TenantId, now: Date): Promise<void> {
  const { zone, locale } = await tx.tenant.findFirstOrThrow({ select: { zone: true, locale: true } })
  const today = dateIn(zone, now)
  const day = (on: LocalDate) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(toDbDate(on))
  const versions = await tx.credentialVersion.findMany({
    where: {
      expiresOn: { gte: toDbDate(today) },
      activeFrom: { not: null },
      retiresAt: null,
      retiredAt: null,
    },
    include: { credential: true },
  })
  for (const { id, expiresOn, credential } of versions) {
    const on = expiresOn && fromDbDate(expiresOn)
    const notice = on && expiryNotice(on, today)
    if (!on || !notice || !isProvider(credential.provider)) continue
    const { name } = providerTable[credential.provider]
    await noticeToAdmins(tx, tenantId, {
      key: `key-expiry:${id}:${on}:${notice}`,
      subject: `Your ${name} key expires on ${day(on)}`,
      body: `The key “${credential.label}” of ${name} expires on ${day(on)}.\n\nMake a new one at ${name} and enter it before that day: the old one stays in use until the new one has passed its test, so nothing stops in between.`,
      path: `/manage/settings/credentials/${credential.provider}`,
      action: 'Replace the key',
    })
  }
}
