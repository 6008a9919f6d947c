import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { recordName } from '@/lib/domains/rules'
import { tenantUrl } from '@/lib/tenancy/tenant-url'

/** What is read of the platform's tables for one company. */
export const organizationFields = {
  domains: { orderBy: { claimedAt: 'asc' } },
  deletionRequests: { where: { cancelledAt: null }, take: 1 },
  account: {
    select: {
      state: true,
      trialEndsAt: true,
      subscriptions: {
        where: { endsOn: null },
        select: { kind: true, planVersion: { select: { plan: true } } },
      },
    },
  },
} as const

async function find(tx: PlatformTx, where: { externalId: string } | { id: string }) {
  return tx.platformTenant.findUnique({ where, include: organizationFields })
}

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof find>>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Finds a company by its tenant's id, or by its maker's id for it; null when there is none. A tenant's id is its
 * company's alone, whatever else may be called so.
 */
export async function findOrganization(tx: PlatformTx, id: string): Promise<OrganizationRow | null> {
  return (uuid.test(id) ? await find(tx, { id }) : null) ?? find(tx, { externalId: id })
}

/** A company as the API shows it: what the directory and the bill know, and none of what the company keeps. */
export function describeOrganization(row: OrganizationRow) {
  const tier = row.account?.subscriptions.find(({ kind }) => kind === 'tier')
  const [deletion] = row.deletionRequests
  return {
    id: row.externalId ?? row.id,
    tenantId: row.id as TenantId,
    name: row.name,
    subdomain: row.slug,
    url: tenantUrl(row.slug),
    status: row.status,
    statusReason: row.statusReason,
    subscriptionTier: tier?.planVersion.plan ?? null,
    account: { state: row.account?.state ?? null, trialEndsAt: row.account?.trialEndsAt ?? null },
    domains: row.domains.map(({ host, status, token, problem, verifiedAt, checkedAt }) => ({
      host,
      status,
      problem,
      verifiedAt,
      checkedAt,
      record: { type: 'TXT', name: recordName(host), value: token },
    })),
    deletion: deletion ? { requestedAt: deletion.requestedAt, dueAt: deletion.dueAt } : null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

export type Organization = ReturnType<typeof describeOrganization>
