import { SelectField } from '@/components/form/select-field'
import { DateField, TextField } from '@/components/form/text-field'
import { jurisdictions, months, zoneChoices } from '@/lib/associations/rules'
import { associationKinds } from '@/lib/associations/schema'

export type AssociationFacts = {
  name: string
  legalName: string | null
  kind: string
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  county: string | null
  zone: string
  fiscalYearStartMonth: number
  jurisdiction: string | null
  externalKey: string | null
  recordedOn: string | null
}

type Props = { facts?: AssociationFacts; zone: string }

function AddressFields({ facts }: Pick<Props, 'facts'>) {
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-4">
      <legend className="float-left w-full text-sm font-semibold">Address</legend>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-6">
        <TextField
          name="street"
          label="Street"
          optional
          defaultValue={facts?.street ?? ''}
          autoComplete="off"
          className="col-span-2 sm:col-span-6"
        />
        <TextField
          name="city"
          label="City"
          optional
          defaultValue={facts?.city ?? ''}
          autoComplete="off"
          className="col-span-2"
        />
        <TextField
          name="region"
          label="State"
          optional
          defaultValue={facts?.region ?? ''}
          autoComplete="off"
          className="sm:col-span-2"
        />
        <TextField
          name="postalCode"
          label="Postal code"
          optional
          defaultValue={facts?.postalCode ?? ''}
          autoComplete="off"
          className="sm:col-span-2"
        />
        <TextField
          name="county"
          label="County"
          optional
          defaultValue={facts?.county ?? ''}
          autoComplete="off"
          className="col-span-2 sm:col-span-3"
        />
        <SelectField
          name="zone"
          label="Time zone"
          hint="Dates of meetings, dues and ownership count here"
          options={zoneChoices(facts?.zone)}
          defaultValue={facts?.zone}
          className="col-span-2 sm:col-span-3"
        />
      </div>
    </fieldset>
  )
}

function LawFields({ facts }: Pick<Props, 'facts'>) {
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-4">
      <legend className="float-left w-full text-sm font-semibold">Law and books</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="jurisdiction"
          label="Governing law"
          optional
          placeholder="Not set"
          options={jurisdictions}
          defaultValue={facts?.jurisdiction ?? ''}
        />
        <SelectField
          name="fiscalYearStartMonth"
          label="Fiscal year starts in"
          options={months}
          defaultValue={String(facts?.fiscalYearStartMonth ?? 1)}
        />
        <TextField
          name="externalKey"
          label="Register number"
          optional
          hint="Imports recognize the association by it"
          defaultValue={facts?.externalKey ?? ''}
          autoComplete="off"
          maxLength={80}
        />
        <DateField
          name="recordedOn"
          label="Declaration recorded"
          optional
          defaultValue={facts?.recordedOn ?? ''}
        />
      </div>
    </fieldset>
  )
}

/** The facts about an association as fields: name and kind, address and zone, law and books. */
export function AssociationFields({ facts, zone }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label="Name"
          defaultValue={facts?.name ?? ''}
          autoFocus={facts === undefined}
          autoComplete="off"
          maxLength={200}
          className="sm:col-span-2"
        />
        <SelectField
          name="kind"
          label="Kind"
          options={[...associationKinds]}
          defaultValue={facts?.kind ?? 'condominium'}
        />
        <TextField
          name="legalName"
          label="Legal name"
          optional
          hint="When it differs from the name"
          defaultValue={facts?.legalName ?? ''}
          autoComplete="off"
          maxLength={200}
        />
      </div>
      <AddressFields facts={facts ?? emptyIn(zone)} />
      <LawFields facts={facts} />
    </>
  )
}

const emptyIn = (zone: string): AssociationFacts => ({
  name: '',
  legalName: null,
  kind: 'condominium',
  street: null,
  city: null,
  region: null,
  postalCode: null,
  county: null,
  zone,
  fiscalYearStartMonth: 1,
  jurisdiction: null,
  externalKey: null,
  recordedOn: null,
})
