import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { UserActor } from '@/lib/auth/actor'
import { permissionsOf } from '@/lib/auth/permissions'
import type { TenantId } from '@/lib/db/in-tenant'
import { SettingsHeader } from './settings-header'

vi.mock('next/navigation', () => ({ usePathname: () => '/manage/settings', useRouter: () => ({}) }))

const admin: UserActor = {
  kind: 'user',
  tenantId: '00000000-0000-4000-8000-000000000000' as TenantId,
  userId: 'u',
  sessionId: 's',
  name: 'Ana',
  email: 'ana@example.com',
  role: 'admin',
  scope: 'all',
  guest: null,
  permissions: permissionsOf('admin'),
}
const tabs = (features: string[]) =>
  renderToStaticMarkup(
    createElement(SettingsHeader, {
      current: '/manage/settings',
      actor: admin,
      account: { state: 'active', trialEndsAt: '2026-01-01T00:00:00Z', available: features, features },
    }),
  )

it('shows the parts of the settings whose feature the company has, and of the others none', () => {
  expect(tabs(['custom-domain'])).toContain('href="/manage/settings/domain"')
  expect(tabs([])).not.toContain('href="/manage/settings/domain"')
  expect(tabs([])).toContain('href="/manage/settings/features"')
})
