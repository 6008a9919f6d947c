import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { requestFace } from '@/lib/action/request-face'
import { refuse } from '@/lib/action/result'
import { isForeignWrite, problem } from '@/lib/action/tenant-route'
import { authOptions } from '@/lib/auth/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

// Who is signed in is for the database to say, so next-auth's own session endpoint does not exist.
const offered: Record<string, ReadonlySet<string>> = {
  GET: new Set(['csrf', 'providers', 'signin', 'signout', 'error']),
  POST: new Set(['callback', 'signout']),
}

/** Hands sign-in, sign-out and the CSRF token to next-auth, on the hosts of tenants and admins alone. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { face, tenant } = await requestFace()
  const [action] = (await context.params).nextauth
  if (!offered[request.method]?.has(action ?? '')) return problem(refuse('not_found'))
  if (face.kind !== 'admin' && tenant?.status !== 'active') return problem(refuse('not_found'))
  if (isForeignWrite(request, request.headers.get('x-forwarded-host') ?? ''))
    return problem(refuse('forbidden'))
  return NextAuth(request, context, authOptions())
}

const route = Object.assign(handle, { spec: { entry: 'auth-route' as const } })

export { route as GET, route as POST }
