import { mayWrite } from '@/lib/auth/account'
import { type Permission, permissionsOf, type Role, roles } from '@/lib/auth/permissions'
import { type Entry, listEntries } from '@/lib/isolation/list-entries'
import { ask, hostOf } from './ask'
import { callEntry, pathOfEntry, reasonIn } from './call-entry'
import { expect, test } from './fixtures'
import { makeProofPeople, type ProofPeople, slugs } from './proof-people'

// Every page, route and action of the source × a company that is read-only and has no feature that can be switched.

let people: ProofPeople
test.beforeAll(async () => {
  people = await makeProofPeople()
})

const entries = listEntries()
const ofWrapper = (wrapper: string) => entries.filter(entry => entry.wrapper === wrapper)
const host = () => hostOf(`${slugs.b}.localhost`)
const readOnly = { state: 'read_only', trialEndsAt: '', available: [], features: [] } as const

const cookieFor = (entry: Entry): Promise<string> => {
  const role = roles.find((each: Role) => permissionsOf(each).has(entry.can as Permission))
  return people.freshOfB(role ?? 'admin')
}
/** The reason for which the company is refused; null when it is not. */
const refusalOf = (entry: Entry) =>
  entry.feature
    ? 'not_in_plan'
    : mayWrite({ ...readOnly, available: [], features: [] }, entry.can as Permission)
      ? null
      : 'read_only'

for (const entry of ofWrapper('tenantAction')) {
  test(`action ${entry.name} of ${entry.file}`, async () => {
    const cookie = await cookieFor(entry)
    const reason = reasonIn(await callEntry(people.world, entry, { host: host(), cookie }))
    const refused = refusalOf(entry)
    if (refused) expect(reason).toBe(refused)
    else expect(['read_only', 'not_in_plan', 'signed_out', 'forbidden']).not.toContain(reason)
  })
}

for (const entry of ofWrapper('tenantRoute').filter(each => each.feature || each.name !== 'GET')) {
  test(`route ${entry.name} ${entry.file}`, async () => {
    const path = pathOfEntry(people.world, entry.file)
    const headers = { origin: `http://${host()}` }
    const answer = await ask(host(), path, { method: entry.name, headers, cookie: await cookieFor(entry) })
    const refused = refusalOf(entry)
    if (refused) expect(reasonIn(answer)).toBe(refused)
    else expect([401, 402, 403, 500]).not.toContain(answer.status)
  })
}

for (const entry of ofWrapper('tenantPage').filter(each => each.feature)) {
  test(`page ${entry.file}`, async () => {
    const path = pathOfEntry(people.world, entry.file)
    const answer = await ask(host(), path, { cookie: await cookieFor(entry) })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('is not in your plan')
  })
}

test('a read-only company reads and exports everything', async () => {
  const cookie = await people.freshOfB('admin')
  const page = await ask(host(), '/manage/units', { cookie })
  expect(page.status).toBe(200)
  expect(page.body).toContain('The account is read-only')
  const csv = await ask(host(), '/api/export/units', { cookie })
  expect(csv.status).toBe(200)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body.trim().split('\n').length).toBeGreaterThan(1)
})
