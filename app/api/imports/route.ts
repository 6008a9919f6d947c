import { readInput } from '@/lib/action/read-input'
import { tenantRoute } from '@/lib/action/tenant-route'
import { beginUpload } from '@/lib/imports/begin-upload'
import { beginUploadSchema } from '@/lib/imports/schema'

/** Announces a file; its pieces follow one by one. */
export const POST = tenantRoute({ can: 'import:create' }, async ({ tx, actor, request }) => {
  const input = readInput(beginUploadSchema, await request.json().catch(() => null))
  return input.ok ? beginUpload(tx, actor, input.value) : input
})
