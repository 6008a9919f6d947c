import { inTenant } from '@/lib/db/in-tenant'
import { type LocalDate, toDbDate } from '@/lib/time/local-date'
import type { MadeTenant } from './make-tenant'

export type GivenPeriod = {
  unitId: string
  homeownerId: string
  startsOn?: string
  endsOn?: string
  /** `[1, 2]` for a half; the whole unless told. */
  share?: [number, number]
}

/** Makes ownerships in one transaction, so that co-owners may come together, for tests. */
export async function makeOwnerships(tenant: MadeTenant, ...periods: GivenPeriod[]): Promise<void> {
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.ownership.createMany({
      data: periods.map(({ unitId, homeownerId, startsOn = '2020-01-01', endsOn, share = [1, 1] }) => ({
        unitId,
        homeownerId,
        startsOn: toDbDate(startsOn as LocalDate),
        endsOn: endsOn === undefined ? null : toDbDate(endsOn as LocalDate),
        shareNumerator: BigInt(share[0]),
        shareDenominator: BigInt(share[1]),
      })),
    }),
  )
}
