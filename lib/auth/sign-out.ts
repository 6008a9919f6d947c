import { cookies } from 'next/headers'
import { forgetSession } from './forget-session'
import { cookieOptions } from './session-cookie'
import { sessionCookieName } from './session-token'

/** Revokes the session of this request and takes its cookie back; for server actions. */
export async function signOut(): Promise<void> {
  await forgetSession()
  const jar = await cookies()
  jar.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 })
}
