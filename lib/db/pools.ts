import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env/env'
import { PrismaClient } from './generated/client'
import { planAfresh } from './plan-afresh'
import { openWithContext } from './tenant-client'

type Pools = { app: pg.Pool; platform: pg.Pool; tenantPrisma: PrismaClient; platformPrisma: PrismaClient }

const namedAtMost = 500
const statementNames = new Map<string, string>()

/**
 * Names a statement, so that Postgres plans it once for each connection. A name never comes to mean another text; the
 * statements beyond the first few hundred, and those that ask for it, have none and are planned each time.
 */
function statementName({ sql }: { sql: string }): string {
  if (sql.startsWith(planAfresh)) return ''
  const known = statementNames.get(sql)
  if (known) return known
  if (statementNames.size >= namedAtMost) return ''
  const name = `portico_${statementNames.size}`
  statementNames.set(sql, name)
  return name
}

function connect(): Pools {
  const settings = env()
  const app = openWithContext(
    new pg.Pool({ connectionString: settings.APP_DATABASE_URL, max: settings.POOL_SIZE }),
  )
  const platform = new pg.Pool({ connectionString: settings.PLATFORM_DATABASE_URL, max: 5 })
  // A connection that breaks while nobody uses it is replaced by the pool; it must not end the process.
  for (const pool of [app, platform]) pool.on('connect', client => void client.on('error', () => undefined))
  const quiet = { onPoolError: () => undefined, onConnectionError: () => undefined }
  return {
    app,
    platform,
    tenantPrisma: new PrismaClient({
      errorFormat: 'minimal',
      adapter: new PrismaPg(app, { ...quiet, statementNameGenerator: statementName }),
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
