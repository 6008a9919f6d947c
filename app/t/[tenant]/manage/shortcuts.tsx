import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Section } from '@/components/ui/card'
import { can, type UserActor } from '@/lib/auth/actor'
import { navigation } from './navigation'

const said: Record<string, string> = {
  '/manage/associations': 'Each with its units, board and facts',
  '/manage/units': 'Find one by its number, address or association',
  '/manage/homeowners': 'Find one by name, email or phone',
  '/manage/imports': 'Files brought in, and what became of their rows',
}

/** Where the work is, for people whom neither first steps nor the audit log greet. */
export function Shortcuts({ actor }: { actor: UserActor }) {
  const places = navigation
    .flatMap(group => group.places)
    .filter(place => said[place.href] && (place.can === null || can(actor, place.can)))
  return (
    <Section title="Go to" padded={false}>
      <ul className="divide-y">
        {places.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex items-center gap-3 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{label}</span>
                <span className="block text-13 text-muted">{said[href]}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
