import { inTenant } from '@/lib/db/in-tenant'
import type { MadeUser } from './make-user'

/** Gives a made person of scope 'chosen' the associations they may see, for tests. */
export async function limitUser(user: MadeUser, associationIds: readonly string[]): Promise<void> {
  await inTenant({ tenantId: user.context.tenantId, system: 'test' }, tx =>
    tx.userAssociation.createMany({
      data: associationIds.map(associationId => ({ userId: user.actor.userId, associationId })),
    }),
  )
}
