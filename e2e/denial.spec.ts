import { type AdminPermission, type AdminRole, adminPermissionTable } from '@/lib/auth/admin-actor'
import { type Permission, permissionsOf, roles } from '@/lib/auth/permissions'
import { apiScopes } from '@/lib/auth/read-api-token'
import { type Entry, listEntries } from '@/lib/isolation/list-entries'
import { type Answer, ask, hostOf } from './ask'
import { callEntry, pathOfEntry, reasonIn } from './call-entry'
import { expect, test } from './fixtures'
import { makeProofPeople, type ProofPeople, slugs, type Visitor } from './proof-people'

// Every page, route and action of the source × everybody who must not get in, and somebody who must.

const outsiders: Visitor[] = ['anonymous', 'stranger', 'suspended', 'revoked', 'expired']
const entries = listEntries()
let people: ProofPeople

test.beforeAll(async () => {
  people = await makeProofPeople()
})

const pathOf = (file: string) => pathOfEntry(people.world, file)
const callAction = (entry: Entry, host: string, cookie: string, origin?: string) =>
  callEntry(people.world, entry, { host, cookie, origin })

const allowed = (entry: Entry) => roles.filter(role => permissionsOf(role).has(entry.can as Permission))
const refusedRoles = (entry: Entry) => roles.filter(role => !permissionsOf(role).has(entry.can as Permission))
const refusedAdmins = (entry: Entry) => {
  const may: readonly AdminRole[] = adminPermissionTable[entry.can as AdminPermission].roles
  return (['owner', 'billing', 'support'] as const).filter(role => !may.includes(role))
}
const hostA = () => hostOf(`${slugs.a}.localhost`)
const toSignIn = (answer: Answer) =>
  [302, 303, 307].includes(answer.status) && String(answer.headers.location).includes('/sign-in')

const ofWrapper = (...wrappers: string[]) => entries.filter(e => e.wrapper && wrappers.includes(e.wrapper))

for (const entry of ofWrapper('tenantPage')) {
  test(`page ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    for (const visitor of outsiders) {
      const answer = await ask(hostA(), path, { cookie: people.cookie(visitor) })
      expect(toSignIn(answer), `${visitor} got ${answer.status} from ${path}`).toBe(true)
    }
    for (const role of refusedRoles(entry)) {
      const answer = await ask(hostA(), path, { cookie: people.cookie(role) })
      expect(answer.status, `${role} on ${path}`).toBe(403)
    }
    const somebody = path.startsWith('/portal') ? 'homeowner' : allowed(entry)[0]
    const answer = await ask(hostA(), path, { cookie: people.cookie(somebody ?? 'admin') })
    const catchAll = entry.file.includes('[...')
    expect(answer.status, `${somebody} on ${path}`).toBe(catchAll ? 404 : 200)
  })
}

for (const entry of ofWrapper('tenantRoute')) {
  test(`route ${entry.name} ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    const question = { method: entry.name, headers: { origin: `http://${hostA()}` } }
    for (const visitor of outsiders) {
      const answer = await ask(hostA(), path, { ...question, cookie: people.cookie(visitor) })
      expect(answer.status, `${visitor} on ${path}`).toBe(401)
    }
    for (const role of refusedRoles(entry)) {
      const answer = await ask(hostA(), path, { ...question, cookie: people.cookie(role) })
      expect(answer.status, `${role} on ${path}`).toBe(403)
    }
    const [somebody] = allowed(entry)
    const answer = await ask(hostA(), path, { ...question, cookie: people.cookie(somebody ?? 'admin') })
    expect([401, 403, 500], `${somebody} on ${path}`).not.toContain(answer.status)
    if (entry.name !== 'GET') {
      for (const origin of ['null', 'http://evil.example', `http://${hostOf(`${slugs.b}.localhost`)}`]) {
        const foreign = { ...question, headers: { origin }, cookie: people.cookie(somebody ?? 'admin') }
        expect((await ask(hostA(), path, foreign)).status, `origin ${origin}`).toBe(403)
      }
    }
  })
}

