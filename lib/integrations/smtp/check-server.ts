import { hostname } from 'node:os'
import { env } from '@/lib/env/env'
import { type KeyCheck, patienceMs } from '@/lib/integrations/http/ask-service'
import { type Dialogue, openSocket, secure, speak } from './dialogue'
import { findAddress } from './find-address'

type Server = { host: string; port: string; username: string; password: string }

const refused = (detail: string): KeyCheck => ({ outcome: 'refused', detail })

/** Tries a mail server: connects, encrypts and signs in. The password is never said in the clear; nothing is sent. */
export async function checkSmtpServer(server: Server): Promise<KeyCheck> {
  const unreachable: KeyCheck = { outcome: 'unreachable', detail: 'The mail server could not be reached.' }
  const { NODE_ENV, PORTICO_DEMO } = env()
  const address = await findAddress(server.host, NODE_ENV !== 'production' || PORTICO_DEMO)
  if (!address) return unreachable
  const open: { dialogue?: Dialogue } = {}
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<KeyCheck>(resolve => {
    timer = setTimeout(resolve, patienceMs, unreachable)
  })
  try {
    return await Promise.race([converse(server, address, open), late])
  } catch {
    return unreachable
  } finally {
    clearTimeout(timer)
    open.dialogue?.socket.destroy()
  }
}

async function converse(server: Server, address: string, open: { dialogue?: Dialogue }): Promise<KeyCheck> {
  const { host: name } = server
  const tls = server.port === '465'
  let dialogue = speak(await openSocket({ address, name, port: Number(server.port), tls }))
  open.dialogue = dialogue
  const greeting = await dialogue.read()
  if (greeting.code !== 220) return refused(`The mail server turned us away (${greeting.code}).`)
  const hello = `EHLO ${hostname().replace(/[^a-z0-9.-]/gi, '-') || 'portico'}`
  let offers = await dialogue.say(hello)
  if (!tls) {
    if (!offers.lines.some(line => /^STARTTLS\b/i.test(line)))
      return refused('The mail server offers no encryption on this port.')
    const ready = await dialogue.say('STARTTLS')
    if (ready.code !== 220) return refused(`The mail server does not encrypt (${ready.code}).`)
    dialogue = speak(await secure(dialogue.socket, name))
    open.dialogue = dialogue
    offers = await dialogue.say(hello)
  }
  const signedIn = await signIn(dialogue, offers.lines, server)
  if (signedIn !== 235) return refused(`The mail server refused user name or password (${signedIn}).`)
  await dialogue.say('QUIT')
  return { outcome: 'passed', detail: 'Connected, encrypted and signed in.' }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** Signs in the way the server offers. @returns the code of its last answer; 235 means it did */
async function signIn({ say }: Dialogue, offers: string[], { username, password }: Server): Promise<number> {
  const ways = offers.find(line => /^AUTH\b/i.test(line))?.toUpperCase() ?? ''
  if (!ways.includes('PLAIN') && ways.includes('LOGIN')) {
    const asked = await say('AUTH LOGIN')
    if (asked.code !== 334) return asked.code
    const named = await say(base64(username))
    return named.code === 334 ? (await say(base64(password))).code : named.code
  }
  return (await say(`AUTH PLAIN ${base64(`\0${username}\0${password}`)}`)).code
}
