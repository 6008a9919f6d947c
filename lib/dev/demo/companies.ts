import type { Role } from '@/lib/auth/permissions'

export type DemoPerson = { name: string; role: Role; limitedTo?: number; suspended?: boolean }

export type DemoCompany = {
  slug: string
  name: string
  kind: 'associations' | 'rentals' | 'both'
  accent: string
  supportPhone: string
  admin: string
  people: DemoPerson[]
  /** Percent of homeowners who have access to the portal. */
  onPortal: number
  invited: { name: string; role: Role }[]
  /** Calls of the API on a working day. */
  callsADay: number
}

/** The demo's three companies: a large one, a small one, and one that does both. */
export const demoCompanies: DemoCompany[] = [
  {
    slug: 'seabreeze',
    name: 'Seabreeze Association Management',
    kind: 'associations',
    accent: '#0f5f86',
    supportPhone: '+1 561 555 0140',
    admin: 'Marisol Vega',
    people: [
      { name: 'Daniel Okafor', role: 'manager' },
      { name: 'Helen Strauss', role: 'accountant' },
      { name: 'Theo Lindqvist', role: 'staff' },
      { name: 'Priya Raman', role: 'staff', limitedTo: 2 },
      { name: 'Walter Finch', role: 'staff', suspended: true },
      { name: 'Carla Benitez', role: 'agent' },
      { name: 'Joan Whitfield', role: 'homeowner' },
    ],
    onPortal: 14,
    invited: [{ name: 'Ines Carvalho', role: 'manager' }],
    callsADay: 1400,
  },
  {
    slug: 'palm-and-pier',
    name: 'Palm & Pier Community Care',
    kind: 'associations',
    accent: '#b3522c',
    supportPhone: '+1 239 555 0118',
    admin: 'Ruth Calloway',
    people: [
      { name: 'Samir Haddad', role: 'manager' },
      { name: 'Louis Petit', role: 'homeowner' },
    ],
    onPortal: 40,
    invited: [],
    callsADay: 0,
  },
  {
    slug: 'gulfline',
    name: 'Gulfline Homes & Stays',
    kind: 'both',
    accent: '#6b3f8f',
    supportPhone: '+1 941 555 0163',
    admin: 'Nathan Brooks',
    people: [
      { name: 'Elena Marchetti', role: 'manager' },
      { name: 'George Tan', role: 'accountant' },
      { name: 'Amara Diallo', role: 'staff' },
      { name: 'Oscar Lindgren', role: 'agent' },
      { name: 'Vivian Sterling', role: 'owner' },
      { name: 'Peter Novak', role: 'homeowner' },
    ],
    onPortal: 22,
    invited: [{ name: 'Megan Doyle', role: 'agent' }],
    callsADay: 320,
  },
]

/** The platform's own people. */
export const demoAdmins = [
  { name: 'Iris Hartwell', role: 'owner' },
  { name: 'Bernard Cole', role: 'billing' },
  { name: 'Sofia Lund', role: 'support' },
] as const

/** A person's address: `joan.whitfield@seabreeze.example`. */
export function emailAt(name: string, domain: string): string {
  return `${name.toLowerCase().replace(/ +/g, '.')}@${domain}.example`
}
