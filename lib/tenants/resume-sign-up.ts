import { createSignInLink } from '@/lib/auth/create-sign-in-link'
import { verifyPassword } from '@/lib/auth/verify-password'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { accountKey } from '@/lib/throttle/account-key'
import { countPasswordAttempt } from '@/lib/throttle/attempts'
import type { SignUp } from './schema'

/** How long after a sign-up the same one, sent again, is answered as if it were the first. */
const sameSignUpMinutes = 10

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** The company just made under this address; waits a little for one that is being made right now. */
async function findFresh(slug: string): Promise<TenantId | null> {
  const since = new Date(Date.now() - sameSignUpMinutes * 60_000)
  for (let attempt = 0; attempt < 20; attempt++) {
    const row = await asPlatform(tx =>
      tx.platformTenant.findFirst({ where: { slug, createdAt: { gt: since } } }),
    )
    if (row?.status !== 'provisioning') return row?.status === 'active' ? (row.id as TenantId) : null
    await sleep(250)
  }
  return null
}

/**
 * Answers a sign-up that was sent twice (a double click, a lost answer): when the company was made a moment ago by
 * the same person with the same password, they are let in.
 * @returns a token for signing in, or null when it is somebody else's company
 */
export async function resumeSignUp(
  input: Pick<SignUp, 'slug' | 'email' | 'password'>,
): Promise<string | null> {
  const tenantId = await findFresh(input.slug)
  if (!tenantId) return null
  const wait = await countPasswordAttempt(accountKey(tenantId, input.email))
  if (wait !== null) return null
  return inTenant({ tenantId, system: 'sign-up' }, async tx => {
    const user = await tx.user.findFirst({ where: { email: input.email, role: 'admin', suspendedAt: null } })
    const same = await verifyPassword(user?.passwordHash ?? null, input.password)
    if (!user || !same) return null
    const link = await createSignInLink(tx, { userId: user.id, purpose: 'sign-in', expiresInMinutes: 2 })
    return link.token
  })
}
