import { z } from 'zod'
import type { Activity } from '@/lib/audit-log/list-activity'

const sentences: Record<string, string> = {
  'homeowner:added': 'Added',
  'homeowner:imported': 'Imported',
  'homeowner:archived': 'Archived',
  'homeowner:restored': 'Taken out of the archive',
  'homeowner:access-revoked': 'Portal access revoked',
  'homeowner:access-restored': 'Portal access given back',
  'homeowner:invited': 'Invited to the portal',
  'homeowner:linked': 'Linked to an existing sign-in',
}

const words: Record<string, string> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  mailingStreet: 'mailing address',
  mailingCity: 'mailing address',
  mailingRegion: 'mailing address',
  mailingPostalCode: 'mailing address',
  mailingCountry: 'mailing address',
}

const unitFacts = z.array(z.object({ unit: z.string() }))

function unitsOf({ before, after }: Activity): string {
  const facts = [before, after].flatMap(side => unitFacts.safeParse(side).data ?? [])
  return [...new Set(facts.map(fact => fact.unit))].join(', ')
}

/** Says in a few words what was done to a homeowner's record. */
export function describeActivity(activity: Activity): string {
  const { action, before, after } = activity
  if (action === 'homeowner:edited') {
    const changed = Object.keys(z.record(z.string(), z.unknown()).safeParse(after).data ?? {})
    const named = [...new Set(changed.map(name => words[name] ?? name))]
    return named.length > 0 ? `Changed ${named.join(', ')}` : 'Edited'
  }
  if (action === 'ownership:transferred') {
    const [was, is] = [before, after].map(side => (unitFacts.safeParse(side).data ?? []).length > 0)
    const act = is && !was ? 'Became owner of' : was && is ? 'Ownership changed:' : 'Ownership:'
    return `${act} ${unitsOf(activity)}`
  }
  if (action === 'ownership:ended') return `Ownership ended: ${unitsOf(activity)}`
  if (action === 'ownership:corrected') return `Ownership corrected: ${unitsOf(activity)}`
  return sentences[action] ?? action
}
