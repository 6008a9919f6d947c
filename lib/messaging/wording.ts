import type { Content } from './templates'

const minutes = (n: number) => (n === 1 ? '1 minute' : n % 60 ? `${n} minutes` : hours(n / 60))
const hours = (n: number) => (n === 1 ? '1 hour' : `${n} hours`)

/** How long a link works, in words: "20 minutes", "2 hours", "7 days". */
export function validity(content: Content): string {
  if ('expiresInMinutes' in content.data) return minutes(content.data.expiresInMinutes)
  if ('expiresInDays' in content.data) {
    return content.data.expiresInDays === 1 ? '1 day' : `${content.data.expiresInDays} days`
  }
  return ''
}

/** The subject line of an email; for a text, what the log calls it. */
export function subjectOf(content: Content, company: string): string {
  switch (content.template) {
    case 'welcome':
      return `Welcome to ${company}`
    case 'invitation':
      return content.data.invitedBy === company
        ? `You are invited to ${company}`
        : `${content.data.invitedBy} invites you to ${company}`
    case 'sign-in-link':
      return `Your sign-in link for ${company}`
    case 'password-reset':
      return `Choose a new password for ${company}`
    case 'notice':
      return `${company}: ${content.data.subject}`
  }
}

/** The same message as a text. */
export function smsText(content: Content, company: string): string {
  switch (content.template) {
    case 'welcome':
      return `${company}: welcome, ${content.data.name}. You can sign in any time at ${content.data.signInUrl}`
    case 'invitation':
      return `${company}: you are invited to sign in to your pages. Accept within ${validity(content)}: ${content.data.url}`
    case 'sign-in-link':
      return `${company}: sign in with this link, good for ${validity(content)} and for one use: ${content.data.url}`
    case 'password-reset':
      return `${company}: choose a new password within ${validity(content)}: ${content.data.url} If you did not ask for it, ignore this text.`
    case 'notice':
      return `${company}: ${content.data.subject} ${content.data.url}`
  }
}
