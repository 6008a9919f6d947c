import { hash } from '@node-rs/argon2'

/** OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes a password with argon2id; the answer carries its own salt and cost. */
export async function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize('NFKC'), cost)
}
