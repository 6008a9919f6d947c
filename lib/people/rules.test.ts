import { describe, expect, it } from 'vitest'
import type { UserActor } from '@/lib/auth/actor'
import { effectivePermissions, permissions, type Role } from '@/lib/auth/permissions'
import type { TenantId } from '@/lib/db/in-tenant'
import { everyday, permissionGroups, permittable, type Rights, refusesRights, stateOf } from './rules'

const actor = (role: Role, own: Rights['own'] = {}, scope: UserActor['scope'] = 'all'): UserActor => ({
  kind: 'user',
  tenantId: '00000000-0000-0000-0000-000000000001' as TenantId,
  guest: null,
  userId: 'u',
  sessionId: 's',
  name: 'N',
  email: 'n@example.test',
  role,
  scope,
  permissions: effectivePermissions(role, own),
})
const as = (role: Role, own: Rights['own'] = {}): Rights => ({ role, own })

describe('refusesRights', () => {
  it('lets an admin give and take everything', () => {
    expect(refusesRights(actor('admin'), null, as('admin'))).toBeNull()
    expect(refusesRights(actor('admin'), as('admin'), as('agent'))).toBeNull()
    expect(refusesRights(actor('admin'), as('staff'), as('staff', { 'audit:read': 'grant' }))).toBeNull()
  })

  it('lets nobody give what they do not have', () => {
    const trusted = actor('manager', { 'user:permit': 'grant', 'user:invite': 'grant' })
    expect(refusesRights(trusted, as('agent'), as('manager'))).toBeNull()
    expect(refusesRights(trusted, as('agent'), as('agent', { 'audit:read': 'grant' }))).toBe(
      'beyond_own_rights',
    )
    expect(refusesRights(actor('admin', { 'audit:read': 'deny' }), null, as('admin'))).toBe(
      'beyond_own_rights',
    )
  })

  it('keeps admins for admins', () => {
    const trusted = actor('manager', Object.fromEntries(permissions.map(name => [name, 'grant' as const])))
    expect(refusesRights(trusted, null, as('admin'))).toBe('beyond_own_rights')
    expect(refusesRights(trusted, as('admin'), as('staff'))).toBe('beyond_own_rights')
  })

  it('lets people limited to some associations decide about no colleague', () => {
    const limited = actor('admin', {}, 'chosen')
    expect(refusesRights(limited, as('staff'), as('staff'))).toBe('beyond_own_rights')
    expect(refusesRights(limited, null, as('homeowner'))).toBeNull()
  })

  it('lets whoever may invite homeowners do so without using the portal themselves', () => {
    expect(refusesRights(actor('staff'), null, as('homeowner'))).toBeNull()
  })
})

describe('the table of permissions', () => {
  it('has every permission under exactly one heading', () => {
    expect(permissionGroups.flatMap(group => group.permissions).toSorted()).toEqual(
      [...permittable].toSorted(),
    )
    expect([...permittable, ...everyday].toSorted()).toEqual([...permissions].toSorted())
  })
})

describe('stateOf', () => {
  const at = new Date()
  it.each([
    [{ suspendedAt: at, emailVerifiedAt: at, passwordHash: 'h' }, 'suspended'],
    [{ suspendedAt: null, emailVerifiedAt: null, passwordHash: null }, 'invited'],
    [{ suspendedAt: null, emailVerifiedAt: at, passwordHash: null }, 'active'],
    [{ suspendedAt: null, emailVerifiedAt: null, passwordHash: 'h' }, 'active'],
  ])('%j is %s', (person, state) => {
    expect(stateOf(person).value).toBe(state)
  })
})
