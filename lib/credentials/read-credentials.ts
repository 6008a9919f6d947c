import type { TenantTx } from '@/lib/db/in-tenant'
import { fromDbDate } from '@/lib/time/local-date'
import { isProvider, type Provider } from './providers'
import { isBeingTested, keyState } from './rules'

/** Reads the company's credentials in force with their keys, the latest first; nothing that was sealed is among it. */
export async function readCredentials(tx: TenantTx, only?: Provider) {
  const rows = await tx.credential.findMany({
    where: { removedAt: null, ...(only && { provider: only }) },
    include: { credentialVersions: { where: { retiredAt: null }, orderBy: { number: 'desc' } } },
  })
  const ids = rows.map(row => row.id)
  const used =
    ids.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; at: Date }[]>`
          select c.id, (select u.at from app.credential_uses u
            where u.tenant_id = c.tenant_id and u.credential_id = c.id and u.purpose <> 'test-connection'
            order by u.at desc, u.id desc limit 1) as at
          from app.credentials c where c.id = any(${ids}::uuid[])`
  const now = new Date()
  return rows.flatMap(row => {
    const { id, label, provider } = row
    if (!isProvider(provider)) return []
    const keys = row.credentialVersions.map(version => ({
      id: version.id,
      number: version.number,
      hints: version.hints as Record<string, string>,
      scopes: version.scopes,
      expiresOn: version.expiresOn && fromDbDate(version.expiresOn),
      createdAt: version.createdAt,
      retiresAt: version.retiresAt,
      testedAt: version.testedAt,
      testOutcome: version.testOutcome,
      testDetail: version.testDetail,
      testing: isBeingTested(version, now),
      state: keyState(version, now),
    }))
    const shown = keys.filter(key => key.state !== 'retired')
    const lastUsedAt = used.find(each => each.id === id)?.at ?? null
    return [{ id, label, provider, lastUsedAt, keys: shown }]
  })
}

export type ShownCredential = Awaited<ReturnType<typeof readCredentials>>[number]
export type ShownKey = ShownCredential['keys'][number]
