import type { z } from 'zod'
import { actionInput } from './action-input'
import { reportSurprises } from './report-surprise'
import { type RequestFace, requestFace } from './request-face'
import { type Result, refuse } from './result'

/**
 * Makes a server action of the apex site, where there is no tenant yet: signing up, finding one's portal. The
 * handler opens whatever transactions it needs, since it may make a tenant and then work inside it.
 */
export function siteAction<S extends z.ZodType, T>(
  spec: { purpose: string; input: S },
  handler: (context: { input: z.output<S>; request: RequestFace }) => Promise<Result<T>>,
) {
  const action = async (...args: unknown[]): Promise<Result<T>> =>
    reportSurprises(async () => {
      const request = await requestFace()
      if (request.face.kind !== 'apex') return refuse('not_found')
      const input = actionInput(spec.input, args)
      return input.ok ? handler({ input: input.value, request }) : input
    })
  return Object.assign(action, { spec: { entry: 'site-action' as const, purpose: spec.purpose } })
}
