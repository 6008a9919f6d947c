import { ArrowRight } from 'lucide-react'
import { registerFields } from '@/lib/imports/register-fields'
import { Feature } from './feature'

/** Columns of the State of Florida's register as published, and the field each is taken for. */
const columns = [
  ['Project Number', 'externalKey'],
  ['Condo Name', 'name'],
  ['County', 'county'],
  ['Street City State Zip', 'address'],
  ['Units', 'units'],
  ['Recorded Date', 'recordedOn'],
  ['Managing Entity Route', 'managerRoute'],
] as const

const labelOf = (field: string) => registerFields.find(known => known.name === field)?.label ?? field

/** Importing: the register as the State publishes it, recognised. */
export function ImportSection() {
  return (
    <Feature
      id="import"
      eyebrow="Import"
      title="Bring the register you already have"
      text={
        <p>
          Hand over a CSV or Excel file as it is, up to 50 MB. Portico recognizes its encoding, its columns
          and its oddities, and shows what would happen, row by row, before anything does. We build it against
          the State of Florida’s own register: 25,808 associations, commas in names and blank dates included.
        </p>
      }
      points={[
        'A dry run first: new, changed, unchanged and refused, with a reason for every refused row.',
        'Numbered units are made from a register; homeowners come from a roster of your own.',
        'The same file again changes nothing, and an import that is interrupted goes on where it stopped.',
      ]}
    >
      <div className="overflow-hidden rounded-xl border border-line-strong bg-surface">
        <div className="flex items-center justify-between gap-4 border-b bg-sunken px-4 py-3 text-sm">
          <span className="truncate font-medium">palm-beach-broward.csv</span>
          <span className="shrink-0 text-muted">Columns recognized</span>
        </div>
        <ul className="divide-y text-sm">
          {columns.map(([column, field]) => (
            <li
              key={column}
              className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-3 px-4 py-2.5"
            >
              <code className="truncate font-mono text-13 text-muted">{column}</code>
              <ArrowRight aria-label="is" className="size-4 text-accent-ink" />
              <span className="truncate font-medium">{labelOf(field)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Feature>
  )
}
