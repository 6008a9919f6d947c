import { createHash } from 'node:crypto'

/**
 * The key attempts on an account are counted under, whether or not the account exists. The email address is hashed:
 * the platform's tables hold nothing of a tenant's people.
 * @param room the tenant's id, or `admin`
 */
export function accountKey(room: string, email: string): string {
  return `${room}:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 32)}`
}
