import { cachedAnswer } from '@/lib/action/cached-answer'
import { publicRoute } from '@/lib/action/public-route'
import { refuse } from '@/lib/action/result'
import { problem } from '@/lib/action/tenant-route'
import { readFile, readWhole } from '@/lib/files/read-file'

const year = 31_536_000

/** The company's logo. With `?v=<its id>` it may be kept for good, since the next logo has another id. */
export const GET = publicRoute({ purpose: 'show the logo' }, async ({ tx, brand, request, query }) => {
  const file = brand.logoFileId ? await readFile(tx, brand.logoFileId) : null
  if (!file) return problem(refuse('not_found'))
  const current = query.get('v') === file.fileId
  return cachedAnswer(request, await readWhole(file.body), {
    type: file.mediaType,
    tag: file.sha256,
    seconds: current ? year : 300,
    immutable: current,
  })
})
