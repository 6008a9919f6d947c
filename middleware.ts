import { type NextRequest, NextResponse } from 'next/server'
import { type Face, faceHeader, readHost, tenantSegment, writeFace } from '@/lib/tenancy/host'

const behindProxy = () => Number(process.env.TRUST_PROXY ?? 0) > 0

/** Copies the request's headers without anything a client could use to speak for the platform. */
function cleanHeaders(request: NextRequest, host: string): Headers {
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()]) if (name.startsWith('x-portico-')) headers.delete(name)
  for (const name of [
    'x-middleware-subrequest',
    'content-security-policy',
    'content-security-policy-report-only',
  ]) {
    headers.delete(name)
  }
  if (!behindProxy()) {
    for (const name of [
      'forwarded',
      'x-forwarded-for',
      'x-forwarded-proto',
      'x-forwarded-port',
      'x-real-ip',
    ]) {
      headers.delete(name)
    }
  }
  headers.set('x-forwarded-host', host)
  return headers
}

const overHttps = () => process.env.PUBLIC_ORIGIN?.startsWith('https:') ?? false

/**
 * What a page may load and run: its own scripts by this answer's nonce and what those load, everything else from its
 * own host alone. Styles may stand in the page, for brands and floating layers are placed by them.
 */
function contentPolicy(nonce: string, face: Face, host: string): string {
  const inDev = process.env.NODE_ENV === 'development'
  // The apex hands over to the host of the company that was just made or found.
  const formTargets = face.kind === 'apex' ? `'self' *.${host}` : `'self'`
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'${inDev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action ${formTargets}`,
    `frame-ancestors 'none'`,
    ...(overHttps() ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

const notFound = () =>
  new NextResponse('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

/** Rooms of the app that are reached through their host alone, never by path. */
function isInnerPath(pathname: string): boolean {
  let path = pathname
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return true
  }
  return /^\/+(t|admin)(\/|\.|$)/i.test(path)
}

/** Host → face → route: tenants under /t/<tenant>, platform admins under /admin, the rest at the apex. */
export function middleware(request: NextRequest) {
  const forwarded = behindProxy() ? request.headers.get('x-forwarded-host') : null
  const host = forwarded ?? request.headers.get('host') ?? ''
  const face = readHost(host, process.env.ROOT_DOMAIN ?? 'localhost')
  if (face.kind === 'unknown') return notFound()

  const headers = cleanHeaders(request, host)
  headers.set(faceHeader, writeFace(face))
  const url = request.nextUrl.clone()
  headers.set('x-portico-path', url.pathname + url.search)
  if (url.pathname.startsWith('/api/')) return guarded(NextResponse.next({ request: { headers } }))
  if (face.kind === 'apex' && isInnerPath(url.pathname)) return notFound()
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce, face, host.toLowerCase())
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  headers.set('x-portico-nonce', nonce)
  if (face.kind === 'apex') return guarded(NextResponse.next({ request: { headers } }), policy)
  url.pathname =
    (face.kind === 'admin' ? '/admin' : `/t/${tenantSegment(face)}`) + url.pathname.replace(/\/$/, '')
  return guarded(NextResponse.rewrite(url, { request: { headers } }), policy)
}

function guarded(response: NextResponse, policy?: string): NextResponse {
  if (policy) response.headers.set('content-security-policy', policy)
  if (overHttps()) response.headers.set('strict-transport-security', 'max-age=63072000')
  return response
}

export const config = {
  matcher: ['/((?!_next/static/|icon\\.svg$|apple-touch-icon\\.png$).*)'],
}
