import { expect, it } from 'vitest'
import { guestPermissions, permissions, permissionsOf } from './permissions'

const closed =
  /^(user|account|billing|credential|support|audit|domain|token|portal|feature|subscription):|:invite$|^import:create$|^settings:(?!read$)/

it('gives a guest no more than a manager has, and nothing about access, keys, settings or bills', () => {
  const managers = permissionsOf('manager')
  expect([...guestPermissions].filter(permission => !managers.has(permission))).toEqual([])
  expect([...guestPermissions].filter(permission => closed.test(permission))).toEqual([])
  expect(permissions.filter(permission => closed.test(permission)).length).toBeGreaterThan(8)
})
