import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/env/env'

const claims = z.object({ sid: z.uuid(), tid: z.uuid().nullable() })

/** What the cookie says: the session row, and the tenant it belongs to (null: a platform admin's). */
export type SessionToken = z.infer<typeof claims>

/** The cookie that holds the session token; host-only, so that no other subdomain ever receives it. */
export function sessionCookieName(): string {
  return env().PUBLIC_ORIGIN.startsWith('https:') ? '__Host-portico.session' : 'portico.session'
}

const sealed = claims.extend({ exp: z.number() })

// Opening a seal is arithmetic that always gives the same for the same cookie, until the hour written inside it.
// Whether the session it names still counts, the database says anew in each request.
const capacity = 5_000
const opened = new Map<string, SessionToken & { exp: number }>()

async function open(value: string): Promise<(SessionToken & { exp: number }) | null> {
  try {
    const parsed = sealed.safeParse(await decode({ token: value, secret: env().NEXTAUTH_SECRET }))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function keep(value: string, token: SessionToken & { exp: number }): void {
  opened.set(value, token)
  const oldest = opened.keys().next().value
  if (opened.size > capacity && oldest !== undefined) opened.delete(oldest)
}

/** Opens a session cookie's value; null when it is absent, forged, expired or of another shape. */
export async function readSessionToken(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null
  const known = opened.get(value)
  if (known && known.exp * 1000 > Date.now()) return { sid: known.sid, tid: known.tid }
  opened.delete(value)
  const token = await open(value)
  if (!token) return null
  keep(value, token)
  return { sid: token.sid, tid: token.tid }
}
