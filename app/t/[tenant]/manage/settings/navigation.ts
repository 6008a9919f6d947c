import type { Permission } from '@/lib/auth/permissions'
import type { FeatureId } from '@/lib/features/registry'

/** A part of the settings, a page of its own; shown to whoever may open it. */
export type SettingsPart = { label: string; href: string; can: Permission; feature?: FeatureId }

/** The parts of the settings, in the order of their tabs. */
export const settingsNavigation: SettingsPart[] = [
  { label: 'Company', href: '/manage/settings', can: 'settings:read' },
  { label: 'Branding', href: '/manage/settings/branding', can: 'settings:write' },
  { label: 'Money and tax', href: '/manage/settings/money', can: 'settings:read' },
  { label: 'Messages', href: '/manage/settings/messages', can: 'settings:read' },
  { label: 'Features', href: '/manage/settings/features', can: 'settings:read' },
  { label: 'Domain', href: '/manage/settings/domain', can: 'settings:write', feature: 'custom-domain' },
  { label: 'Credentials', href: '/manage/settings/credentials', can: 'credential:read' },
  { label: 'Support access', href: '/manage/settings/support', can: 'support:grant' },
  { label: 'Billing', href: '/manage/settings/billing', can: 'billing:read' },
  { label: 'Usage', href: '/manage/settings/usage', can: 'billing:read' },
]
