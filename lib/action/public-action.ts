import { setTimeout } from 'node:timers/promises'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { actionInput } from './action-input'
import { reportSurprises } from './report-surprise'
import { type RequestFace, requestFace } from './request-face'
import { type Result, refuse } from './result'
import { runInTenant, systemActor } from './run-in-tenant'

export type PublicInput<I> = {
  tx: TenantTx
  actor: Actor
  tenant: DirectoryEntry
  input: I
  request: RequestFace
}

/**
 * Makes a server action for people who have not signed in, on a tenant's host: asking for a link, resetting a
 * password, accepting an invitation. It runs as the system for the stated purpose, so it must prove by itself
 * (a token, a password) whatever it relies on.
 * @param spec.steadyMs answers no sooner, so that the time taken does not tell whether there was anything to do
 */
export function publicAction<S extends z.ZodType, T>(
  spec: { purpose: string; input: S; steadyMs?: number },
  handler: (context: PublicInput<z.output<S>>) => Promise<Result<T>>,
) {
  const action = async (...args: unknown[]): Promise<Result<T>> =>
    reportSurprises(async () => {
      const request = await requestFace()
      const { tenant } = request
      if (tenant?.status !== 'active') return refuse('not_found')
      const input = actionInput(spec.input, args)
      if (!input.ok) return input
      const context = { tenantId: tenant.id, system: spec.purpose }
      const [result] = await Promise.all([
        runInTenant<T>(context, tx =>
          handler({ tx, actor: systemActor(context), tenant, input: input.value, request }),
        ),
        setTimeout(spec.steadyMs ?? 0),
      ])
      return result
    })
  return Object.assign(action, { spec: { entry: 'public-action' as const, purpose: spec.purpose } })
}
