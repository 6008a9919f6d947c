import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/find-tenant'
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
 */
export function publicAction<S extends z.ZodType, T>(
  spec: { purpose: string; input: S },
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
      return runInTenant<T>(context, tx =>
        handler({ tx, actor: systemActor(context), tenant, input: input.value, request }),
      )
    })
  return Object.assign(action, { spec: { entry: 'public-action' as const, purpose: spec.purpose } })
}
