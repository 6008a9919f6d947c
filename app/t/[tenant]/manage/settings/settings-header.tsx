import { PageHeader } from '@/components/ui/page-header'
import { TabNav } from '@/components/ui/tab-nav'

const tabs = [
  { href: '/manage/settings', label: 'Company' },
  { href: '/manage/settings/branding', label: 'Branding' },
]

/** The top of the settings: their parts, each a page; those who may only look have just the first. */
export function SettingsHeader({ current, all = true }: { current: string; all?: boolean }) {
  return (
    <>
      <PageHeader title="Settings" />
      {all && <TabNav tabs={tabs} current={current} label="Settings" />}
    </>
  )
}
