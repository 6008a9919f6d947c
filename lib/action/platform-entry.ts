import { forbidden, notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { demandPlatformAudit } from '@/lib/audit/record-platform-audit'
import { type AdminActor, type AdminPermission, adminCan, readAdmin } from '@/lib/auth/admin-actor'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { actionInput } from './action-input'
import { reportSurprises } from './report-surprise'
import { type RequestFace, requestFace } from './request-face'
import { type Result, refuse } from './result'
import { keepOrRollBack, orRefusal } from './roll-back'

type NextPageProps = {
  params: Promise<Record<string, string | string[]>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type PlatformPageInput = {
  tx: PlatformTx
  admin: AdminActor
  params: Record<string, string>
  query: Record<string, string | undefined>
  /** The query with every value of a repeated parameter, as lists' filters are. */
  search: Record<string, string | string[] | undefined>
}

const texts = (values: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(values).map(([k, v]) => [k, Array.isArray(v) ? v.at(-1) : v]))

const adminSession = (request: RequestFace) =>
  request.face.kind === 'admin' && request.token?.tid === null ? request.token.sid : null

/** Makes a page of the platform's own dashboard, on the admin host alone. */
export function platformPage(
  spec: { can: AdminPermission },
  render: (input: PlatformPageInput) => Promise<ReactNode>,
) {
  async function open(props: NextPageProps): Promise<ReactNode> {
    const request = await requestFace()
    if (request.face.kind !== 'admin') notFound()
    const [params, query] = await Promise.all([props.params, props.searchParams])
    return asPlatform(async tx => {
      const admin = await readAdmin(tx, adminSession(request))
      if (!admin) redirect(`/sign-in?${new URLSearchParams({ next: request.path })}`)
      if (!adminCan(admin, spec.can)) forbidden()
      return render({
        tx,
        admin,
        params: texts(params) as Record<string, string>,
        query: texts(query),
        search: query,
      })
    })
  }
  const page = (props: NextPageProps) => reportSurprises(() => open(props))
  return Object.assign(page, { spec: { entry: 'platform-page' as const, ...spec } })
}

/**
 * Makes a server action of the platform's dashboard; a refusal rolls back whatever was written before it, and so does
 * an act that left no entry in the audit log.
 * @param outside what needs transactions of its own, once this one is over, given what the handler answered
 */
export function platformAction<S extends z.ZodType, T, O = T>(
  spec: { can: AdminPermission; input: S },
  handler: (context: {
    tx: PlatformTx
    admin: AdminActor
    input: z.output<S>
    request: RequestFace
  }) => Promise<Result<T>>,
  outside?: (value: T) => Promise<Result<O>>,
) {
  const inside = async (args: unknown[]): Promise<Result<T>> => {
    const request = await requestFace()
    if (request.face.kind !== 'admin') return refuse('not_found')
    const input = actionInput(spec.input, args)
    return orRefusal(() =>
      asPlatform(async tx => {
        const admin = await readAdmin(tx, adminSession(request))
        if (!admin) return refuse('signed_out')
        if (!adminCan(admin, spec.can)) return refuse('forbidden')
        if (!input.ok) return input
        const result = keepOrRollBack(await handler({ tx, admin, input: input.value, request }))
        demandPlatformAudit(tx)
        return result
      }),
    )
  }
  const action = (...args: unknown[]) =>
    reportSurprises(async () => {
      const result = await inside(args)
      return result.ok && outside ? outside(result.value) : (result as Result<T & O>)
    })
  return Object.assign(action, { spec: { entry: 'platform-action' as const, can: spec.can } })
}
