import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { editView } from './edit-view'
import { listViews } from './list-views'
import { removeView } from './remove-view'
import { saveView } from './save-view'
import { editViewSchema, saveViewSchema } from './schema'

testDatabase()

async function world() {
  const tenant = await makeTenant()
  return { tenant, author: await makeUser(tenant), colleague: await makeUser(tenant, { role: 'accountant' }) }
}

const save = (user: MadeUser, more: object = {}) =>
  runInTenant(user.context, tx =>
    saveView(
      tx,
      user.actor,
      saveViewSchema.parse({ list: 'units', name: 'Lee', query: '?q=lee&sort=label.desc', ...more }),
    ),
  )
const views = (user: MadeUser) => inTenant(user.context, tx => listViews(tx, user.actor, 'units'))

async function saved(user: MadeUser, more: object = {}): Promise<string> {
  const result = await save(user, more)
  if (!result.ok) throw new Error(result.message)
  return result.value.id
}

describe('saved views', () => {
  it('keep search, filters, sort and columns, and nothing else of the address', async () => {
    const { author } = await world()
    await saved(author, { query: '?q=a+b&f.county=Lee&f.county=Polk&after=x&view=y&evil=1&columns=label' })
    expect(await views(author)).toMatchObject([
      { name: 'Lee', query: '?q=a+b&f.county=Lee&f.county=Polk&columns=label', own: true, deletable: true },
    ])
    expect(saveViewSchema.parse({ list: 'units', name: 'x', query: '//elsewhere.example' }).query).toBe('?')
    expect(await save(author)).toMatchObject({
      reason: 'taken',
      fields: { name: 'This name is already taken.' },
    })
  })

  it('are their author’s until shared, and only the author changes them', async () => {
    const { author, colleague, tenant } = await world()
    const id = await saved(author)
    expect(await views(colleague)).toEqual([])
    const edit = (user: MadeUser, more: object) =>
      runInTenant(user.context, tx =>
        editView(tx, user.actor, editViewSchema.parse({ id, name: 'Lee', ...more })),
      )
    expect((await edit(author, { name: 'Lee County', shared: 'on' })).ok).toBe(true)
    expect(await views(colleague)).toMatchObject([
      { name: 'Lee County', shared: true, own: false, deletable: false },
    ])
    expect(await edit(colleague, { name: 'Mine now' })).toMatchObject({ reason: 'not_found' })
    const remove = (user: MadeUser) => runInTenant(user.context, tx => removeView(tx, user.actor, { id }))
    expect(await remove(colleague)).toMatchObject({ reason: 'not_found' })
    const homeowner = await makeUser(tenant, { role: 'homeowner' })
    expect(await views(homeowner)).toEqual([])
    expect((await edit(author, {})).ok).toBe(true)
    expect(await views(colleague)).toEqual([])
    expect((await remove(author)).ok).toBe(true)
    expect(await views(author)).toEqual([])
  })

  it('of another company are not found', async () => {
    const [one, two] = await Promise.all([world(), world()])
    const id = await saved(one.author, { shared: 'on' })
    expect(await views(two.author)).toEqual([])
    expect(
      await runInTenant(two.author.context, tx => removeView(tx, two.author.actor, { id })),
    ).toMatchObject({ reason: 'not_found' })
  })
})
