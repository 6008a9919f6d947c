import { rotateMasterKey } from '@/lib/credentials/rotate-master-key'
import { closePools } from '@/lib/db/pools'
import { env } from '@/lib/env/env'
import { log } from '@/lib/log/log'

// `npm run vault:rotate [-- <batch size>]`: wraps every secret with the first key of VAULT_KEYS. Safe to stop and to
// run again.
const batch = Number(process.argv[2] ?? 200)
if (!Number.isInteger(batch) || batch < 1) throw new Error('the batch size must be a whole number')
const current = env().VAULT_KEYS[0]?.id
log().info({ masterKey: current, batch }, 'vault rotation started')
try {
  const done = await rotateMasterKey(step => log().info(step, 'secrets wrapped anew'), batch)
  log().info({ masterKey: current, ...done }, 'vault rotation done')
} finally {
  await closePools()
}
