import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatNumber } from '@/components/ui/format-number'
import type { BoardMember, MyAssociation } from '@/lib/portal/read-my-associations'
import { addressOf } from './unit-facts'

const offices: Record<string, string> = {
  president: 'President',
  'vice-president': 'Vice president',
  treasurer: 'Treasurer',
  secretary: 'Secretary',
  director: 'Director',
}

const kinds: Record<string, string> = {
  condominium: 'Condominium',
  hoa: 'Homeowners’ association',
  cooperative: 'Cooperative',
  townhome: 'Townhomes',
  master: 'Master association',
}

const monthName = (month: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1))

function Member({ member, locale }: { member: BoardMember; locale: string }) {
  const day = (on: string) => <time dateTime={on}>{formatLocalDate(on, 'medium', locale)}</time>
  return (
    <li className="flex flex-col py-2.5">
      <span className="flex justify-between gap-4">
        <span className="font-medium">{member.name}</span>
        <span>{offices[member.title] ?? member.title}</span>
      </span>
      <span className="text-muted">
        {member.endsOn ? <>Term ends {day(member.endsOn)}</> : <>Since {day(member.startsOn)}</>}
      </span>
    </li>
  )
}

/** The board of an association today, by name and term. */
export function BoardSection({ association, locale }: { association: MyAssociation; locale: string }) {
  const { board } = association
  return (
    <Section title={`Board of ${association.name}`}>
      {board.length === 0 ? (
        <p className="text-muted">No board member is on record.</p>
      ) : (
        <ul className="-my-2.5 divide-y">
          {board.map(member => (
            <Member key={`${member.title} ${member.name}`} member={member} locale={locale} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What an owner may want to know of the association itself. */
export function AssociationSection({ association, locale }: { association: MyAssociation; locale: string }) {
  const facts = [
    ['Kind', kinds[association.kind] ?? association.kind],
    ['Address', addressOf(association)],
    ['County', association.county],
    ['Units', association.unitCount > 0 && formatNumber(association.unitCount, locale)],
    ['Fiscal year starts', `${monthName(association.fiscalYearStartMonth, locale)} 1`],
  ] as const
  return (
    <Section title={`About ${association.name}`}>
      <dl className="-my-2.5 divide-y">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="flex items-baseline justify-between gap-6 py-2.5">
                <dt className="shrink-0 text-muted">{label}</dt>
                <dd className="min-w-0 break-words text-right">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}
