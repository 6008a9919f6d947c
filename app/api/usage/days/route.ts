import { tenantRoute } from '@/lib/action/tenant-route'
import { recordAudit } from '@/lib/audit/record-audit'
import { dateIn } from '@/lib/time/local-date'
import { readUsage } from '@/lib/usage/read-usage'
import { daysOf } from '@/lib/usage/rules'
import { writeUsageCsv } from '@/lib/usage/write-usage-csv'

/** The company's daily usage of the last twelve months as CSV. */
export const GET = tenantRoute({ can: 'billing:read' }, async ({ tx, actor }) => {
  const days = daysOf('12m', dateIn('UTC', new Date()))
  const usage = await readUsage(tx, days)
  await recordAudit(tx, actor, {
    action: 'list:exported',
    subjectType: 'list',
    subjectLabel: 'usage',
    after: days,
  })
  const name = `usage-${days.from}-to-${days.until}.csv`
  return new Response(writeUsageCsv(usage, days), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
})
