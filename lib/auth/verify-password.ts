import { randomUUID } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { hashPassword } from './hash-password'

let nobody: Promise<string> | undefined

/**
 * Compares a password with a hash. Without a hash it does the same work against a hash of nobody and answers false,
 * so that the time taken does not tell whether an account exists.
 */
export async function verifyPassword(passwordHash: string | null, plain: string): Promise<boolean> {
  nobody ??= hashPassword(randomUUID())
  const known = passwordHash ?? (await nobody)
  const matches = await verify(known, plain.normalize('NFKC'))
  return matches && passwordHash !== null
}
