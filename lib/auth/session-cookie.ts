import { env } from '@/lib/env/env'

/** How the cookies of signing in are kept: for this very host and for no script; only over https where there is. */
export function cookieOptions() {
  const secure = env().PUBLIC_ORIGIN.startsWith('https:')
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
}
