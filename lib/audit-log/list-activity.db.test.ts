import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { addUnit } from '@/lib/units/add-unit'
import { archiveUnits } from '@/lib/units/archive-units'
import { restoreUnits } from '@/lib/units/restore-units'
import { addUnitSchema } from '@/lib/units/schema'
import { listActivity } from './list-activity'

testDatabase()

async function added({ context, actor }: MadeUser, associationId: string): Promise<string> {
  const input = addUnitSchema.parse({ associationId, label: '101' })
  const result = await inTenant(context, tx => addUnit(tx, actor, input))
  if (!result.ok) throw new Error(result.message)
  return result.value.unitId
}

describe('the activity of an association', () => {
  it('tells what was done to its units, the latest first, and to no other’s', async () => {
    const tenant = await makeTenant()
    const manager = await makeUser(tenant, { role: 'manager' })
    const [association, other] = [await makeAssociation(tenant), await makeAssociation(tenant)]
    const [here, there] = [await added(manager, association.id), await added(manager, other.id)]
    await inTenant(manager.context, tx => archiveUnits(tx, manager.actor, { ids: [here, there] }))
    await inTenant(manager.context, tx => restoreUnits(tx, manager.actor, { ids: [here] }))
    const told = (most?: number) =>
      inTenant(manager.context, tx => listActivity(tx, { type: 'association', id: association.id }, most))
    const entry = { subjectType: 'unit', subjectLabel: `${association.name} · 101`, by: manager.actor.name }
    expect(await told()).toMatchObject([
      { ...entry, action: 'unit:restored' },
      { ...entry, action: 'unit:archived' },
      { ...entry, action: 'unit:added' },
    ])
    expect(await told(1)).toMatchObject([{ action: 'unit:restored' }])
  })
})
