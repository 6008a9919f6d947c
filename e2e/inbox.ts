import { setTimeout as sleep } from 'node:timers/promises'

export interface ReceivedEmail {
  id: string
  to: string[]
  from: string
  subject: string
  html: string
  text: string
  /** Every address the email links to, in order, unescaped. */
  links: string[]
}

/** The mailboxes of everybody, as the emulated mail service holds them. */
export interface Inbox {
  /** All emails to this address so far, oldest first. */
  list(to: string): Promise<ReceivedEmail[]>
  /** Waits for an email to this address, newest first, and fails when none comes within 20 seconds. */
  waitFor(to: string, wanted?: { subject?: RegExp | string }): Promise<ReceivedEmail>
}

/** Reads the mail sent through the emulated mail service at `resendUrl`. */
export function openInbox(resendUrl: string): Inbox {
  const list = async (to: string) => {
    const response = await fetch(`${resendUrl}/emails`, { headers: { authorization: 'Bearer inbox' } })
    if (!response.ok) throw new Error(`The mail service answers ${response.status}`)
    const { data } = (await response.json()) as { data: Omit<ReceivedEmail, 'links'>[] }
    const address = to.toLowerCase()
    return data
      .filter(email => email.to.some(recipient => recipient.toLowerCase().includes(address)))
      .map(email => ({ ...email, links: linksIn(email.html ?? '') }))
  }
  return {
    list,
    async waitFor(to, wanted = {}) {
      const fits = ({ subject }: ReceivedEmail) =>
        wanted.subject === undefined ||
        (typeof wanted.subject === 'string' ? subject.includes(wanted.subject) : wanted.subject.test(subject))
      const deadline = Date.now() + 20_000
      for (;;) {
        const emails = await list(to)
        const found = emails.findLast(fits)
        if (found) return found
        if (Date.now() > deadline) {
          const subjects = emails.map(({ subject }) => subject).join('; ') || 'nothing'
          throw new Error(`No such email to ${to} within 20 s; there came: ${subjects}`)
        }
        await sleep(200)
      }
    },
  }
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(match => (match[1] ?? '').replaceAll('&amp;', '&'))
}
