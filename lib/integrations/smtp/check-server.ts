import { type KeyCheck, patienceMs } from '@/lib/integrations/http/ask-service'
import { type MailServer, openServer } from './open-server'

/** Tries a mail server: connects, encrypts and signs in. The password is never said in the clear; nothing is sent. */
export async function checkSmtpServer(server: MailServer): Promise<KeyCheck> {
  const opened = await openServer(server, AbortSignal.timeout(patienceMs))
  if ('outcome' in opened) return opened
  opened.leave()
  return { outcome: 'passed', detail: 'Connected, encrypted and signed in.' }
}
