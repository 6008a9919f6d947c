import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env/env'
import { PrismaClient } from './generated/client'
import { statementName } from './statement-name'
import { joiningPool } from './tenant-client'

/** How long a transaction of the platform may take, in milliseconds, and so each of its statements. */
export const platformTimeoutMs = 10_000

type Pools = { app: pg.Pool; platform: pg.Pool; tenantPrisma: PrismaClient; platformPrisma: PrismaClient }

function connect(): Pools {
  const settings = env()
  const app = new pg.Pool({
    connectionString: settings.APP_DATABASE_URL,
    max: settings.POOL_SIZE,
    connectionTimeoutMillis: 5_000,
  })
  const platform = new pg.Pool({
    connectionString: settings.PLATFORM_DATABASE_URL,
    max: 5,
    statement_timeout: platformTimeoutMs,
  })
  // A connection that breaks while nobody uses it is replaced by the pool; it must not end the process.
  for (const pool of [app, platform]) pool.on('connect', client => void client.on('error', () => undefined))
  const quiet = { onPoolError: () => undefined, onConnectionError: () => undefined }
  return {
    app,
    platform,
    tenantPrisma: new PrismaClient({
      errorFormat: 'minimal',
      adapter: new PrismaPg(joiningPool(), {
        ...quiet,
        statementNameGenerator: ({ sql }) => statementName(sql),
      }),
    }),
    platformPrisma: new PrismaClient({ errorFormat: 'minimal', adapter: new PrismaPg(platform, quiet) }),
  }
}

// One set of pools a process: hot reload evaluates this module again.
const kept = globalThis as typeof globalThis & { porticoPools?: Pools }

/** The process's database pools, connected on first use. */
export function pools(): Pools {
  kept.porticoPools ??= connect()
  return kept.porticoPools
}

/** Closes the pools, for scripts and tests that must end. */
export async function closePools(): Promise<void> {
  const open = kept.porticoPools
  kept.porticoPools = undefined
  if (!open) return
  await Promise.all([open.tenantPrisma.$disconnect(), open.platformPrisma.$disconnect()])
  await Promise.all([open.app.end(), open.platform.end()])
}
