const subjects: Record<string, string> = {
  'board-seat': 'Board seat',
  tenant: 'Company',
  view: 'Saved view',
  coupon: 'Promotion code',
  suppression: 'Blocked address',
  support: 'Portico’s support',
  'support-visit': 'Portico’s visit',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What a kind of thing is called. */
export function subjectWord(type: string): string {
  return subjects[type] ?? capital(type.replaceAll('-', ' '))
}

/** An action in words: `homeowner:access-revoked` is "Homeowner access revoked". */
export function describeAction(action: string): string {
  const [subject = '', done = ''] = action.split(':')
  return `${subjectWord(subject)} ${done.replaceAll('-', ' ')}`
}

/** Who acted where no person did: the purpose the system was opened for, in words. */
export function describeVia(via: string): string {
  return via === 'screen' ? 'Somebody' : `System, ${via.replaceAll('-', ' ')}`
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
