import type { RequestFace } from '@/lib/action/request-face'
import type { MadeTenant } from './make-tenant'

const untold = { path: '/', address: 'direct', userAgent: '' }

/** A request to the platform admins' host, by the session of one of them or by nobody. */
export function adminFace(sessionId: string | null): RequestFace {
  return {
    face: { kind: 'admin' },
    tenant: null,
    token: sessionId === null ? null : { sid: sessionId, tid: null },
    ...untold,
  }
}

/** A request to a company's host, by a session of one of its people. */
export function tenantFace({ id, slug }: MadeTenant, sessionId: string, path = untold.path): RequestFace {
  return {
    face: { kind: 'tenant', slug },
    tenant: { id, slug, name: slug, status: 'active', domain: null },
    token: { sid: sessionId, tid: id },
    ...untold,
    path,
  }
}
