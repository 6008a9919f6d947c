import { SelectField } from '@/components/form/select-field'
import { DateField } from '@/components/form/text-field'
import { titles } from '@/lib/board-seats/rules'

/** Office and term of a seat. */
export function TermFields({ term }: { term: { title: string; startsOn: string; endsOn: string | null } }) {
  return (
    <>
      <SelectField name="title" label="Office" options={[...titles]} defaultValue={term.title} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="startsOn" label="First day" defaultValue={term.startsOn} />
        <DateField
          name="endsOn"
          label="No longer on"
          hint="Empty while the end is open"
          optional
          defaultValue={term.endsOn ?? ''}
        />
      </div>
    </>
  )
}
