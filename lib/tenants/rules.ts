import { isFreeSlug } from '@/lib/tenancy/host'

const legalForms =
  /(?<!&|\band)[\s,]+(inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|pllc|lp|llp|gmbh|plc)\.?$/i

/** Makes a subdomain out of a company's name: `Bayfront Association Management, LLC` → `bayfront-association-management`. */
export function slugFrom(name: string): string {
  const words = name
    .trim()
    .replace(legalForms, '')
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, 40)
    if (longer.length > 40) break
    slug = longer
  }
  return slug
}

/** Other subdomains to offer when one is taken or reserved, the nicest first. */
export function slugAlternatives(slug: string): string[] {
  const endings = ['management', 'homes', 'hq', '2', '3', '4']
  return endings.map(ending => `${slug.slice(0, 39 - ending.length)}-${ending}`).filter(isFreeSlug)
}

/** Whether a text is a time zone this server knows. */
export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** What setting a company up takes, in the order in which it is done, in words for a sentence. */
export const provisioningSteps = {
  tenant: 'entering the company into the directory',
  placement: 'placing its database',
  trial: 'starting its trial',
  settings: 'writing its settings',
  admin: 'adding its first admin',
  welcome: 'queueing the welcome email',
  subdomain: 'opening its address',
} as const

export type ProvisioningStep = keyof typeof provisioningSteps
