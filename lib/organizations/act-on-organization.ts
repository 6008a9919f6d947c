import { ok, type Result, refuse } from '@/lib/action/result'
import { runAsPlatform } from '@/lib/action/run-as-platform'
import type { PlatformTx } from '@/lib/db/as-platform'
import { forgetTenants } from '@/lib/tenancy/find-tenant'
import { describeOrganization, findOrganization, type Organization } from './read-organization'

/**
 * Finds a company by the id the API knows it by, does something to it, and answers with what it then is.
 * @returns refusal 'not_found', or one of what was done
 */
export async function actOnOrganization(
  id: string,
  work: (tx: PlatformTx, organization: Organization) => Promise<Result<unknown>>,
): Promise<Result<{ body: Organization }>> {
  const done = await runAsPlatform(async tx => {
    const row = await findOrganization(tx, id)
    if (!row) return refuse('not_found')
    const result = await work(tx, describeOrganization(row))
    if (!result.ok) return result
    const after = await findOrganization(tx, row.id)
    return after ? ok({ body: describeOrganization(after) }) : refuse('not_found')
  })
  forgetTenants()
  return done
}
