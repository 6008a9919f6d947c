import { runInTenant } from '@/lib/action/run-in-tenant'
import { closePools } from '@/lib/db/pools'
import { commitImport } from '@/lib/imports/commit-import'
import { begin, columnsOf, jobContext, never, see, upload } from '@/lib/imports/fixtures/run-import'
import { previewImport } from '@/lib/imports/preview-import'
import { startPreview } from '@/lib/imports/start-preview'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { registerFile } from './register-file'

// Imports a register into the empty database of the environment and prints what it took, as one line of JSON.
const user = await makeUser(await makeTenant(), { role: 'manager' })
const importId = await upload(user, Buffer.from([...registerFile()].join('')))
await previewImport(jobContext(user), importId, never)
const { header, mapping } = await see(user, importId)
const started = performance.now()
await runInTenant(user.context, tx =>
  startPreview(tx, user.actor, { importId, kind: 'register', columns: columnsOf(header, mapping) }),
)
await previewImport(jobContext(user), importId, never)
const previewMs = performance.now() - started
await begin(user, importId)
const committing = performance.now()
await commitImport(jobContext(user), importId, never)
const commitMs = performance.now() - committing
const { rowsDone, written, control } = await see(user, importId)
const peakMb = process.resourceUsage().maxRSS / 1024
console.log(
  JSON.stringify({
    rows: rowsDone,
    units: written.unitsCreated,
    equal: control?.equal,
    previewMs,
    commitMs,
    peakMb,
  }),
)
await closePools()
