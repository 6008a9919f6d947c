import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { UserActor } from '@/lib/auth/actor'
import { permissionsOf, type Role } from '@/lib/auth/permissions'
import type { TenantId } from '@/lib/db/in-tenant'
import { MissingFeature } from './missing-feature'

const somebody = (role: Role): UserActor => ({
  kind: 'user',
  tenantId: '00000000-0000-4000-8000-000000000000' as TenantId,
  userId: 'u',
  sessionId: 's',
  name: 'Ana',
  email: 'ana@example.com',
  role,
  scope: 'all',
  guest: null,
  permissions: permissionsOf(role),
})
const drawn = (role: Role, available: string[]) =>
  renderToStaticMarkup(
    createElement(MissingFeature, {
      feature: 'api',
      actor: somebody(role),
      account: { state: 'active', trialEndsAt: '2026-01-01T00:00:00Z', available, features: [] },
    }),
  )

describe('MissingFeature', () => {
  it('leads whoever sees the bill to the plans, and others to their admin', () => {
    expect(drawn('admin', [])).toContain('REST API is not in your plan')
    expect(drawn('admin', [])).toContain('href="/manage/settings/billing"')
    expect(drawn('staff', [])).not.toContain('/manage/settings/billing')
    expect(drawn('staff', [])).toContain('An admin of your company can change the plan.')
  })

  it('leads to the switch when only that is in the way', () => {
    expect(drawn('admin', ['api'])).toContain('REST API is switched off')
    expect(drawn('admin', ['api'])).toContain('href="/manage/settings/features"')
    expect(drawn('manager', ['api'])).not.toContain('/manage/settings/features')
  })
})
