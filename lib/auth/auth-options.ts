import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '@/lib/env/env'
import { log } from '@/lib/log/log'
import {
  authorizeAdmin,
  authorizeAdminLink,
  authorizeLink,
  authorizePassword,
  authorizeSupport,
  type SignedIn,
} from './authorize'
import { forgetSession } from './forget-session'
import { safeNext } from './safe-next'
import { cookieOptions } from './session-cookie'
import { sessionCookieName } from './session-token'
import { sessionDays } from './start-session'

declare module 'next-auth' {
  interface User {
    tid: SignedIn['tid']
  }
}

const text = { type: 'text' }

/**
 * How next-auth works here: on every tenant host and on the admin host, with a token that says nothing but which
 * session row it stands for. Who that is, and whether it still counts, the database says on every request.
 */
export function authOptions(): AuthOptions {
  const options = cookieOptions()
  const prefix = sessionCookieName().replace(/\.session$/, '')
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionDays.portal * 86_400 },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    useSecureCookies: options.secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: `${prefix}.csrf`, options },
      callbackUrl: { name: `${prefix}.next`, options },
    },
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: { email: text, password: text },
        authorize: authorizePassword,
      }),
      CredentialsProvider({
        id: 'link',
        credentials: { token: text, password: text },
        authorize: authorizeLink,
      }),
      CredentialsProvider({
        id: 'admin-link',
        credentials: { token: text, password: text },
        authorize: authorizeAdminLink,
      }),
      CredentialsProvider({ id: 'support', credentials: { token: text }, authorize: authorizeSupport }),
      CredentialsProvider({
        id: 'admin-password',
        credentials: { email: text, password: text },
        authorize: authorizeAdmin,
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id, tid: user.tid } : { sid: token.sid, tid: token.tid }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeNext(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: { signOut: forgetSession },
    logger: {
      error: (code, detail) => log().error({ code, detail }, 'next-auth'),
      warn: code => log().warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}
