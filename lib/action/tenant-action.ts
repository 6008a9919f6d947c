import type { z } from 'zod'
import { recordGuest } from '@/lib/audit/record-guest'
import { mayWrite } from '@/lib/auth/account'
import { type Brand, can, readOpened, type UserActor } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import type { TenantTx } from '@/lib/db/in-tenant'
import { refuseFeature } from '@/lib/features/refuse-feature'
import type { FeatureId } from '@/lib/features/registry'
import type { LocalDate } from '@/lib/time/local-date'
import { actionInput } from './action-input'
import { reportSurprises } from './report-surprise'
import { type RequestFace, requestFace, sessionFor } from './request-face'
import { measured } from './request-meter'
import { type Result, refuse } from './result'
import { runInTenant } from './run-in-tenant'
import { readLocalDateToday } from './today'
import { type Meet, tracingGuest } from './trace-guest'

/** Who may, with which feature of the company's, and what they say. */
export type ActionSpec<S extends z.ZodType> = { can: Permission; feature?: FeatureId; input: S }

export type ActionInput<I> = {
  tx: TenantTx
  actor: UserActor
  brand: Brand
  input: I
  today: LocalDate
  request: RequestFace
}

/**
 * Makes a server action of a tenant: validates the input, opens one transaction, proves session and permission
 * inside it and calls the domain function. Works as a form's action (`(previous, formData)`) and called with an
 * object; arguments bound before are merged over the form's fields.
 * @param outside what is asked of a vendor once the transaction is over, given what the handler answered
 * @returns the handler's result, or that of `outside`, or refusal 'invalid', 'signed_out', 'forbidden', 'not_in_plan', 'switched_off', 'read_only', 'not_found' or 'busy'
 */
export function tenantAction<S extends z.ZodType, T, O = T>(
  spec: ActionSpec<S>,
  handler: (context: ActionInput<z.output<S>>) => Promise<Result<T>>,
  outside?: (value: T) => Promise<Result<O>>,
) {
  const inside = async (args: unknown[]): Promise<Result<T>> => {
    const request = await requestFace()
    const { tenant } = request
    if (tenant?.status !== 'active') return refuse('not_found')
    const context = { tenantId: tenant.id, sessionId: sessionFor(request, tenant) }
    const transact = (meet: Meet) =>
      runInTenant<T>(context, async (tx, answer) => {
        const { brand, account, actor } = readOpened(tenant.id, answer)
        meet(actor)
        if (!actor) return refuse('signed_out')
        if (!can(actor, spec.can)) return refuse('forbidden')
        const without = refuseFeature(account, spec.feature)
        if (without) return without
        if (!mayWrite(account, spec.can)) return refuse('read_only')
        const input = actionInput(spec.input, args)
        if (!input.ok) return input
        await recordGuest(tx, actor, { action: 'support:acted', path: request.path, as: spec.can })
        return handler({
          tx,
          actor,
          brand,
          input: input.value,
          today: readLocalDateToday(brand.zone),
          request,
        })
      })
    return tracingGuest(context, { path: request.path, as: spec.can }, meet =>
      measured(tenant.id, () => transact(meet)),
    )
  }
  const action = (...args: unknown[]) =>
    reportSurprises(async () => {
      const result = await inside(args)
      return result.ok && outside ? outside(result.value) : (result as Result<T & O>)
    })
  const { can: permission, feature } = spec
  return Object.assign(action, { spec: { entry: 'tenant-action' as const, can: permission, feature } })
}
