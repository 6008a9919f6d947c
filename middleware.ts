import { type NextRequest, NextResponse } from 'next/server'
import { faceHeader, readHost, tenantSegment, writeFace } from '@/lib/tenancy/host'

const behindProxy = () => Number(process.env.TRUST_PROXY ?? 0) > 0

/** Copies the request's headers without anything a client could use to speak for the platform. */
function cleanHeaders(request: NextRequest, host: string): Headers {
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()]) if (name.startsWith('x-portico-')) headers.delete(name)
  headers.delete('x-middleware-subrequest')
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
  if (url.pathname.startsWith('/api/')) return NextResponse.next({ request: { headers } })
  if (face.kind === 'apex') {
    return isInnerPath(url.pathname) ? notFound() : NextResponse.next({ request: { headers } })
  }
  url.pathname =
    (face.kind === 'admin' ? '/admin' : `/t/${tenantSegment(face)}`) + url.pathname.replace(/\/$/, '')
  return NextResponse.rewrite(url, { request: { headers } })
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|brand/|favicon.ico|icon.svg|robots.txt).*)'],
}
