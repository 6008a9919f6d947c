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

/** Opens a session cookie's value; null when it is absent, forged, expired or of another shape. */
export async function readSessionToken(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null
  try {
    const parsed = claims.safeParse(await decode({ token: value, secret: env().NEXTAUTH_SECRET }))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
