import { TabNav } from '@/components/ui/tab-nav'

/** The team's two pages: the people, and what each role may do. */
export function TeamTabs({ current }: { current: '/manage/people' | '/manage/people/roles' }) {
  return (
    <div className="mb-4">
      <TabNav
        label="Team"
        current={current}
        tabs={[
          { href: '/manage/people', label: 'People' },
          { href: '/manage/people/roles', label: 'Roles and permissions' },
        ]}
      />
    </div>
  )
}
