import { expect, it } from 'vitest'
import { testDatabase } from '@/lib/testing/create-test-database'
import { asPlatform } from './as-platform'

testDatabase()

it('leaves Postgres no more time for a statement than the transaction has', async () => {
  const rows = await asPlatform(tx => tx.$queryRaw`show statement_timeout`)
  expect(rows).toEqual([{ statement_timeout: '10s' }])
})
