import { type AdminActor, type AdminPermission, adminCan, readAdmin } from '@/lib/auth/admin-actor'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { reportSurprises, Surprise } from './report-surprise'
import { requestFace } from './request-face'
import { refuse } from './result'
import { problem } from './tenant-route'

export type PlatformDownloadInput = {
  tx: PlatformTx
  admin: AdminActor
  query: URLSearchParams
  /** What the admin's role was asked for. */
  can: AdminPermission
}

/**
 * Makes a file that a platform admin takes away from the dashboard, on the admin host alone; session and permission
 * are proved as for a page.
 */
export function platformDownload(
  spec: { can: AdminPermission },
  handler: (input: PlatformDownloadInput) => Promise<Response>,
) {
  const route = async (request: Request): Promise<Response> => {
    const { face, token } = await requestFace()
    if (face.kind !== 'admin') return problem(refuse('not_found'))
    try {
      return await reportSurprises(() =>
        asPlatform(async tx => {
          const admin = await readAdmin(tx, token?.tid === null ? token.sid : null)
          if (!admin) return problem(refuse('signed_out'))
          if (!adminCan(admin, spec.can)) return problem(refuse('forbidden'))
          return handler({ tx, admin, query: new URL(request.url).searchParams, can: spec.can })
        }),
      )
    } catch (error) {
      if (!(error instanceof Surprise)) throw error
      return problem(refuse('surprise', { params: { id: error.digest } }))
    }
  }
  return Object.assign(route, { spec: { entry: 'platform-download' as const, ...spec } })
}
