import { guestPermissions, type Permission } from '@/lib/auth/permissions'
import { type Entry, listEntries } from '@/lib/isolation/list-entries'
import { ask, hostOf } from './ask'
import { callEntry, pathOfEntry, reasonIn } from './call-entry'
import { expect, test } from './fixtures'
import { makeProofPeople, type ProofPeople, slugs } from './proof-people'

// Every page, route and action of the source × somebody of Portico whom the company let in.

let people: ProofPeople
test.beforeAll(async () => {
  people = await makeProofPeople()
})

const entries = listEntries()
const ofWrapper = (wrapper: string) => entries.filter(entry => entry.wrapper === wrapper)
const mayEnter = (entry: Entry) => guestPermissions.has(entry.can as Permission)
const host = () => hostOf(`${slugs.a}.localhost`)

for (const entry of ofWrapper('tenantPage')) {
  test(`page ${entry.file}`, async () => {
    const { status } = await ask(host(), pathOfEntry(people.world, entry.file), { cookie: people.guest })
    if (mayEnter(entry)) expect([200, 404]).toContain(status)
    else expect(status).toBe(403)
  })
}

for (const entry of ofWrapper('tenantRoute')) {
  test(`route ${entry.name} ${entry.file}`, async () => {
    const headers = { origin: `http://${host()}` }
    const path = pathOfEntry(people.world, entry.file)
    const { status } = await ask(host(), path, { method: entry.name, headers, cookie: people.guest })
    if (mayEnter(entry)) expect([401, 403, 500]).not.toContain(status)
    else expect(status).toBe(403)
  })
}

for (const entry of ofWrapper('tenantAction')) {
  test(`action ${entry.name} of ${entry.file}`, async () => {
    const answer = await callEntry(people.world, entry, { host: host(), cookie: people.guest })
    const reason = reasonIn(answer)
    if (mayEnter(entry)) expect(['signed_out', 'forbidden']).not.toContain(reason)
    else expect(reason).toBe('forbidden')
  })
}

for (const list of ['users', 'audit']) {
  test(`the list of ${list} is no guest's to take away`, async () => {
    const answer = await ask(host(), `/api/export/${list}`, { cookie: people.guest })
    expect(answer.status).toBe(403)
  })
}
