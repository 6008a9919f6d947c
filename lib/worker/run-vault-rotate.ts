import { rewrapFactorKeys } from '@/lib/admins/rewrap-factor-keys'
import { rotateMasterKey } from '@/lib/credentials/rotate-master-key'
import { closePools } from '@/lib/db/pools'
import { env } from '@/lib/env/env'
import { log } from '@/lib/log/log'

// `npm run vault:rotate [-- <batch size>]`: wraps every secret of companies and every authenticator key of platform
// admins with the first key of VAULT_KEYS. Safe to stop and to run again.
const batch = Number(process.argv[2] ?? 200)
if (!Number.isInteger(batch) || batch < 1) throw new Error('the batch size must be a whole number')
const current = env().VAULT_KEYS[0]?.id
log().info({ masterKey: current, batch }, 'vault rotation started')
try {
  const done = await rotateMasterKey(step => log().info(step, 'secrets wrapped anew'), batch)
  const admins = await rewrapFactorKeys()
  log().info({ masterKey: current, ...done, admins: admins.wrapped }, 'vault rotation done')
  if (done.unopened > 0 || admins.unopened.length > 0) {
    log().error(
      { unopened: done.unopened, adminsUnopened: admins.unopened },
      'no master key of the ring opens some secrets: add the one that sealed them and run again',
    )
    process.exitCode = 1
  }
} finally {
  await closePools()
}
