import { hashToken } from '@/lib/auth/create-sign-in-link'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { env } from '@/lib/env/env'
import { sendEmail } from '@/lib/integrations/resend/send-email'
import { renderEmail } from '@/lib/messaging/render-email'
import { adminUrl } from '@/lib/tenancy/tenant-url'
import { ownBrand } from './own-brand'

type Difference = { id: string; company: string }
type Reader = { id: string; name: string; email: string }

/**
 * Tells owners and billing admins by mail of figures that do not agree with a recount or with Stripe, all that are new
 * in one mail, each difference once.
 * @throws when a mail may not have left; the next round then sends it again
 */
export async function alertDifferences(): Promise<void> {
  const { readers, found } = await asPlatform(claim)
  if (found.length === 0) return
  const outcomes = []
  for (const reader of readers) outcomes.push(await tell(reader, found))
  if (!outcomes.includes('unknown')) return
  const ids = found.map(({ id }) => id)
  await asPlatform(tx =>
    tx.platformDifference.updateMany({ where: { id: { in: ids } }, data: { toldAt: null } }),
  )
  throw new Error('admins could not be told of differences')
}

/** Marked before the mails leave: of two workers, one sends them. While nobody is there to be told, nothing is. */
async function claim(tx: PlatformTx): Promise<{ readers: Reader[]; found: Difference[] }> {
  const readers = await tx.platformAdmin.findMany({
    where: { role: { in: ['owner', 'billing'] }, suspendedAt: null, passwordHash: { not: null } },
    select: { id: true, name: true, email: true },
    orderBy: { id: 'asc' },
  })
  if (readers.length === 0) return { readers, found: [] }
  const found = await tx.$queryRaw<Difference[]>`
    update platform.differences d set told_at = now() from platform.tenants t
    where t.id = d.tenant_id and d.told_at is null and d.resolved_at is null
    returning d.id::text, t.name as company`
  return { readers, found }
}

const most = 10

function bodyOf(found: Difference[]): string {
  const counts = new Map<string, number>()
  for (const { company } of found) counts.set(company, (counts.get(company) ?? 0) + 1)
  const companies = [...counts].sort(([, a], [, b]) => b - a)
  const named = companies.slice(0, most).map(([company, count]) => `${company}: ${count}`)
  const rest = companies.length - named.length
  const list = [...named, ...(rest > 0 ? [`${rest} more companies`] : [])].join('; ')
  return `What was reckoned does not agree with a recount from the facts, or a bill with Stripe’s.\n\n${list}.`
}

async function tell({ id, name, email }: Reader, found: Difference[]) {
  const count = found.length
  const subject = count === 1 ? 'A figure does not agree' : `${count} figures do not agree`
  const data = {
    name,
    subject,
    body: bodyOf(found),
    url: adminUrl('/differences'),
    action: 'See differences',
  }
  const { html, text } = await renderEmail({ template: 'notice', data }, ownBrand)
  const ids = found.map(each => each.id).sort()
  const { outcome } = await sendEmail(
    {
      ...{ from: env().MAIL_FROM, to: email, subject, html, text, tags: { kind: 'admin-differences' } },
      idempotencyKey: hashToken(`${id} ${ids.join(' ')}`),
    },
    null,
  )
  return outcome
}
