import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { InviteForm } from './invite-form'

export const metadata: Metadata = { title: 'Invite a colleague' }

/** Inviting somebody to the team. */
export default tenantPage({ can: 'user:invite' }, async ({ actor, brand }) => (
  <>
    <PageHeader
      title="Invite a colleague"
      crumbs={[{ label: 'Team', href: '/manage/people' }, { label: 'Invite a colleague' }]}
      description={`They get an email from ${brand.name} with a link that is good for seven days.`}
    />
    <Card className="max-w-2xl p-5">
      <InviteForm mayMakeAdmins={actor.role === 'admin'} />
    </Card>
  </>
))
