import type { Permission } from '@/lib/auth/permissions'

export type OverviewCounts = {
  associations: number
  units: number
  homeowners: number
  /** Homeowners with access to the portal, accepted or not. */
  onPortal: number
  /** The company's own people who may sign in. */
  team: number
  hasLogo: boolean
}

/** Something to do when a company begins; done as soon as the facts say so. */
export type Step = { id: string; title: string; detail: string; href: string; label: string; done: boolean }

type Rule = Omit<Step, 'done'> & { can: Permission; isDone: (counts: OverviewCounts) => boolean }

const rules: Rule[] = [
  {
    id: 'branding',
    title: 'Make it yours',
    detail: 'Your logo and color appear on every page and in every email.',
    href: '/manage/settings/branding',
    label: 'Set up branding',
    can: 'settings:write',
    isDone: counts => counts.hasLogo,
  },
  {
    id: 'associations',
    title: 'Bring in your associations',
    detail: 'Import a register such as the State of Florida’s, or add them one by one.',
    href: '/manage/imports/new',
    label: 'Import associations',
    can: 'import:create',
    isDone: counts => counts.associations > 0,
  },
  {
    id: 'roster',
    title: 'Bring in your homeowners',
    detail: 'Import a roster: association, unit, name, email, and since when they own.',
    href: '/manage/imports/new',
    label: 'Import a roster',
    can: 'import:create',
    isDone: counts => counts.homeowners > 0,
  },
  {
    id: 'invite',
    title: 'Invite homeowners to the portal',
    detail: 'They get an email with a link, and see their home on their phone.',
    href: '/manage/homeowners',
    label: 'Choose homeowners',
    can: 'homeowner:invite',
    isDone: counts => counts.onPortal > 0,
  },
  {
    id: 'team',
    title: 'Invite your team',
    detail: 'Five roles for staff, each limited to some associations if you like.',
    href: '/manage/people/invite',
    label: 'Invite a colleague',
    can: 'user:invite',
    isDone: counts => counts.team > 1,
  },
]

/** The first steps a person may take, each with whether it is done; nothing once all are. */
export function stepsFor(counts: OverviewCounts, may: (permission: Permission) => boolean): Step[] {
  const steps = rules
    .filter(rule => may(rule.can))
    .map(({ can: _, isDone, ...step }) => ({ ...step, done: isDone(counts) }))
  return steps.every(step => step.done) ? [] : steps
}
