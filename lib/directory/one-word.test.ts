import { expect, it } from 'vitest'
import { adminPermissionTable } from '@/lib/auth/admin-actor'
import { deadLetterList } from '@/lib/jobs/dead-letter-list'
import type { List } from '@/lib/lists/define-list'
import { describePlatformAction } from './describe-platform-action'
import { platformAuditList } from './platform-audit-list'

const lists: List[] = [platformAuditList, deadLetterList]

it('calls a tenant a company wherever people read it', () => {
  expect(describePlatformAction('tenant:deletion-requested')).toBe('Company deletion requested')
  expect(describePlatformAction('job:retried')).toBe('Job tried again')
  const words = [
    ...Object.values(adminPermissionTable).map(({ label }) => label),
    ...lists.flatMap(({ columns }) => Object.values(columns).map(({ label }) => label)),
  ]
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter(word => /tenant|organi[sz]ation/i.test(word))).toEqual([])
})
