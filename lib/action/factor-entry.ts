import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { type PendingAdmin, readAdmin, readPendingAdmin } from '@/lib/auth/admin-actor'
import { safeNext } from '@/lib/auth/safe-next'
import { asPlatform } from '@/lib/db/as-platform'
import { actionInput } from './action-input'
import { reportSurprises } from './report-surprise'
import { type RequestFace, requestFace } from './request-face'
import { type Result, refuse } from './result'

type NextPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const sessionOf = (request: RequestFace) =>
  request.face.kind === 'admin' && request.token?.tid === null ? request.token.sid : null

/**
 * Makes a page of the admin host between password and dashboard: for somebody whose password was right and whose
 * second factor is still to come. Everybody else is led to where they belong.
 */
export function factorPage(
  spec: { purpose: string },
  render: (input: { admin: PendingAdmin; next: string }) => Promise<ReactNode>,
) {
  const page = async (props: NextPageProps): Promise<ReactNode> => {
    const request = await requestFace()
    if (request.face.kind !== 'admin') notFound()
    const query = await props.searchParams
    const next = safeNext(typeof query.next === 'string' ? query.next : undefined)
    const sessionId = sessionOf(request)
    const [admin, passed] = await asPlatform(async tx => [
      await readPendingAdmin(tx, sessionId),
      await readAdmin(tx, sessionId),
    ])
    if (passed) redirect(next)
    if (!admin) redirect(`/sign-in?${new URLSearchParams({ next })}`)
    return reportSurprises(() => render({ admin, next }))
  }
  return Object.assign(page, { spec: { entry: 'factor-page' as const, ...spec } })
}

/**
 * Makes a server action that proves the second factor. The handler opens its own transactions, since attempts are
 * counted whatever becomes of them.
 * @returns the handler's result, or refusal 'not_found', 'signed_out' or 'invalid'
 */
export function factorAction<S extends z.ZodType, T>(
  spec: { purpose: string; input: S },
  handler: (context: { admin: PendingAdmin; input: z.output<S>; request: RequestFace }) => Promise<Result<T>>,
) {
  const action = async (...args: unknown[]): Promise<Result<T>> =>
    reportSurprises(async () => {
      const request = await requestFace()
      if (request.face.kind !== 'admin') return refuse('not_found')
      const admin = await asPlatform(tx => readPendingAdmin(tx, sessionOf(request)))
      if (!admin) return refuse('signed_out')
      const input = actionInput(spec.input, args)
      return input.ok ? handler({ admin, input: input.value, request }) : input
    })
  return Object.assign(action, { spec: { entry: 'factor-action' as const, purpose: spec.purpose } })
}
