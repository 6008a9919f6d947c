import { TextField } from '@/components/form/text-field'

/** A unit's facts as they are typed. */
export type UnitFacts = {
  label: string
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  voteWeight: string
  assessmentShare: string
}

/** Votes and assessment share, exactly. */
export function FractionFields({ facts }: { facts?: Pick<UnitFacts, 'voteWeight' | 'assessmentShare'> }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="voteWeight"
        label="Votes"
        hint="A number or fraction"
        defaultValue={facts?.voteWeight ?? '1'}
        autoComplete="off"
        maxLength={40}
      />
      <TextField
        name="assessmentShare"
        label="Assessment share"
        optional
        hint="Exactly, such as 1/120 or 0.8333%. Empty: an equal part."
        defaultValue={facts?.assessmentShare ?? ''}
        autoComplete="off"
        maxLength={40}
      />
    </div>
  )
}

const address = [
  { name: 'street', label: 'Street', className: 'col-span-2 sm:col-span-3' },
  { name: 'city', label: 'City', className: 'col-span-2 sm:col-span-1' },
  { name: 'region', label: 'State' },
  { name: 'postalCode', label: 'Postal code' },
] as const

/** The facts about a unit as fields. */
export function UnitFields({ facts }: { facts?: UnitFacts }) {
  return (
    <>
      <TextField
        name="label"
        label="Number or name"
        hint="As on its door: 101, PH-2"
        defaultValue={facts?.label ?? ''}
        autoComplete="off"
        maxLength={40}
        className="max-w-64"
      />
      <FractionFields facts={facts} />
      <fieldset className="flex flex-col gap-3 border-t pt-4">
        <legend className="float-left w-full text-sm font-semibold">
          Address <span className="font-normal text-muted">when it differs from the association’s</span>
        </legend>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          {address.map(field => (
            <TextField
              key={field.name}
              {...field}
              optional
              defaultValue={facts?.[field.name] ?? ''}
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
