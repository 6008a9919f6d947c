import { refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { importKinds } from '@/lib/imports/schema'
import { writeSampleFile } from '@/lib/imports/write-sample-file'

/** A small file to start from: `register.csv` or `roster.csv`. */
export const GET = tenantRoute({ can: 'import:create' }, async ({ params }) => {
  const kind = importKinds.find(known => params.kind === `${known}.csv`)
  if (!kind) return refuse('not_found')
  return new Response(writeSampleFile(kind), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${kind}.csv"`,
    },
  })
})
