import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { sql } from '@/lib/db/sql'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { defineList, sortBy } from './define-list'
import { readListQuery } from './read-list-query'
import { type ListPage, runList } from './run-list'

testDatabase()

const list = defineList({
  id: 'associations',
  from: sql`app.associations a`,
  joined: { alias: 'a', sql: sql`join app.tenants t on t.tenant_id = a.tenant_id` },
  key: sql`a.id`,
  search: [sql`a.search_text`],
  defaultSort: { column: 'name', direction: 'asc' },
  defaultFilters: { status: ['active'] },
  columns: {
    name: {
      label: 'Name',
      kind: 'text',
      sql: sql`a.name`,
      sort: sortBy('text', sql`a.name_sort`),
      filter: true,
    },
    county: {
      label: 'County',
      kind: 'text',
      sql: sql`a.county`,
      filter: true,
      sort: [
        { kind: 'text', sql: sql`a.county`, nullable: true },
        { kind: 'text', sql: sql`a.name_sort` },
      ],
    },
    company: {
      label: 'Company',
      kind: 'text',
      sql: sql`t.name`,
      sort: [
        { kind: 'text', sql: sql`t.name` },
        { kind: 'text', sql: sql`a.name_sort` },
      ],
    },
    month: {
      label: 'Fiscal year',
      kind: 'number',
      sql: sql`a.fiscal_year_start_month`,
      filter: true,
      sort: sortBy('number', sql`a.fiscal_year_start_month`),
    },
    recorded: {
      label: 'Recorded',
      kind: 'date',
      sql: sql`a.recorded_on`,
      filter: true,
      sort: [{ kind: 'date', sql: sql`a.recorded_on`, nullable: true }],
    },
    added: {
      label: 'Added',
      kind: 'instant',
      sql: sql`a.created_at`,
      filter: true,
      sort: sortBy('instant', sql`a.created_at`),
    },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: sql`a.status`,
      filter: true,
      hidden: true,
      choices: [
        { value: 'active', label: 'Active' },
        { value: 'archived', label: 'Archived' },
      ],
    },
  },
})

let tenant: MadeTenant
let admin: MadeUser

const counties = ['Lee', 'Miami-Dade', "O'Brien", null]
const names = ['Ocean Élan', 'ocean elan', 'Bay 100% View', 'Bay_View', 'Zeta, Phase II', '海']
const days = [null, '1999-12-31', '2024-02-29', '2024-02-29']

beforeAll(async () => {
  tenant = await makeTenant()
  admin = await makeUser(tenant)
  for (let batch = 0; batch < 4; batch += 1) {
    await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.association.createMany({
        data: Array.from({ length: 22 }, (_, at) => {
          const day = days[at % days.length]
          return {
            name: names[(at * 7 + batch) % names.length] ?? '',
            county: counties[(at + batch) % counties.length],
            fiscalYearStartMonth: 1 + (at % 3),
            recordedOn: day ? new Date(`${day}T00:00:00Z`) : null,
            ...(at % 11 === 0 && { status: 'archived', archivedAt: new Date() }),
          }
        }),
      }),
    )
  }
})

const run = (params: Record<string, string | string[]>, pageSize = 50, count = false) =>
  inTenant(admin.context, tx => {
    const sized = { ...list, pageSize }
    return runList<typeof list>(tx, sized, readListQuery(sized, params), { count })
  })

type Page = ListPage<{ id: string }>

async function walk(params: Record<string, string>, pageSize: number) {
  const forwards: string[][] = []
  let page: Page = await run(params, pageSize)
  expect(page.previous).toBeNull()
  for (;;) {
    forwards.push(page.rows.map(row => row.id))
    if (!page.next) break
    page = await run({ ...params, after: page.next }, pageSize)
  }
  const backwards: string[][] = [page.rows.map(row => row.id)]
  while (page.previous) {
    page = await run({ ...params, before: page.previous }, pageSize)
    expect(page.next).not.toBeNull()
    backwards.unshift(page.rows.map(row => row.id))
  }
  return { forwards, backwards }
}

