import { z } from 'zod'
import type { Activity } from '@/lib/audit-log/list-activity'
import { monthName } from './rules'

const sentences: Record<string, string> = {
  'association:added': 'Added',
  'association:imported': 'Imported',
  'association:archived': 'Archived',
  'association:restored': 'Restored from the archive',
  'unit:added': 'Added',
  'unit:imported': 'Imported',
  'unit:archived': 'Archived',
  'unit:restored': 'Restored from the archive',
  'ownership:transferred': 'Ownership transferred',
  'ownership:ended': 'Ownership ended',
  'ownership:corrected': 'Ownership corrected',
}

const words: Record<string, string> = {
  name: 'name',
  legalName: 'legal name',
  kind: 'kind',
  street: 'street',
  city: 'city',
  region: 'state',
  postalCode: 'postal code',
  county: 'county',
  zone: 'time zone',
  fiscalYearStartMonth: 'start of the fiscal year',
  jurisdiction: 'law',
  externalKey: 'register number',
  recordedOn: 'recording date',
  label: 'number',
  voteWeight: 'votes',
  assessmentShare: 'assessment share',
}

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const seat = z.object({ name: z.string(), title: z.string() })
const series = z.object({ units: z.number(), first: z.string(), last: z.string() })
const owners = z.array(z.object({ owner: z.string() }))

const said = (field: string, value: string | number | null | undefined) => {
  if (value === null || value === undefined || value === '') return 'nothing'
  return field === 'fiscalYearStartMonth' ? monthName(Number(value)) : String(value)
}

function editSentence({ before, after }: Activity): string {
  const [was, is] = [facts.safeParse(before).data ?? {}, facts.safeParse(after).data ?? {}]
  const fields = Object.keys(is)
  const [only] = fields
  if (only && fields.length === 1)
    return `Changed ${words[only] ?? only} from ${said(only, was[only])} to ${said(only, is[only])}`
  return fields.length > 0 ? `Changed ${fields.map(field => words[field] ?? field).join(', ')}` : 'Edited'
}

const seatActs: Record<string, string> = {
  'board-seat:added': 'joined the board as',
  'board-seat:edited': 'has a corrected term as',
  'board-seat:ended': 'left the board as',
  'board-seat:removed': 'was taken off the record as',
}

function ownerSentence(sentence: string, { before, after }: Activity): string {
  const name = (side: unknown) =>
    [...new Set((owners.safeParse(side).data ?? []).map(one => one.owner))].join(', ')
  const [from, to] = [name(before), name(after)]
  if (!from && !to) return sentence
  return to ? `${sentence}${from ? ` from ${from}` : ''} to ${to}` : `${sentence}: ${from}`
}

/** `association:register-checked` → “Register checked”. */
function spelled(action: string): string {
  const words = action.replace(/^[^:]*:/, '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Says in a few words what was done to an association, its board or a unit. */
export function describeActivity(activity: Activity): string {
  const { action, before, after } = activity
  if (action.endsWith(':edited') && !action.startsWith('board-seat')) return editSentence(activity)
  const act = seatActs[action]
  const held = seat.safeParse(after ?? before).data
  if (act && held) return `${held.name} ${act} ${held.title.replace('-', ' ')}`
  if (action === 'unit:series-added') {
    const added = series.safeParse(after).data
    return added ? `Added ${added.units} units, ${added.first} to ${added.last}` : 'Added units'
  }
  const sentence = sentences[action] ?? spelled(action)
  return action.startsWith('ownership:') ? ownerSentence(sentence, activity) : sentence
}
