import { describe, expect, it } from 'vitest'
import { permissionTable } from '@/lib/auth/permissions'
import { registry } from '@/lib/features/registry'
import { findEntryFaults, listEntries } from './list-entries'

describe('entry points', () => {
  const entries = listEntries()

  it('are all made by the wrappers that prove who asks', () => {
    expect(entries.length).toBeGreaterThan(10)
    expect(findEntryFaults(entries)).toEqual([])
  })

  it('name permissions that exist', () => {
    const tenant = entries.filter(e => e.wrapper?.startsWith('tenant'))
    expect(tenant.filter(e => e.can && !(e.can in permissionTable))).toEqual([])
  })

  it('name features that exist', () => {
    const named = entries.filter(e => e.feature !== null)
    expect(named.map(e => e.file)).toContain('app/api/v1/units/route.ts')
    expect(named.filter(e => !(String(e.feature) in registry))).toEqual([])
    const api = entries.filter(e => e.file.startsWith('app/api/v1/') && e.feature !== 'api')
    expect(api).toEqual([])
  })

  it('would be found out without a wrapper or a permission', () => {
    const page = { file: 'app/t/[tenant]/x/page.tsx', name: 'default', can: null, feature: null }
    expect(
      findEntryFaults([
        { ...page, wrapper: null },
        { ...page, wrapper: 'tenantPage' },
      ]),
    ).toHaveLength(2)
  })
})
