import {
  inviteHomeownerAction,
  restoreAccessAction,
  revokeAccessAction,
} from '@/app/t/[tenant]/manage/homeowners/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { Status } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Email } from '@/components/ui/email'
import { Instant } from '@/components/ui/time'
import type { HomeownerRecord } from '@/lib/homeowners/read-homeowner'
import { portalStatuses } from '@/lib/homeowners/rules'

const sentences = {
  'not-invited': 'They get an email with a link that lets them in and, if they like, choose a password.',
  invited: 'The link in the invitation is good for seven days. Sending again ends the earlier one.',
  active: 'They can sign in and see their units.',
  revoked: 'They cannot sign in. Links sent before no longer work.',
}

function sentenceFor({ portal, email }: HomeownerRecord, canInvite: boolean): string {
  if (portal !== 'not-invited') return sentences[portal]
  if (!canInvite) return 'They cannot sign in before they are invited.'
  return email ? sentences[portal] : 'Without an email address no invitation can be sent.'
}

function Buttons({ homeowner }: { homeowner: HomeownerRecord }) {
  const values = { homeownerId: homeowner.id }
  const { portal, email, name } = homeowner
  if (portal === 'revoked')
    return (
      <ActionButton
        action={restoreAccessAction}
        values={values}
        label="Give access back"
        doneMessage="Access given back"
      />
    )
  return (
    <>
      {portal !== 'active' &&
        (email ? (
          <ActionButton
            action={inviteHomeownerAction}
            values={values}
            variant={portal === 'not-invited' ? 'primary' : 'secondary'}
            label={portal === 'not-invited' ? 'Invite to the portal' : 'Send again'}
            doneMessage={`Invitation on its way to ${email}`}
          />
        ) : (
          <ButtonLink href={`/manage/homeowners/${homeowner.id}/edit`}>Add an email address</ButtonLink>
        ))}
      {portal !== 'not-invited' && (
        <ConfirmAction
          action={revokeAccessAction}
          values={values}
          label="Revoke access"
          title={`Revoke ${name}’s access?`}
          confirm="Revoke access"
          doneMessage="Access revoked"
        >
          They are signed out everywhere at once and cannot sign in until you give access back.
        </ConfirmAction>
      )}
    </>
  )
}

/** Where a homeowner stands with the portal, and what can be done about it. */
export function PortalAccess({
  homeowner,
  canInvite,
  zone,
  locale,
}: {
  homeowner: HomeownerRecord
  canInvite: boolean
  zone: string
  locale: string
}) {
  const { access, portal } = homeowner
  const word = portalStatuses.find(status => status.value === portal)
  const instant = (at: Date | null | undefined) => at && <Instant at={at} zone={zone} locale={locale} />
  return (
    <Section title="Portal access" actions={<Status tone={word?.tone}>{word?.label}</Status>}>
      {access && (
        <Details
          className="mb-3"
          items={[
            { label: 'Signs in with', value: <Email address={access.email} /> },
            { label: 'Invited', value: instant(access.invitedAt) },
            { label: 'Last signed in', value: instant(access.lastSeenAt) },
          ]}
        />
      )}
      <p className="text-13 text-muted">{sentenceFor(homeowner, canInvite)}</p>
      {canInvite && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Buttons homeowner={homeowner} />
        </div>
      )}
    </Section>
  )
}
