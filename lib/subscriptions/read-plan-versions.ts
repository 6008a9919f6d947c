import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { PlanVersion } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { plansSchema } from './billing'

/** Every version of every plan that is or was for sale. */
export async function readPlanVersions(tx: PlatformTx): Promise<PlanVersion[]> {
  const [row] = await tx.$queryRaw<{ plans: unknown }[]>`
    select jsonb_agg(platform.plan_json(id) order by id) as plans from platform.plan_versions`
  return plansSchema.parse(row?.plans ?? [])
}

/** What is for sale on a day, the newest version of each plan: tiers first, cheapest first. */
export async function readPlansForSale(tx: TenantTx, on: LocalDate): Promise<PlanVersion[]> {
  const [row] = await tx.$queryRaw<{ plans: unknown }[]>`select app.plans_for_sale(${on}::date) as plans`
  return plansSchema.parse(row?.plans ?? [])
}

/** The same for admins of the platform. */
export async function readOffer(tx: PlatformTx, on: LocalDate): Promise<PlanVersion[]> {
  const [row] = await tx.$queryRaw<{ plans: unknown }[]>`select platform.plans_for_sale(${on}::date) as plans`
  return plansSchema.parse(row?.plans ?? [])
}
