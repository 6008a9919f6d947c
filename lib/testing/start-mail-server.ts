import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { projectRoot } from '@/lib/dev/paths'

/** A certificate of this machine that nobody but tests trusts. */
export const mailCertificate = join(projectRoot, 'lib/integrations/smtp/fixtures/localhost.pem')

/** Where in a conversation the server is: `taken` is when it has the whole message and has not said so. */
type Step = 'sign-in' | 'sender' | 'recipient' | 'first-byte' | 'taken'

/** Hangs up, refuses with this code (in these words), or goes on. */
type Reaction = 'hang-up' | number | { code: number; said: string } | undefined

export type TestMailServer = {
  host: string
  port: string
  /** Every message it has, whether or not it got to say so. */
  taken: { user: string; from: string; to: string[]; raw: string }[]
  /** What it does at each step; of itself it goes on. */
  react: (step: Step) => Reaction | Promise<Reaction>
  /** The steps it was led through. */
  steps: Step[]
  close: () => Promise<void>
}

/**
 * Starts a real mail server on this machine, on a port that companies may name, and makes this process trust it.
 * @param passwords whom it lets in
 */
export async function startMailServer(passwords: Record<string, string>): Promise<TestMailServer> {
  const pem = readFileSync(mailCertificate, 'utf8')
  setDefaultCACertificates([
    ...getCACertificates('default'),
    pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')),
  ])
  const sockets = new Set<Socket>()
  const ours: TestMailServer = { host: '', port: '2525', taken: [], steps: [], react: () => undefined, close }
  const at = (step: Step, next: (error?: Error) => void) => void react(step).then(() => next(), next)
  const server = new SMTPServer({
    key: pem,
    cert: pem,
    logger: false,
    onAuth: ({ username = '', password }, _, next) =>
      at('sign-in', error => {
        const wrong = password !== passwords[username] && refusal(535)
        next(error ?? (wrong || null), { user: username })
      }),
    onMailFrom: (_address, _session, next) => at('sender', next),
    onRcptTo: (_address, _session, next) => at('recipient', next),
    onData: (stream, { user, envelope }, next) =>
      stream.once('readable', () =>
        at('first-byte', async refused => {
          const raw = await text(stream).catch(() => '')
          if (refused) return next(refused)
          const from = envelope.mailFrom ? envelope.mailFrom.address : ''
          ours.taken.push({ user: String(user), from, to: envelope.rcptTo.map(to => to.address), raw })
          at('taken', next)
        }),
      ),
  })
  async function react(step: Step): Promise<void> {
    ours.steps.push(step)
    const reaction = await ours.react(step)
    if (typeof reaction === 'number') throw refusal(reaction)
    if (typeof reaction === 'object') throw refusal(reaction.code, reaction.said)
    if (reaction) for (const socket of sockets) socket.destroy()
  }
  async function close() {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>(resolve => server.close(resolve))
  }
  server.on('error', () => undefined)
  server.server.on('connection', socket => sockets.add(socket))
  ours.host = await listen(server)
  return ours
}

const refusal = (responseCode: number, said = 'as the test says') =>
  Object.assign(new Error(said), { responseCode })

/** Companies name one of few ports, so that two of these need two addresses; the certificate is of 32. */
async function listen(server: SMTPServer): Promise<string> {
  for (let last = 1; last <= 32; last++) {
    const host = `127.0.0.${last}`
    const listening = server.listen(2525, host)
    try {
      await once(listening, 'listening')
      return host
    } catch {
      // Somebody else's, or this system has but one.
    }
  }
  throw new Error('port 2525 is taken on every address')
}
