import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EditForm } from '@/app/t/[tenant]/manage/edit-form'
import { editHomeownerAction } from '@/app/t/[tenant]/manage/homeowners/actions'
import { HomeownerFields } from '@/app/t/[tenant]/manage/homeowners/homeowner-fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { readHomeowner } from '@/lib/homeowners/read-homeowner'

export const metadata: Metadata = { title: 'Edit homeowner' }

/** Changes a homeowner's facts. */
export default tenantPage({ can: 'homeowner:write' }, async ({ tx, actor, params }) => {
  const homeowner = await readHomeowner(tx, params.homeowner ?? '')
  if (!homeowner) notFound()
  const { id, name, email, phone, portal, access } = homeowner
  const { mailingStreet, mailingCity, mailingRegion, mailingPostalCode, mailingCountry } = homeowner
  const mailing = { mailingStreet, mailingCity, mailingRegion, mailingPostalCode, mailingCountry }
  const facts = { name, email, phone, ...mailing }
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[
          { label: 'Homeowners', href: '/manage/homeowners' },
          { label: name, href: `/manage/homeowners/${id}` },
          { label: 'Edit' },
        ]}
        title={`Edit ${name}`}
      />
      {access && portal === 'active' && (
        <Notice className="mb-4">
          They sign in with {access.email}. Changing the email here changes where messages go, not how they
          sign in.
        </Notice>
      )}
      <Card className="p-5">
        <EditForm
          action={editHomeownerAction}
          record={{ name: 'homeownerId', id }}
          seen={homeowner.updatedAt}
          href={`/manage/homeowners/${id}`}
        >
          <HomeownerFields facts={facts} guest={actor.guest !== null} />
        </EditForm>
      </Card>
    </div>
  )
})