describe('runList', () => {
  it('gives every row exactly once, forwards and backwards, in any sort', async () => {
    const sort = fc.constantFrom('name', 'county', 'company', 'month', 'recorded', 'added')
    const cases = fc.record({
      sort,
      direction: fc.constantFrom('asc', 'desc'),
      q: fc.constantFrom('', 'elan', 'bay'),
      pageSize: fc.integer({ min: 4, max: 30 }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ sort: column, direction, q, pageSize }) => {
        const params = { sort: `${column}.${direction}`, q }
        const whole = (await run(params, 500)).rows.map(row => row.id)
        const { forwards, backwards } = await walk(params, pageSize)
        expect(forwards.flat()).toEqual(whole)
        expect(backwards).toEqual(forwards)
        expect(new Set(whole).size).toBe(whole.length)
      }),
      { numRuns: 24 },
    )
  })

  it('puts empty values last whichever way it sorts', async () => {
    for (const direction of ['asc', 'desc']) {
      const rows = (await run({ sort: `county.${direction}` }, 500)).rows.map(row => row.county ?? null)
      const filled = rows.filter(value => value !== null)
      expect(rows.slice(0, filled.length)).toEqual(filled)
      expect(filled.length).toBeLessThan(rows.length)
      const sorted = [...filled].sort()
      expect(filled).toEqual(direction === 'asc' ? sorted : sorted.reverse())
    }
  })

  it('filters, with the default standing until the reader sets it', async () => {
    const all = (await run({ 'f.status': ['active', 'archived'] }, 500)).rows
    const archived = (await run({ 'f.status': 'archived', columns: 'name,status' }, 500)).rows
    const active = (await run({}, 500)).rows
    expect(all).toHaveLength(88)
    expect(archived).toHaveLength(8)
    expect(archived.every(row => row.status === 'archived')).toBe(true)
    expect(active).toHaveLength(80)
    const some = (await run({ 'f.county': ["O'Brien", 'Lee'] }, 500)).rows
    expect(new Set(some.map(row => row.county))).toEqual(new Set(["O'Brien", 'Lee']))
    const none = (await run({ 'f.county': '~empty' }, 500)).rows
    expect(new Set(none.map(row => row.county))).toEqual(new Set([null]))
    const later = (await run({ 'f.month': '2..' }, 500)).rows.map(row => Number(row.month))
    expect(Math.min(...later)).toBe(2)
    const dated = (await run({ 'f.recorded': '2000-01-01..2024-02-29' }, 500)).rows
    expect(new Set(dated.map(row => row.recorded))).toEqual(new Set(['2024-02-29']))
    const today = new Date().toISOString().slice(0, 10)
    expect((await run({ 'f.added': `..${today}` }, 500)).rows).toHaveLength(80)
    expect((await run({ 'f.added': '..2001-01-01' }, 500)).rows).toEqual([])
  })

  it('searches without accents or case and takes wildcards for what they are', async () => {
    const namesOf = async (q: string) => new Set((await run({ q }, 500)).rows.map(row => row.name))
    expect(await namesOf('ÉLAN  ocean')).toEqual(new Set(['Ocean Élan', 'ocean elan']))
    expect(await namesOf('100%')).toEqual(new Set(['Bay 100% View']))
    expect(await namesOf('y_v')).toEqual(new Set(['Bay_View']))
    expect(await namesOf('\\')).toEqual(new Set())
  })

  it('counts what matches, and opens the first page from a place that is no more', async () => {
    expect((await run({}, 10, true)).total).toEqual({ count: 80, capped: false })
    expect((await run({ q: 'nowhere' }, 10, true)).total).toEqual({ count: 0, capped: false })
    const first = await run({}, 10)
    const gone = await run({ after: first.next ?? '', q: 'bay 100' }, 10)
    expect(new Set(gone.rows.map(row => row.name))).toEqual(new Set(['Bay 100% View']))
    expect((await run({ sort: 'month.asc', after: first.next ?? '' }, 10)).previous).toBeNull()
  })

  it('shows the chosen columns and nothing of another company', async () => {
    const [row] = (await run({ columns: 'name,month,secret' })).rows
    expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'month', 'name'])
    const stranger = await makeUser(await makeTenant())
    const seen = await inTenant(stranger.context, tx =>
      runList(tx, list, readListQuery(list, {}), { count: true }),
    )
    expect(seen).toMatchObject({ rows: [], total: { count: 0 } })
  })
})
