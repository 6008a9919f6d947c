import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type ApiScope, hashApiToken } from '@/lib/auth/read-api-token'

export type ApiToken = ApiScope | 'revoked' | 'expired'

/** Puts a token of the platform's API, of an owner of its own, into the journeys' database; answers the header that carries it. */
export async function addApiToken(
  db: pg.Client,
  scopes: readonly ApiScope[],
  how: string = 'active',
): Promise<string> {
  const prefix = randomUUID().slice(0, 8)
  const token = `ptc_${prefix}_${randomBytes(32).toString('base64url')}`
  const maker = await db.query(
    `insert into platform.admins (email, name, role, password_hash) values ($1, 'Proof', 'owner', 'none') returning id`,
    [`${randomUUID()}@proof.example`],
  )
  const [{ id }] = maker.rows
  await db.query(
    `insert into platform.api_tokens (name, prefix, token_hash, scopes, created_by, expires_at, revoked_at, revoked_by)
       values ($1, $2, $3, $4, $5, now() + $6::interval, $7, $8)`,
    [
      `Journey, ${how}`,
      prefix,
      hashApiToken(token),
      scopes,
      id,
      how === 'expired' ? '-1 hour' : '1 day',
      how === 'revoked' ? new Date() : null,
      how === 'revoked' ? id : null,
    ],
  )
  return `Bearer ${token}`
}
