import {
  Building2,
  DoorOpen,
  FileUp,
  House,
  type LucideIcon,
  Mail,
  ScrollText,
  Settings,
  UserRound,
  UsersRound,
} from 'lucide-react'
import type { Permission } from '@/lib/auth/permissions'
import type { FeatureId } from '@/lib/features/registry'

export type Place = {
  label: string
  href: string
  icon: LucideIcon
  can: Permission | null
  /** Shown while the company has it. */
  feature?: FeatureId
  exact?: boolean
}

/** The back office's places; a person sees those that their permissions and the company's features open. */
export const navigation: { label?: string; places: Place[] }[] = [
  { places: [{ label: 'Home', href: '/manage', icon: House, can: null, exact: true }] },
  {
    label: 'Communities',
    places: [
      { label: 'Associations', href: '/manage/associations', icon: Building2, can: 'association:read' },
      { label: 'Units', href: '/manage/units', icon: DoorOpen, can: 'unit:read' },
      { label: 'Homeowners', href: '/manage/homeowners', icon: UsersRound, can: 'homeowner:read' },
      { label: 'Imports', href: '/manage/imports', icon: FileUp, can: 'import:read' },
    ],
  },
  {
    label: 'Company',
    places: [
      { label: 'Team', href: '/manage/people', icon: UserRound, can: 'user:read' },
      { label: 'Messages', href: '/manage/messages', icon: Mail, can: 'message:read' },
      { label: 'Audit log', href: '/manage/audit', icon: ScrollText, can: 'audit:read' },
      { label: 'Settings', href: '/manage/settings', icon: Settings, can: 'settings:read' },
    ],
  },
]

/** Acts worth a place in the command menu. */
export const commands: Place[] = [
  {
    label: 'Add an association',
    href: '/manage/associations/new',
    icon: Building2,
    can: 'association:write',
  },
  { label: 'Add a homeowner', href: '/manage/homeowners/new', icon: UsersRound, can: 'homeowner:write' },
  { label: 'Import a file', href: '/manage/imports/new', icon: FileUp, can: 'import:create' },
  { label: 'Invite a colleague', href: '/manage/people/invite', icon: UserRound, can: 'user:invite' },
]
