import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describePrisma } from '@/lib/dev/pull-prisma'
import { createTestDatabase } from '@/lib/testing/create-test-database'
import { buildWorld, type World } from './build-world'
import { findCatalogFaults } from './find-catalog-faults'
import { findPlatformFaults } from './find-platform-faults'
import { behaviour } from './run-suite'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let admin: pg.Client
let app: pg.Client
let world: World

beforeAll(async () => {
  database = await createTestDatabase()
  admin = new pg.Client(database.adminUrl)
  app = new pg.Client(database.appUrl)
  await Promise.all([admin.connect(), app.connect()])
  world = await buildWorld(admin)
})

afterAll(async () => {
  await Promise.all([admin.end(), app.end()])
  await database.drop()
})

describe('isolation', () => {
  it('keeps every rule a catalog can show', async () => {
    expect(await findCatalogFaults(admin)).toEqual([])
  })

  it('lets the platform in under leave alone', async () => {
    expect(await findPlatformFaults(admin, world)).toEqual([])
  })

  for (const [name, find] of Object.entries(behaviour)) {
    it(`holds for ${name}`, async () => {
      expect(await find(app, world)).toEqual([])
    })
  }
})

describe('the Prisma schema', () => {
  it('says what the catalog says', async () => {
    const files = await describePrisma(admin)
    expect(readdirSync('prisma/schema').sort()).toEqual([...files.keys()].sort())
    for (const [name, text] of files) expect(readFileSync(`prisma/schema/${name}`, 'utf8')).toBe(text)
  })
})
