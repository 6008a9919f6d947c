import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { type Figure, quantile } from './measure'

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }
type Question = { method?: string; headers?: Record<string, string>; body?: string }

const signUps = 40
const mostMs = 2_000

function ask(port: number, host: string, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = question
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { host: `${host}:${port}`, ...headers },
    }
    const sent = request(options, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

type Manifest = { node: Record<string, { filename: string; exportedName: string }> }

/** The name by which the build knows the sign-up form's action. */
function signUpAction(): string {
  const manifest: Manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  const found = Object.entries(manifest.node).find(([, action]) => action.exportedName === 'signUpAction')
  if (!found) throw new Error('signUpAction is not in the build')
  return found[0]
}

const cookiesOf = (answer: Answer) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map(line => line.split(';')[0])
    .join('; ')

function expectStatus(what: string, answer: Answer, ...wanted: number[]): void {
  if (!wanted.includes(answer.status))
    throw new Error(`${what} answers ${answer.status}: ${answer.body.slice(0, 300)}`)
}

/** Everything between sending the form and the first page of the new back office, as a browser asks for it. */
async function signUpOnce(port: number, action: string, slug: string): Promise<number> {
  const host = `${slug}.localhost`
  const form = {
    company: `Bench ${slug}`,
    slug,
    kind: 'associations',
    accent: '#2f5d50',
    name: 'Bench',
    email: `admin@${slug}.example`,
    password: 'orbit-lantern-velvet-43',
    zone: 'America/New_York',
  }
  const started = performance.now()
  const sent = await ask(port, 'localhost', '/sign-up', {
    method: 'POST',
    headers: {
      'next-action': action,
      origin: `http://localhost:${port}`,
      'content-type': 'text/plain;charset=UTF-8',
    },
    body: JSON.stringify([form]),
  })
  const target = /\/link\/([\w-]+)/.exec(String(sent.headers['x-action-redirect'] ?? sent.headers.location))
  if (!target?.[1]) throw new Error(`the sign-up leads nowhere: ${sent.status} ${sent.body.slice(0, 300)}`)
  expectStatus('the link', await ask(port, host, `/link/${target[1]}?next=/manage`), 200)
  const csrf = await ask(port, host, '/api/auth/csrf')
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string }
  const signedIn = await ask(port, host, '/api/auth/callback/link', {
    method: 'POST',
    headers: {
      cookie: cookiesOf(csrf),
      origin: `http://${host}:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ token: target[1], csrfToken, json: 'true' }).toString(),
  })
  expectStatus('the sign-in', signedIn, 200)
  expectStatus(
    'the first page',
    await ask(port, host, '/manage', { headers: { cookie: cookiesOf(signedIn) } }),
    200,
  )
  return performance.now() - started
}

/** From sending the sign-up form to the first signed-in page, one company after the other; the p95 is bound. */
export async function benchSignUp(port: number): Promise<Figure> {
  const action = signUpAction()
  const stamp = Date.now().toString(36)
  const samples: number[] = []
  await signUpOnce(port, action, `bench-${stamp}-warm`)
  for (let n = 0; n < signUps; n++) samples.push(await signUpOnce(port, action, `bench-${stamp}-${n}`))
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => quantile(samples, share))
  return {
    what: `(h) sign-up to first signed-in page, p95 ${(p95 ?? 0).toFixed(0)} ms`,
    p50: `${(p50 ?? 0).toFixed(0)} ms`,
    p99: `${(p99 ?? 0).toFixed(0)} ms`,
    bound: `p95 < ${mostMs} ms`,
    held: (p95 ?? Number.POSITIVE_INFINITY) < mostMs,
  }
}
