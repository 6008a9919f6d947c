import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import type { JobHandler } from '@/lib/jobs/job-names'

/** Copies the company's name into the directory, where titles and the platform's own pages read it. */
export const publishName: JobHandler<'publish-name'> = async ({ tenantId }) => {
  const { name } = await inTenant({ tenantId, system: 'publish-name' }, tx =>
    tx.tenant.findFirstOrThrow({ select: { name: true } }),
  )
  await asPlatform(tx => tx.platformTenant.updateMany({ where: { id: tenantId }, data: { name } }))
}
