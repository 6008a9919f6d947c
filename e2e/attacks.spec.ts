import { type Answer, ask, hostOf } from './ask'
import { expect, test } from './fixtures'
import { makeProofPeople, type ProofPeople, slugs } from './proof-people'

// Replays of attacks that have worked on products like this one.

let people: ProofPeople
const hostA = () => hostOf(`${slugs.a}.localhost`)
const hostB = () => hostOf(`${slugs.b}.localhost`)
const apex = () => hostOf('localhost')

test.beforeAll(async () => {
  people = await makeProofPeople()
})

const isSignIn = (answer: Answer) =>
  answer.status === 307 && String(answer.headers.location).includes('/sign-in')

/** Names that only tenant B's rows carry. */
const secretsOfB = () => /b-(associations|units|homeowners|users)-/

test('a header that once skipped middleware skips nothing', async () => {
  for (const value of [
    'middleware',
    'middleware:middleware:middleware:middleware:middleware',
    'src/middleware',
  ]) {
    const headers = { 'x-middleware-subrequest': value, 'x-middleware-rewrite': '/t/proof-b/manage/units' }
    expect(isSignIn(await ask(hostA(), '/manage/units', { headers }))).toBe(true)
    expect(
      (await ask(apex(), `/t/${slugs.a}/manage/units`, { headers, cookie: people.cookie('admin') })).status,
    ).toBe(404)
  }
})

test('private headers and a forged forwarded host change nothing', async () => {
  const forged = {
    'x-forwarded-host': hostB(),
    'x-portico-face': `tenant:${slugs.b}`,
    'x-portico-path': '/',
    forwarded: `host=${hostB()}`,
  }
  const answer = await ask(hostA(), '/manage/associations', {
    headers: forged,
    cookie: people.cookie('admin'),
  })
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('a-associations-own')
  expect(answer.body).not.toMatch(secretsOfB())
  expect(
    isSignIn(await ask(hostA(), '/manage', { headers: forged, cookie: people.cookie('stranger') })),
  ).toBe(true)
})

test('inner paths are not served outside their host', async () => {
  const cookie = people.cookie('admin')
  for (const path of [
    `/t/${slugs.a}`,
    `/t/${slugs.a}/manage`,
    `/%74/${slugs.a}/manage`,
    `//t/${slugs.a}`,
    '/admin',
    '/admin/jobs',
  ]) {
    expect((await ask(apex(), path, { cookie })).status, path).not.toBe(200)
  }
  for (const path of [
    `/t/${slugs.b}/manage`,
    `/../${slugs.b}/manage`,
    '/admin',
    `/manage/../../${slugs.b}/manage/units`,
  ]) {
    const answer = await ask(hostA(), path, { cookie })
    expect(answer.body, path).not.toMatch(secretsOfB())
    expect(answer.status, path).not.toBe(500)
  }
})

test('one tenant’s cookie opens nothing on another’s host', async () => {
  const cookie = people.cookie('admin')
  expect(isSignIn(await ask(hostB(), '/manage', { cookie }))).toBe(true)
  expect((await ask(hostB(), '/api/v1/units', { cookie })).status).toBe(401)
  expect(isSignIn(await ask(hostOf('admin.localhost'), '/', { cookie }))).toBe(true)
  expect(isSignIn(await ask(hostA(), '/manage', { cookie: people.admin.owner }))).toBe(true)
})

test('a query parameter cannot stand in for a route parameter', async () => {
  const cookie = people.cookie('admin')
  const own = people.world.id('a', 'associations', 'own')
  const theirs = people.world.id('b', 'associations', 'own')
  for (const query of [
    `tenant=${slugs.b}`,
    `association=${theirs}`,
    `nxtPtenant=${slugs.b}`,
    `nxtPassociation=${theirs}`,
  ]) {
    const answer = await ask(hostA(), `/manage/associations/${own}?${query}`, { cookie })
    expect(answer.body, query).not.toMatch(secretsOfB())
    expect(answer.body, query).toContain('a-associations-own')
  }
  expect((await ask(hostA(), `/manage/associations/${theirs}`, { cookie })).status).toBe(404)
})

test('payload and segment requests are guarded like the page', async () => {
  const asks: { path: string; headers: Record<string, string> }[] = [
    { path: '/manage/units', headers: { rsc: '1', accept: '*/*' } },
    { path: '/manage/units?_rsc=x', headers: { rsc: '1', 'next-router-prefetch': '1', accept: '*/*' } },
    { path: '/manage/units', headers: { rsc: '1', 'next-router-segment-prefetch': '/_tree', accept: '*/*' } },
    { path: '/manage/units.rsc', headers: {} },
    { path: '/manage/units.segments/_tree.segment.rsc', headers: {} },
    { path: '/_next/data/x/manage/units.json', headers: { 'x-nextjs-data': '1' } },
  ]
  for (const { path, headers } of asks) {
    for (const cookie of ['', people.cookie('stranger'), people.cookie('revoked')]) {
      const answer = await ask(hostA(), path, { headers, cookie })
      expect(answer.body, path).not.toContain('a-units-')
      expect(answer.body, path).not.toMatch(secretsOfB())
    }
  }
})

test('an id of another tenant is not found, by page and by route', async () => {
  const cookie = people.cookie('admin')
  for (const [path, table] of [
    ['units', 'units'],
    ['homeowners', 'homeowners'],
    ['people', 'users'],
    ['imports', 'imports'],
  ]) {
    const id = people.world.id('b', table ?? '', 'own')
    expect((await ask(hostA(), `/manage/${path}/${id}`, { cookie })).status, path).toBe(404)
    expect((await ask(hostA(), `/manage/${path}/not-an-id`, { cookie })).status, path).toBe(404)
  }
})

test('unknown hosts and tenants are told nothing', async () => {
  for (const host of ['nobody.localhost', 'api.localhost', 'a.b.localhost', '127.0.0.1', 'evil.example']) {
    const answer = await ask(hostOf(host), '/manage')
    expect(answer.status, host).toBe(404)
    expect(answer.body, host).not.toContain('proof-a')
  }
})

test('every page says what it may run, and no answer may be framed or taken for another type', async () => {
  const cookie = people.cookie('admin')
  const answers = [
    await ask(hostA(), '/sign-in'),
    await ask(hostA(), '/manage', { cookie }),
    await ask(hostA(), '/nothing-here', { cookie }),
    await ask(apex(), '/'),
    await ask(hostOf('admin.localhost'), '/sign-in'),
  ]
  const nonces = answers.map(({ headers, body }) => {
    const [, nonce] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? []
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`)
    return nonce
  })
  expect(new Set(nonces).size).toBe(answers.length)
  for (const { headers } of [...answers, await ask(hostA(), '/api/v1/units', { cookie })]) {
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
  }
  const image = await ask(hostA(), '/_next/image?url=%2Ft%2Fproof-b%2Fmanage&w=64&q=75', { cookie })
  expect(image.status).toBe(404)
})
