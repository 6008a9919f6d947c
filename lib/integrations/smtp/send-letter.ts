import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { SMTPError } from 'nodemailer/lib/smtp-connection'
import { type MailServer, openServer } from './open-server'

/** An email as a mail server takes it. */
export type Letter = {
  /** The sender with a name before the address. */
  from: string
  /** The sender's address alone. */
  sender: string
  to: string
  replyTo?: string
  subject: string
  html: string
  text: string
  messageId: string
}

/**
 * Unknown: it was not taken for certain, and may be handed over again. Uncertain: nobody can tell whether it was
 * taken, and handing it over again might send it twice. Overtaken: somebody else sees to it.
 */
export type LetterOutcome =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'refused'; error: string }
  | { outcome: 'unknown'; error: string; untaken: true }
  | { outcome: 'uncertain'; error: string }
  | { outcome: 'overtaken' }

/** How long it may take from looking the server up to its last word; less than the job may take. */
const longestMs = 45_000

/** Answers that are about signing in, not about the message. */
const aboutSigningIn = new Set([530, 534, 535, 538])

/**
 * Hands one email to a company's mail server. Such servers know no idempotency key: what they may have taken without
 * saying so is never handed over a second time from here. Never throws for what the server answers.
 * @param begin is awaited once the server has let us in and before it hears of the message; false leaves it at that
 */
export async function sendLetter(
  letter: Letter,
  server: MailServer,
  begin: () => Promise<boolean>,
): Promise<LetterOutcome> {
  const raw = await compose(letter)
  const conversation = await openServer(server, AbortSignal.timeout(longestMs))
  if ('outcome' in conversation) return untaken(conversation.detail)
  let saying = false
  // Read from only once the server has said that it listens.
  const message = new Readable({
    read() {
      saying = true
      this.push(raw)
      this.push(null)
    },
  })
  try {
    if (!(await begin())) return { outcome: 'overtaken' }
    await conversation.send({ from: letter.sender, to: letter.to, size: raw.length }, message)
    return { outcome: 'accepted', providerId: letter.messageId }
  } catch (error) {
    return judgeFailure(error, saying)
  } finally {
    conversation.leave()
  }
}

const untaken = (error: string): LetterOutcome => ({ outcome: 'unknown', error, untaken: true })

/** Says what a failure means: a server that answered has not taken the message, nor has one that never heard it. */
function judgeFailure(error: unknown, saying: boolean): LetterOutcome {
  const { responseCode: code, response, message } = error as SMTPError
  if (!code) return saying ? { outcome: 'uncertain', error: message } : untaken(message)
  const told = `The mail server refused the message: ${response ?? code}`
  return code >= 500 && !aboutSigningIn.has(code) ? { outcome: 'refused', error: told } : untaken(told)
}

function compose({ sender: _, ...letter }: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    ...letter,
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
