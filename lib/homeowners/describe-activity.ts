import { z } from 'zod'
import { beginning, correctedFacts, homeownerPeriods, spellShare } from '@/lib/associations/recorded-periods'
import type { Activity } from '@/lib/audit-log/list-activity'
import { spellDate } from '@/lib/time/spell-date'

const sentences: Record<string, string> = {
  'homeowner:added': 'Added',
  'homeowner:archived': 'Archived',
  'homeowner:restored': 'Taken out of the archive',
  'homeowner:access-revoked': 'Portal access revoked',
  'homeowner:access-restored': 'Portal access given back',
  'homeowner:invited': 'Invited to the portal',
  'homeowner:linked': 'Linked to an existing sign-in',
  'ownership:transferred': 'Ownership transferred',
  'ownership:ended': 'Ownership ended',
  'ownership:corrected': 'Ownership corrected',
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

type Period = z.output<typeof homeownerPeriods>[number]

const holder = ({ unit }: Period) => unit
const onDay = (day: string | null | undefined) => (day ? ` on ${spellDate(day)}` : '')
const lastDay = (is: Period[]) => is.find(period => period.until)?.until

function transferred(unit: string, was: Period[], is: Period[]): string {
  const [started] = beginning(was, is, holder)
  if (!started) return `No longer owner of ${unit}: transferred${onDay(lastDay(is))}`
  const share = spellShare(started.share)
  if (was.length > 0) return `Share of ${unit} became ${share}${onDay(started.from)}`
  return `Became owner of ${unit}${onDay(started.from)}${share === '100%' ? '' : ` (${share})`}`
}

function corrected(unit: string, was: Period[], is: Period[]): string {
  if (was.length === 0) return `Ownership of ${unit} added by a correction`
  if (is.length === 0) return `Ownership of ${unit} taken out by a correction`
  const { what, now } = correctedFacts(was, is, holder)
  return `${what} of the ownership of ${unit} corrected${now}`
}

const tellings: Record<string, typeof transferred> = {
  'ownership:transferred': transferred,
  'ownership:ended': (unit, _, is) => `Ownership of ${unit} ended${onDay(lastDay(is))}`,
  'ownership:corrected': corrected,
}

function ownershipSentence({ action, before, after }: Activity): string | null {
  const [was, is] = [before, after].map(side => homeownerPeriods.safeParse(side ?? []).data ?? [])
  const unit = [...(was ?? []), ...(is ?? [])][0]?.unit
  const tell = tellings[action]
  return tell && unit && was && is ? tell(unit, was, is) : null
}

/** Says in a few words what was done to a homeowner's record. */
export function describeActivity(activity: Activity): string {
  const { action, after } = activity
  if (action === 'homeowner:edited') {
    const changed = Object.keys(z.record(z.string(), z.unknown()).safeParse(after).data ?? {})
    const named = [...new Set(changed.map(name => words[name] ?? name))]
    return named.length > 0 ? `Changed ${named.join(', ')}` : 'Edited'
  }
  return ownershipSentence(activity) ?? sentences[action] ?? action
}
