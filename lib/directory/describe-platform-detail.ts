import { type FeatureId, registry } from '@/lib/features/registry'
import { jobTitle } from '@/lib/jobs/job-titles'
import { minorExponent } from '@/lib/money/currency'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const planVersion = /^([a-z]+(?:-[a-z]+)*)-(\d+)$/
const dates = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** The lists that go along as files, by their ids. */
const lists: Record<string, string> = {
  'platform-invoices': 'invoices',
  'platform-audit': 'audit log',
  'dead-letters': 'jobs that were given up',
  webhooks: 'webhooks',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function money(minor: string, currency: string): string {
  const amount = Number(minor) / 10 ** minorExponent(currency)
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount)
}

/** A detail's value in words; null for what says nothing to a person. */
function wordsFor(name: string, value: string): string | null {
  if (uuid.test(value) || (name === 'address' && value === 'direct')) return null
  if (instant.test(value)) return dates.format(new Date(value))
  if (name === 'job') return jobTitle(value)
  if (name === 'list') return lists[value] ?? value.replaceAll('-', ' ')
  if (name === 'feature') return Object.hasOwn(registry, value) ? registry[value as FeatureId].label : value
  const [, plan, version] = (name === 'from' || name === 'to' ? planVersion.exec(value) : null) ?? []
  return plan ? `${capital(plan.replaceAll('-', ' '))}, version ${version}` : value
}

/** What else the audit log keeps of an admin's act, its JSON in words: "Reason: An outage on Tuesday · Amount: $12.50". */
export function describePlatformDetail(json: string): string {
  const { currency, ...detail } = JSON.parse(json) as Record<string, unknown>
  return Object.entries(detail)
    .flatMap(([name, value]) => {
      if (value === null || value === '') return []
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
      const said =
        name === 'amount' && typeof currency === 'string' ? money(text, currency) : wordsFor(name, text)
      return said === null ? [] : [`${capital(name)}: ${said}`]
    })
    .join(' · ')
}