for (const entry of ofWrapper('platformPage')) {
  test(`admin page ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    const admin = hostOf('admin.localhost')
    for (const cookie of ['', people.cookie('admin'), people.cookie('stranger'), people.admin.pending]) {
      expect(toSignIn(await ask(admin, path, { cookie })), path).toBe(true)
    }
    expect((await ask(hostA(), path, { cookie: people.admin.owner })).status, 'on a tenant host').not.toBe(
      200,
    )
    expect(
      (await ask(hostOf('localhost'), `/admin${path}`.replace(/\/$/, ''), { cookie: people.admin.owner }))
        .status,
    ).toBe(404)
    for (const role of refusedAdmins(entry)) {
      const answer = await ask(admin, path, { cookie: people.admin[role] })
      expect(answer.status, `${role} on ${path}`).toBe(403)
    }
    const right = await ask(admin, path, { cookie: people.admin.owner })
    // Admins, jobs and tokens are none of the proof's, and a plan may be the one it has.
    const strange = /\[(admin|job|token|plan)\]/.test(entry.file)
    expect(strange ? [200, 404] : [200], path).toContain(right.status)
  })
}

for (const entry of ofWrapper('tenantAction')) {
  test(`action ${entry.name} of ${entry.file}`, async () => {
    for (const visitor of outsiders) {
      const answer = await callAction(entry, hostA(), people.cookie(visitor))
      expect(reasonIn(answer), visitor).toBe('signed_out')
    }
    for (const role of refusedRoles(entry)) {
      expect(reasonIn(await callAction(entry, hostA(), people.cookie(role))), role).toBe('forbidden')
    }
    const cookie = await people.fresh(allowed(entry)[0] ?? 'admin')
    expect(['signed_out', 'forbidden']).not.toContain(reasonIn(await callAction(entry, hostA(), cookie)))
    for (const origin of ['null', 'http://evil.example']) {
      const forged = await callAction(entry, hostA(), cookie, origin)
      expect(forged.status, `origin ${origin}`).toBeGreaterThanOrEqual(400)
    }
  })
}

for (const entry of ofWrapper('platformAction')) {
  test(`admin action ${entry.name} of ${entry.file}`, async () => {
    const admin = hostOf('admin.localhost')
    for (const cookie of ['', people.cookie('admin'), people.admin.pending]) {
      expect(reasonIn(await callAction(entry, admin, cookie))).toBe('signed_out')
    }
    for (const role of refusedAdmins(entry)) {
      expect(reasonIn(await callAction(entry, admin, people.admin[role])), role).toBe('forbidden')
    }
    const right = reasonIn(await callAction(entry, admin, people.admin.owner))
    expect(['signed_out', 'forbidden', 'not_found']).not.toContain(right)
  })
}

for (const entry of ofWrapper('factorPage')) {
  test(`page of the second factor ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    const admin = hostOf('admin.localhost')
    for (const cookie of ['', people.cookie('admin'), people.admin.owner]) {
      const answer = await ask(admin, path, { cookie })
      expect([302, 303, 307]).toContain(answer.status)
      expect(String(answer.headers.location)).not.toContain(path)
    }
    const right = await ask(admin, path, { cookie: people.admin.pending })
    expect([200, 307], path).toContain(right.status)
    expect((await ask(hostA(), path, { cookie: people.admin.pending })).status).not.toBe(200)
  })
}

for (const entry of ofWrapper('factorAction')) {
  test(`action of the second factor ${entry.name} of ${entry.file}`, async () => {
    const admin = hostOf('admin.localhost')
    for (const cookie of ['', people.cookie('admin'), people.admin.owner]) {
      expect(reasonIn(await callAction(entry, admin, cookie))).toBe('signed_out')
    }
    expect(reasonIn(await callAction(entry, admin, people.admin.pending))).toBe('invalid')
    // Another host has no page with this action: nothing answers, or the action itself says that it is not there.
    const elsewhere = await callAction(entry, hostA(), people.admin.pending)
    if (elsewhere.body !== '{}') expect(reasonIn(elsewhere)).toBe('not_found')
  })
}

for (const entry of ofWrapper('platformDownload')) {
  test(`admin download ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    const admin = hostOf('admin.localhost')
    for (const cookie of ['', people.cookie('admin'), people.admin.pending]) {
      expect((await ask(admin, path, { cookie })).status, path).toBe(401)
    }
    for (const role of refusedAdmins(entry)) {
      expect((await ask(admin, path, { cookie: people.admin[role] })).status, role).toBe(403)
    }
    expect((await ask(hostA(), path, { cookie: people.admin.owner })).status).toBe(404)
    expect((await ask(admin, path, { cookie: people.admin.owner })).status).toBe(200)
  })
}

for (const entry of ofWrapper('platformRoute')) {
  test(`API route ${entry.name} ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    const admin = hostOf('admin.localhost')
    const headers = { origin: `http://${admin}` }
    const withToken = (authorization: string) => ({
      method: entry.name,
      headers: { ...headers, authorization },
    })
    for (const cookie of ['', people.cookie('admin'), people.admin.owner]) {
      const answer = await ask(admin, path, { method: entry.name, headers, cookie })
      expect(answer.status, 'no token, whatever the cookie').toBe(401)
    }
    const wrong = ['Bearer', `Bearer ptc_00000000_${'A'.repeat(43)}`, people.api.revoked, people.api.expired]
    for (const token of wrong) {
      expect((await ask(admin, path, withToken(token))).status, token.slice(0, 20)).toBe(401)
    }
    const [right, other] = apiScopes.toSorted(scope => (scope === entry.can ? -1 : 1))
    const otherScope = await ask(admin, path, withToken(people.api[other ?? 'revoked']))
    expect(otherScope.status, `with ${other}`).toBe(403)
    for (const host of [hostA(), hostOf('localhost')]) {
      expect((await ask(host, path, withToken(people.api[right ?? 'revoked']))).status, host).toBe(404)
    }
    const answer = await ask(admin, path, withToken(people.api[right ?? 'revoked']))
    expect([401, 403, 429, 500], `${right} on ${path}`).not.toContain(answer.status)
  })
}

for (const entry of ofWrapper('siteRoute')) {
  test(`route of the apex ${entry.name} ${entry.file}`, async () => {
    const path = pathOf(entry.file)
    for (const host of [hostA(), hostOf('admin.localhost')]) {
      const answer = await ask(host, path, { method: entry.name, cookie: people.cookie('admin') })
      expect(answer.status, host).toBe(404)
      expect(answer.headers['content-type']).toBe('application/problem+json')
    }
  })
}
