import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { unitList } from '@/lib/units/unit-list'
import { answerWithList } from './answer-with-list'

testDatabase()

describe('answerWithList', () => {
  it('gives every row once along its own addresses, there and back', async () => {
    const tenant = await makeTenant()
    const { id } = await makeAssociation(tenant)
    const { context } = await makeUser(tenant)
    await inTenant(context, tx =>
      tx.unit.createMany({
        data: Array.from({ length: 120 }, (_, at) => ({ associationId: id, label: `${at}`, labelSort: '' })),
      }),
    )
    const get = async (address: string) => {
      const answer = await inTenant(context, tx =>
        answerWithList(tx, unitList, new URLSearchParams(address), 'UTC'),
      )
      if (!answer.ok) throw new Error(answer.message)
      return answer.value
    }
    const first = await get('?sort=label.desc&columns=label&size=50')
    expect(first.previous).toBeNull()
    const second = await get(first.next ?? '')
    const third = await get(second.next ?? '')
    expect(third.next).toBeNull()
    const labels = [first, second, third].flatMap(page => page.data.map(row => row.label))
    expect(labels).toEqual(Array.from({ length: 120 }, (_, at) => String(119 - at)))
    expect((await get(third.previous ?? '')).data).toEqual(second.data)
    expect(Object.keys(first.data[0] ?? {}).sort()).toEqual(['associationId', 'id', 'label'])
  })
})
