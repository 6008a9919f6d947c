import { words } from './rules'

const subjects: Record<string, string> = {
  'board-seat': 'Board seat',
  tenant: 'Company',
  view: 'Saved view',
  coupon: 'Promotion code',
  suppression: 'Blocked address',
  user: 'Person',
  support: 'Portico’s support',
  'support-visit': 'Portico’s visit',
  'support-grant': 'Support access',
}

// What its two words would not say plainly.
const actions: Record<string, string> = {
  'session:started': 'Signed in',
  'session:ended': 'Signed out',
  'support:granted': 'Portico’s support let in',
  'support:revoked': 'Support access ended',
  'support:entered': 'Portico’s support came in',
  'support:left': 'Portico’s support left',
  'support:viewed': 'Page opened',
  'support:acted': 'Changed on a page',
  'support:tried': 'Tried, without effect',
  'settings:edited': 'Company profile edited',
  'settings:money-edited': 'Money and tax settings edited',
  'settings:messages-edited': 'Message settings edited',
  'features:chosen': 'Feature switched',
  'billing:email-changed': 'Address for bills changed',
  'subscription:cancelled': 'Account cancelled',
  'subscription:resumed': 'Cancellation taken back',
  'onboarding:dismissed': 'First steps put away',
  'onboarding:restored': 'First steps shown again',
  'user:re-invited': 'Person invited again',
  'user:limited': 'Person limited to associations',
  'suppression:lifted': 'Block on an address lifted',
  'unit:series-added': 'Units added',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What a kind of thing is called. */
export function subjectWord(type: string): string {
  return subjects[type] ?? capital(type.replaceAll('-', ' '))
}

/** An action in words: `homeowner:access-revoked` is "Homeowner access revoked". */
export function describeAction(action: string): string {
  const [subject = '', done = ''] = action.split(':')
  return actions[action] ?? `${subjectWord(subject)} ${done.replaceAll('-', ' ')}`
}

/** Who acted where no person did: the purpose the system was opened for, in words. */
export function describeVia(via: string): string {
  return via === 'screen' ? 'Somebody' : `System, ${via.replaceAll('-', ' ')}`
}

/** The names of fields as they are written, parted by commas, in words. */
export function describeFields(fields: string): string {
  const small = (text: string) =>
    /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
  return capital(
    fields
      .split(', ')
      .map(field => small(words(field)))
      .join(', '),
  )
}

const parts: Record<string, { all: string; one: string }> = {
  associations: { all: 'Associations', one: 'An association' },
  units: { all: 'Units', one: 'A unit' },
  homeowners: { all: 'Homeowners', one: 'A homeowner' },
  imports: { all: 'Imports', one: 'An import' },
  people: { all: 'Team', one: 'A person' },
  messages: { all: 'Messages', one: 'A message' },
}
const isId = (part: string) => /^[0-9a-f-]{36}$/.test(part)

/** What an entry is about; of a page, which is written as its address, what is on it. */
export function describeSubject(label: string): string {
  if (label === '/account') return 'Account'
  if (!/^\/manage(\/|$)/.test(label)) return label
  const [name, ...rest] = label.split('/').slice(2)
  if (!name) return 'Home'
  const known = parts[name]
  const shown = rest.some(isId) ? known?.one : known?.all
  const below = rest.filter(part => !isId(part)).map(part => part.replaceAll('-', ' '))
  return [shown ?? capital(name.replaceAll('-', ' ')), ...below].join(', ')
}

const pages: Record<string, string> = {
  association: '/manage/associations',
  unit: '/manage/units',
  homeowner: '/manage/homeowners',
  user: '/manage/people',
  import: '/manage/imports',
  message: '/manage/messages',
}

/** Where the thing an entry is about is shown, if it has a page. */
export function subjectHref(type: string, id: string | null): string | null {
  const page = pages[type]
  return page && id ? `${page}/${id}` : null
}
