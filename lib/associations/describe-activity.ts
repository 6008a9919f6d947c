import { z } from 'zod'
import type { Activity } from '@/lib/audit-log/list-activity'
import { describeOwnership } from './describe-ownership'
import { monthName } from './rules'

const sentences: Record<string, string> = {
  'association:added': 'Added',
  'association:archived': 'Archived',
  'association:restored': 'Restored from the archive',
  'unit:added': 'Added',
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

/** A unit's name as its entries keep it: after the association's. */
function unitOf({ subjectType, subjectLabel }: Activity): string {
  const label = subjectType === 'unit' ? subjectLabel?.split(' · ').at(-1) : undefined
  return label ? `Unit ${label}` : 'The unit'
}

/** `association:register-checked` → “Register checked”. */
function spelled(action: string): string {
  const words = action.replace(/^[^:]*:/, '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function actSentence(activity: Activity): string {
  const { action, before, after } = activity
  if (action.endsWith(':edited') && !action.startsWith('board-seat')) return editSentence(activity)
  const act = seatActs[action]
  const held = seat.safeParse(after ?? before).data
  if (act && held) return `${held.name} ${act} ${held.title.replace('-', ' ')}`
  if (action === 'unit:series-added') {
    const added = series.safeParse(after).data
    return added ? `Added ${added.units} units, ${added.first} to ${added.last}` : 'Added units'
  }
  return sentences[action] ?? spelled(action)
}

/**
 * Says in a few words what was done to an association, its board or a unit.
 * @param under whose list it stands in: an association's says which unit it was
 */
export function describeActivity(activity: Activity, under: 'association' | 'unit'): string {
  const unit = unitOf(activity)
  const ownership = describeOwnership(unit, activity)
  if (ownership) return ownership
  const sentence = actSentence(activity)
  return under === 'association' && activity.subjectType === 'unit' ? `${unit}: ${sentence}` : sentence
}
