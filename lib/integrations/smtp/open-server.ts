import { hostname } from 'node:os'
import type { Readable } from 'node:stream'
import SMTPConnection, { type Envelope, type SMTPError } from 'nodemailer/lib/smtp-connection'
import { env } from '@/lib/env/env'
import { type KeyCheck, patienceMs } from '@/lib/integrations/http/ask-service'
import { findAddress } from './find-address'

/** A company's mail server and how it signs in there. */
export type MailServer = { host: string; port: string; username: string; password: string }

/** A conversation with a mail server that has let us in. */
export type Conversation = {
  /** Hands one message over. Ends with an error when the server refuses it or falls silent. */
  send(envelope: Envelope, message: Readable): Promise<unknown>
  /** Says goodbye. */
  leave(): void
}

type Answer<T> = (error?: Error | null, value?: T) => void

/** How long a server may keep silent. */
const silenceMs = 30_000

/**
 * Connects to a mail server, encrypts and signs in. It is asked for nothing before the connection is encrypted, and
 * looked up once, so that what was judged to be outside of our own network is what is connected to.
 * @param signal ends the whole conversation
 * @returns why not, when it cannot be reached or does not let us in
 */
export async function openServer(server: MailServer, signal: AbortSignal): Promise<Conversation | KeyCheck> {
  const { NODE_ENV, PORTICO_DEMO } = env()
  const address = await findAddress(server.host, NODE_ENV !== 'production' || PORTICO_DEMO)
  if (!address) return unreachable
  const connection = connectionTo(server, address)
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  let over = false
  broken.catch(() => {
    over = true
    connection.close()
  })
  const ask = <T>(say: (answer: Answer<T>) => void) =>
    Promise.race([
      broken,
      new Promise<T | undefined>((resolve, reject) =>
        say((error, value) => (error ? reject(error) : resolve(value))),
      ),
    ])
  try {
    await ask(answer => connection.connect(answer))
    const { username: user, password: pass } = server
    await ask(answer => connection.login({ credentials: { user, pass } }, answer))
  } catch (error) {
    connection.close()
    return judgeFailure(error)
  }
  return {
    send: (envelope, message) => ask(answer => connection.send(envelope, message, answer)),
    leave: () => {
      if (!over) connection.quit()
    },
  }
}

function connectionTo({ host, port }: MailServer, address: string): SMTPConnection {
  const secure = port === '465'
  return new SMTPConnection({
    host: address,
    // The name its certificate must be of; a server named by its address is held against that.
    ...(host !== address && { servername: host }),
    port: Number(port),
    secure,
    requireTLS: !secure,
    name: hostname().replace(/[^a-z0-9.-]/gi, '-') || 'portico',
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: silenceMs,
    logger: false,
  })
}

const unreachable: KeyCheck = { outcome: 'unreachable', detail: 'The mail server could not be reached.' }
const refused = (detail: string): KeyCheck => ({ outcome: 'refused', detail })

/** Says why a server did not let us in; never in its own words, which may quote what it was told. */
function judgeFailure(error: unknown): KeyCheck {
  const { code, command, responseCode: told, originalCode = '' } = error as SMTPError
  if (!told) {
    if (!/CERT|SIGNATURE/.test(originalCode)) return unreachable
    return { outcome: 'unreachable', detail: 'The mail server’s certificate is not to be trusted.' }
  }
  if (code === 'EAUTH') return refused(`The mail server refused user name or password (${told}).`)
  if (command === 'STARTTLS') return refused(`The mail server offers no encryption on this port (${told}).`)
  return refused(`The mail server turned us away (${told}).`)
}
