import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { readSessionToken, type SessionToken, sessionCookieName } from '@/lib/auth/session-token'
import { env } from '@/lib/env/env'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { findTenant } from '@/lib/tenancy/find-tenant'
import { type Face, faceHeader, readFace } from '@/lib/tenancy/host'

/** What every entry point knows of a request before it opens a transaction. */
export type RequestFace = {
  face: Face
  tenant: DirectoryEntry | null
  token: SessionToken | null
  /** The path the visitor asked for, with its query. */
  path: string
  address: string
  userAgent: string
}

/** The visitor's address: the entry that our outermost proxy wrote; without a proxy nothing can be trusted. */
function clientAddress(forwardedFor: string | null): string {
  const hops = env().TRUST_PROXY
  return (hops > 0 && forwardedFor?.split(',').at(-hops)?.trim()) || 'direct'
}

/** Reads host, tenant and session cookie once a request. */
export const requestFace = cache(async (): Promise<RequestFace> => {
  const [head, jar] = await Promise.all([headers(), cookies()])
  const face = readFace(head.get(faceHeader))
  const [tenant, token] = await Promise.all([
    findTenant(face),
    readSessionToken(jar.get(sessionCookieName())?.value),
  ])
  return {
    face,
    tenant,
    token,
    path: head.get('x-portico-path') ?? '/',
    address: clientAddress(head.get('x-forwarded-for')),
    userAgent: head.get('user-agent')?.slice(0, 300) ?? '',
  }
})

/** The session to open a tenant's transaction with: null unless the cookie names this very tenant. */
export function sessionFor(request: RequestFace, tenant: DirectoryEntry): string | null {
  return request.token?.tid === tenant.id ? request.token.sid : null
}
