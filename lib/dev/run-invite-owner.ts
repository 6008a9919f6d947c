import { linkAdmin } from '@/lib/admins/link-admin'
import { inviteAdminSchema } from '@/lib/admins/schema'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import { asPlatform } from '@/lib/db/as-platform'
import { closePools } from '@/lib/db/pools'
import { loadEnvFiles } from './load-env-files'

// `npm run admin:invite -- name@example.com "Their Name"`: invites the first owner, whom nobody else can invite.
loadEnvFiles()
const [email, name] = process.argv.slice(2)
const person = inviteAdminSchema.safeParse({ email, name, role: 'owner' })
if (person.success) {
  await asPlatform(async tx => {
    const { id } = await tx.platformAdmin.create({
      data: { ...person.data, invitedAt: new Date() },
      select: { id: true },
    })
    await linkAdmin(tx, null, id)
    await recordPlatformAudit(
      tx,
      { adminId: id },
      { action: 'admin:invited', detail: { from: 'command line' } },
    )
  })
  console.log(`${person.data.email} is invited; the worker sends the link.`)
} else {
  console.error('Usage: npm run admin:invite -- name@example.com "Their Name"')
  process.exitCode = 1
}
await closePools()
