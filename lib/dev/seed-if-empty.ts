import { existsSync } from 'node:fs'
import pg from 'pg'
import { closePools } from '@/lib/db/pools'
import { projectRoot } from './paths'
import type { DemoSignIn } from './print-welcome'

interface DemoSeed {
  seedDemo(): Promise<unknown>
  demoSignIns: readonly DemoSignIn[]
}

/**
 * Fills a database that has no company yet with the demo's.
 * @returns the people of the demo who can sign in
 */
export async function seedIfEmpty(
  environment: Record<string, string>,
  log: (line: string) => void,
): Promise<readonly DemoSignIn[]> {
  if (!existsSync(`${projectRoot}lib/dev/seed-demo.ts`)) return []
  const { seedDemo, demoSignIns }: DemoSeed = await import(`${projectRoot}lib/dev/seed-demo.ts`)
  if (await hasCompany(environment.DATABASE_URL)) return demoSignIns
  Object.assign(process.env, environment)
  const startedAt = performance.now()
  await seedDemo()
  await closePools()
  log(`demo companies made in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return demoSignIns
}

async function hasCompany(databaseUrl: string | undefined): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ some: boolean }>(
      'select exists (select from platform.tenants) as some',
    )
    return rows[0]?.some === true
  } finally {
    await client.end()
  }
}
