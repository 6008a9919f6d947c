/** What a company has done so far, read from what is there. */
export type OnboardingFacts = {
  /** Its name, contact, look or logo was changed since it was made. */
  profileTouched: boolean
  /** Services of which a key is in use: one that waits for its test, or failed it, is none. */
  credentials: number
  /** Its settings about money or messages were saved, be it as they were. */
  settingsSaved: boolean
  /** Admins who can sign in by themselves. */
  admins: number
  associations: number
  importsCommitted: number
  /** The company's own people who are not suspended. */
  team: number
}

/** Something to do when a company begins; done as soon as the facts say so. */
export type Step = { id: string; title: string; detail: string; href: string; label: string; done: boolean }

type Rule = Omit<Step, 'done'> & { isDone: (facts: OnboardingFacts) => boolean }

const rules: Rule[] = [
  {
    id: 'profile',
    title: 'Complete your profile and branding',
    detail: 'Your name, logo and color are on every page and in every email.',
    href: '/manage/settings/branding',
    label: 'Set up branding',
    isDone: facts => facts.profileTouched,
  },
  {
    id: 'credentials',
    title: 'Connect your services',
    detail: 'Keys of your own accounts for email, texts, payments and bookings, sealed before they are kept.',
    href: '/manage/settings/credentials',
    label: 'Add a key',
    isDone: facts => facts.credentials > 0,
  },
  {
    id: 'settings',
    title: 'Choose your settings',
    detail:
      'Tax, commission, statements, and the hours in which nobody is texted. Save them as they are if they suit you.',
    href: '/manage/settings/money',
    label: 'Open settings',
    isDone: facts => facts.settingsSaved,
  },
  {
    id: 'admin',
    title: 'Secure an admin’s sign-in',
    detail: 'An admin with a password, or with an address that was proved.',
    href: '/account',
    label: 'Open your account',
    isDone: facts => facts.admins > 0,
  },
  {
    id: 'import',
    title: 'Bring in what you manage',
    detail: 'Import a public register or a roster of homeowners, or add associations one by one.',
    href: '/manage/imports/new',
    label: 'Import a file',
    isDone: facts => facts.associations > 0 || facts.importsCommitted > 0,
  },
  {
    id: 'team',
    title: 'Invite your team',
    detail: 'Five roles for staff, each limited to some associations if you like.',
    href: '/manage/people/invite',
    label: 'Invite a colleague',
    isDone: facts => facts.team > 1,
  },
]

/** The six first steps, each with whether it is done. */
export function stepsFrom(facts: OnboardingFacts): Step[] {
  return rules.map(({ isDone, ...step }) => ({ ...step, done: isDone(facts) }))
}
