import { createToken } from '@/lib/api-tokens/create-token'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { type ApiScope, apiScopes } from '@/lib/auth/read-api-token'
import { asPlatform } from '@/lib/db/as-platform'
import { makeAdmin } from './make-admin'

/** Makes an API token of a new owner of the platform, for tests. */
export async function makeApiToken(
  given: { scopes?: ApiScope[]; now?: Date } = {},
): Promise<{ id: string; token: string; admin: AdminActor }> {
  const { scopes = [...apiScopes], now = new Date() } = given
  const admin = await makeAdmin()
  const made = await asPlatform(tx => createToken(tx, admin, { name: 'Test', scopes, days: 30 }, now))
  if (!made.ok) throw new Error(made.message)
  return { ...made.value, admin }
}
