import { type Answer, ask, hostOf } from './ask'
import { expect, test } from './fixtures'
import { makePerson, type Person } from './make-person'

// next-auth's own routes, spoken to without a browser.

const company = 'seabreeze'
const cookiesOf = ({ headers }: Answer) => [headers['set-cookie'] ?? []].flat()
const jar = (answer: Answer) =>
  cookiesOf(answer)
    .map(cookie => cookie.split(';')[0])
    .join('; ')

type Post = { host?: string; origin?: string; csrf?: boolean; provider?: string; next?: string }

async function signIn(person: Person, post: Post = {}): Promise<Answer> {
  const host = post.host ?? hostOf(`${company}.localhost`)
  const issued = await ask(host, '/api/auth/csrf')
  const { csrfToken = '' } = JSON.parse(issued.body.startsWith('{"csrfToken"') ? issued.body : '{}')
  const body = new URLSearchParams({
    email: person.email,
    password: person.password,
    csrfToken: post.csrf === false ? 'made-up' : csrfToken,
    ...(post.next && { callbackUrl: post.next }),
  })
  return ask(host, `/api/auth/callback/${post.provider ?? 'password'}`, {
    method: 'POST',
    cookie: jar(issued),
    headers: { origin: post.origin ?? `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
}

const hasSession = (answer: Answer) => cookiesOf(answer).some(cookie => /^portico\.session=[^;]/.test(cookie))

test('signing in sets cookies for this very host, closed to scripts', async () => {
  const answer = await signIn(await makePerson(company, 'staff'))
  expect(hasSession(answer)).toBe(true)
  for (const cookie of cookiesOf(answer)) {
    expect(cookie).toMatch(/; Path=\/.*; HttpOnly; SameSite=Lax$/)
    expect(cookie).not.toMatch(/domain=/i)
  }
})

test('no session without the token of this browser, or from another origin', async () => {
  const person = await makePerson(company, 'staff')
  const forged = await signIn(person, { csrf: false })
  expect([hasSession(forged), forged.status]).toEqual([false, 302])
  for (const origin of ['http://evil.example', `http://${hostOf('palm-and-pier.localhost')}`, 'null']) {
    const answer = await signIn(person, { origin })
    expect([hasSession(answer), answer.status], origin).toEqual([false, 403])
  }
})

test('a person of one company is nobody at another, at the apex and among admins', async () => {
  const person = await makePerson(company, 'admin')
  const elsewhere = await signIn(person, { host: hostOf('palm-and-pier.localhost') })
  expect([hasSession(elsewhere), elsewhere.status]).toEqual([false, 302])
  for (const provider of ['password', 'admin-password']) {
    const admins = await signIn(person, { host: hostOf('admin.localhost'), provider })
    expect([hasSession(admins), admins.status]).toEqual([false, 302])
  }
  const here = await signIn(person, { provider: 'admin-password' })
  expect([hasSession(here), here.status]).toEqual([false, 302])
  expect((await signIn(person, { host: hostOf('localhost') })).status).toBe(404)
})

test('leads nowhere but to this host', async () => {
  const person = await makePerson(company, 'staff')
  const home = `http://${hostOf(`${company}.localhost`)}`
  const targets = ['https://evil.example/', '//evil.example', '/\\evil.example', `${home}.evil.example/`]
  for (const next of targets) {
    const answer = await signIn(person, { next })
    expect(answer.headers.location, next).toBe(`${home}/`)
  }
  expect((await signIn(person, { next: '/manage/units' })).headers.location).toBe(`${home}/manage/units`)
})

test('offers nothing that sign-in does not need', async () => {
  const host = hostOf(`${company}.localhost`)
  for (const path of ['session', 'callback/password', 'verify-request', '_log', 'nonsense'])
    expect((await ask(host, `/api/auth/${path}`)).status, path).toBe(404)
  const session = await ask(host, '/api/auth/session', {
    method: 'POST',
    headers: { origin: `http://${host}` },
  })
  expect(session.status).toBe(404)
})

test('signing out ends the session, not just the cookie', async () => {
  const host = hostOf(`${company}.localhost`)
  const cookie = jar(await signIn(await makePerson(company, 'staff')))
  expect((await ask(host, '/account', { cookie })).status).toBe(200)
  const issued = await ask(host, '/api/auth/csrf')
  const body = new URLSearchParams({ csrfToken: JSON.parse(issued.body).csrfToken }).toString()
  const headers = { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' }
  await ask(host, '/api/auth/signout', { method: 'POST', cookie: `${cookie}; ${jar(issued)}`, headers, body })
  const again = await ask(host, '/account', { cookie })
  expect(again.headers.location).toContain('ended=revoked')
})
