import { TextField } from '@/components/form/text-field'
import { formatPhone } from '@/lib/phone/format-phone'

export type HomeownerFacts = {
  name: string
  email: string | null
  phone: string | null
  mailingStreet: string | null
  mailingCity: string | null
  mailingRegion: string | null
  mailingPostalCode: string | null
  mailingCountry: string | null
}

const mailing: {
  name: keyof HomeownerFacts
  label: string
  /** How far it reaches: half a row everywhere, or wider. */
  className?: string
  hint?: string
  maxLength?: number
}[] = [
  { name: 'mailingStreet', label: 'Street', className: 'col-span-2' },
  { name: 'mailingCity', label: 'City', className: 'col-span-2 sm:col-span-1' },
  { name: 'mailingRegion', label: 'State or region', className: 'col-span-2 sm:col-span-1' },
  { name: 'mailingPostalCode', label: 'Postal code', className: 'col-span-2 sm:col-span-1' },
  {
    name: 'mailingCountry',
    label: 'Country',
    hint: 'Two letters, such as CA; empty for the United States',
    maxLength: 2,
    className: 'col-span-2 sm:col-span-1',
  },
]

function MailingFields({ facts }: { facts?: HomeownerFacts }) {
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-4">
      <legend className="float-left w-full text-sm font-semibold">Mailing address</legend>
      <div className="grid grid-cols-2 gap-4">
        {mailing.map(field => (
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
  )
}

type Props = {
  facts?: HomeownerFacts
  focusName?: boolean
  /** Support in as a guest, who sees the address and cannot change it. */
  guest: boolean
}

/** The facts about a homeowner as fields: who, how to reach them, where their mail goes. */
export function HomeownerFields({ facts, focusName, guest }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label="Name"
          hint="A person, or a company or trust that owns"
          defaultValue={facts?.name ?? ''}
          autoFocus={focusName}
          autoComplete="off"
          maxLength={200}
          className="sm:col-span-2"
        />
        <TextField
          name="email"
          label="Email"
          optional
          hint={
            guest ? 'Invitations go here, so guests cannot change it' : 'Invitations and messages go here'
          }
          readOnly={guest}
          type="email"
          defaultValue={facts?.email ?? ''}
          autoComplete="off"
        />
        <TextField
          name="phone"
          label="Phone"
          optional
          type="tel"
          defaultValue={facts?.phone ? formatPhone(facts.phone) : ''}
          autoComplete="off"
        />
      </div>
      <MailingFields facts={facts} />
    </>
  )
}
