import { recordAudit } from '@/lib/audit/record-audit'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { mapDatabaseError } from '@/lib/db/map-error'
import { companyHasFeature } from '@/lib/features/company-has-feature'
import type { Job } from '@/lib/jobs/job-names'
import { noticeToAdmins } from '@/lib/messaging/notice-to-admins'
import { forgetTenants } from '@/lib/tenancy/find-tenant'
import { lookUpRecord } from './look-up-record'
import { noticeOf } from './notices'
import { type Claim, type Finding, judgeCheck, type Problem } from './rules'
import { scheduleCheck } from './schedule-check'

type Moved = { host: string; before: Claim; after: Claim }

async function write(tenantId: string, id: string, finding: Finding, now: Date): Promise<Moved | null> {
  return asPlatform(async tx => {
    await tx.$queryRaw`select 1 from platform.domains where id = ${id}::uuid for update`
    const row = await tx.platformDomain.findUnique({ where: { tenantId_id: { tenantId, id } } })
    if (!row) return null
    const { host, status, claimedAt, verifiedAt, checks, nextCheckAt, missingSince, problem } = row
    const before: Claim = {
      status: status as Claim['status'],
      problem: problem as Problem | null,
      claimedAt,
      verifiedAt,
      checks,
      nextCheckAt,
      missingSince,
    }
    const after = judgeCheck(before, finding, now)
    await tx.platformDomain.update({
      where: { tenantId_id: { tenantId, id } },
      data: { ...after, checkedAt: now },
    })
    return { host, before, after }
  })
}

/** Writes what was found. Of several companies that find their record at once, one has the domain verified. */
async function settle(tenantId: string, id: string, finding: Finding, now: Date): Promise<Moved | null> {
  try {
    return await write(tenantId, id, finding, now)
  } catch (error) {
    if (mapDatabaseError(error)?.reason !== 'taken') throw error
    return write(tenantId, id, 'taken', now)
  }
}

/** What the company's audit log says of it, if anything. */
function changeOf({ before, after }: Moved): string | null {
  if (before.status !== 'verified' && after.status === 'verified') return 'domain:verified'
  if (before.status === 'verified' && after.status !== 'verified') return 'domain:lost'
  return !before.missingSince && after.missingSince ? 'domain:record-missing' : null
}

/**
 * Looks for the record of one claim, writes down what was found, and looks again when that is due. A domain removed
 * meanwhile is left alone.
 */
export async function checkDomain(
  { tenantId, data }: Pick<Job<'check-domain'>, 'tenantId' | 'data'>,
  now = new Date(),
): Promise<void> {
  const { domainId } = data
  const key = { tenantId_id: { tenantId, id: domainId } }
  const claim = await asPlatform(tx => tx.platformDomain.findUnique({ where: key }))
  if (!claim) return
  const context = { tenantId, system: 'check-domain' }
  const allowed = await inTenant(context, tx => companyHasFeature(tx, 'custom-domain'))
  const finding = allowed ? await lookUpRecord(claim.host, claim.token) : 'not-in-plan'
  const moved = await settle(tenantId, domainId, finding, now)
  if (!moved) return
  forgetTenants()
  const { host, after } = moved
  const action = changeOf(moved)
  await inTenant(context, async tx => {
    if (after.nextCheckAt) await scheduleCheck(tx, domainId, after.nextCheckAt)
    if (!action) return
    const subject = { subjectType: 'domain', subjectId: domainId, subjectLabel: host }
    const actor = { kind: 'system' as const, tenantId, purpose: context.system }
    await recordAudit(tx, actor, { action, ...subject })
    const notice = noticeOf(action, host)
    if (notice)
      await noticeToAdmins(tx, tenantId, { key: `${action} ${domainId} ${now.toISOString()}`, ...notice })
  })
}
