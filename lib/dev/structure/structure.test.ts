import { describe, expect, it } from 'vitest'
import { docstringRule } from './docstring-rule'
import { domainRule } from './domain-rule'
import { fileRules, sizeRule } from './file-rules'
import { importRules } from './import-rules'
import { migrationRule } from './migration-rule'
import { readSource } from './read-sources'

const messages = (found: { message: string }[]) => found.map(({ message }) => message)
const long = (lines: number) => Array(lines).fill('const line = 1').join('\n')

describe('importRules', () => {
  it.each([
    ['lib/units/add-unit.ts', `import { page } from '@/app/t/page'`],
    ['lib/units/add-unit.ts', `import { x } from\n  '../people/rules'`],
    ['lib/units/add-unit.ts', `import { headers } from 'next/headers'`],
    ['lib/units/add-unit.ts', `import type { Unit } from '@/lib/db/generated/client'`],
    ['lib/units/add-unit.ts', `const { x } = await import('@/lib/testing/harness')`],
    ['components/ui/button.tsx', `import { inTenant } from '@/lib/db/in-tenant'`],
    ['app/layout.tsx', `import { PrismaClient } from '@prisma/client'`],
  ])('refuses in %s: %s', (path, text) => {
    expect(importRules([readSource(path, text)])).toHaveLength(1)
  })

  it.each([
    ['lib/auth/session.ts', `import { cookies } from 'next/headers'`],
    ['lib/db/pools.ts', `import { PrismaClient } from './generated/client'`],
    ['lib/units/add-unit.db.test.ts', `import { testDatabase } from '@/lib/testing/create-test-database'`],
    ['app/t/page.tsx', `import { addUnit } from '@/lib/units/add-unit'`],
  ])('allows in %s: %s', (path, text) => {
    expect(importRules([readSource(path, text)])).toEqual([])
  })
})

describe('fileRules', () => {
  it('caps the length of files, and of actions sooner', () => {
    expect(fileRules([readSource('lib/units/add-unit.ts', long(250))])).toEqual([])
    expect(fileRules([readSource('lib/units/add-unit.ts', long(251))])).toHaveLength(1)
    expect(fileRules([readSource('app/t/actions.ts', long(121))])).toHaveLength(1)
  })

  it('refuses dumping grounds, barrels and type escapes', () => {
    expect(fileRules([readSource('lib/units/utils.ts', '')])).toHaveLength(1)
    expect(fileRules([readSource('components/shared/card.tsx', '')])).toHaveLength(1)
    expect(fileRules([readSource('lib/units/index.ts', '')])).toHaveLength(1)
    expect(fileRules([readSource('lib/units/all.ts', `export * from './add-unit'`)])).toHaveLength(1)
    expect(fileRules([readSource('lib/units/a.ts', 'const a = b as unknown as C')])).toHaveLength(1)
  })

  it('looks at the size of files as a whole', () => {
    const sized = (lines: number) => readSource('lib/a.ts', long(lines))
    expect(sizeRule([sized(60), sized(60), sized(150)])).toEqual([])
    expect(messages(sizeRule([sized(61), sized(61), sized(61)]))).toEqual([
      'the median file has 61 lines, more than 60',
    ])
  })
})

describe('docstringRule', () => {
  it.each([
    'export async function addUnit() {}',
    'export default function Card() {}',
    'export const addUnit = async (tx: Tx) => tx',
    'export const rank = name => 1',
  ])('wants one before: %s', text => {
    expect(docstringRule([readSource('lib/units/add-unit.ts', text)])).toHaveLength(1)
    expect(docstringRule([readSource('lib/units/add-unit.ts', `/** Adds one. */\n${text}`)])).toEqual([])
  })

  it('leaves values, and what Next calls by name', () => {
    expect(docstringRule([readSource('lib/units/schema.ts', 'export const limit = 3')])).toEqual([])
    expect(docstringRule([readSource('app/t/page.tsx', 'export default function Page() {}')])).toEqual([])
  })
})

describe('domainRule', () => {
  const order = { kernel: ['db', 'auth'], domains: ['people', 'units'] }
  const check = (path: string, imported: string) =>
    domainRule([readSource(path, `import { x } from '${imported}'`)], order)

  it('lets a domain use the kernel and what stands before it', () => {
    expect(check('lib/units/add-unit.ts', '@/lib/people/rules')).toEqual([])
    expect(check('lib/units/add-unit.ts', '@/lib/auth/actor')).toEqual([])
    expect(check('lib/db/pools.ts', '@/lib/auth/actor')).toEqual([])
  })

  it('refuses the way back, the way up from the kernel, and folders nobody listed', () => {
    expect(check('lib/people/add-person.ts', '@/lib/units/rules')).toHaveLength(1)
    expect(check('lib/db/pools.ts', '@/lib/units/rules')).toHaveLength(1)
    expect(check('lib/stray/add-stray.ts', '@/lib/db/pools')).toHaveLength(1)
  })
})

describe('migrationRule', () => {
  it('wants a number, used once, and a noun', () => {
    expect(migrationRule(['0001-roles.sql', '0010-units.sql'])).toEqual([])
    expect(migrationRule(['0001-roles.sql', '0001-units.sql', 'later.sql'])).toHaveLength(2)
  })
})
