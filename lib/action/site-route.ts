import { problemDetails } from './problem'
import { reportSurprises, Surprise } from './report-surprise'
import { type RequestFace, requestFace } from './request-face'
import { refuse } from './result'

/** Makes a route of the apex that anybody may ask; on every other host there is none. */
export function siteRoute(
  spec: { purpose: string },
  handler: (input: { face: RequestFace; query: URLSearchParams }) => Promise<Response>,
) {
  const route = async (request: Request): Promise<Response> => {
    const face = await requestFace()
    if (face.face.kind !== 'apex') return problemDetails(refuse('not_found'))
    const query = new URL(request.url).searchParams
    try {
      return await reportSurprises(() => handler({ face, query }))
    } catch (error) {
      if (!(error instanceof Surprise)) throw error
      return problemDetails(refuse('surprise', { params: { id: error.digest } }))
    }
  }
  return Object.assign(route, { spec: { entry: 'site-route' as const, ...spec } })
}
