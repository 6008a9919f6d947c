import { parseArgs } from 'node:util'
import pg from 'pg'
import { databaseUrls, withDatabase } from './database-urls'
import { openDatabase } from './open-database'
import { prepareDatabase } from './prepare-database'
import { fillScale } from './scale/fill-scale'
import { tenantSizes } from './scale/sizes'

/** The database that `seed:scale` fills and `bench` measures, beside the one of the demo. */
export const scaleDatabase = 'portico_scale'

async function recreate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`drop database if exists ${scaleDatabase} with (force)`)
  await client.query(`create database ${scaleDatabase}`)
  await client.end()
}

/** Makes the scale database anew and fills it; all figures are people, not rows. */
export async function seedScale(size: {
  tenants: number
  homeowners: number
  largest: number
}): Promise<void> {
  const log = (line: string) => console.log(line)
  const server = await openDatabase(() => undefined)
  try {
    await recreate(server.adminUrl)
    const adminUrl = withDatabase(server.adminUrl, scaleDatabase)
    await prepareDatabase(databaseUrls(adminUrl))
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    const sizes = tenantSizes(size.tenants, size.homeowners, size.largest)
    await fillScale(admin, sizes, log)
    await admin.end()
    log(
      `${size.tenants} tenants, ${size.homeowners} homeowners, the largest with ${sizes[0]}, the smallest with ${sizes.at(-1)}`,
    )
  } finally {
    await server.stop()
  }
}

if (import.meta.main) {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ options: { tenants: option, homeowners: option, largest: option } })
  const homeowners = Number(values.homeowners ?? 1_000_000)
  await seedScale({
    tenants: Number(values.tenants ?? 500),
    homeowners,
    largest: Number(values.largest ?? homeowners / 10),
  })
}
