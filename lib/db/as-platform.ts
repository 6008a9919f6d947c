import type { Prisma } from './generated/client'
import { platformTimeoutMs, pools } from './pools'

declare const platformBrand: unique symbol

/** A transaction on the platform's own tables; it has no grant on any tenant's content. */
export type PlatformTx = Omit<Prisma.TransactionClient, 'tenant' | 'user' | 'session'> & {
  readonly [platformBrand]: 'transaction'
}

/** Runs `work` in one transaction of the platform: the directory, admins, and later plans and bills. */
export async function asPlatform<T>(work: (tx: PlatformTx) => Promise<T>): Promise<T> {
  return pools().platformPrisma.$transaction(tx => work(tx as Prisma.TransactionClient & PlatformTx), {
    timeout: platformTimeoutMs,
    maxWait: 5_000,
  })
}
