import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Instant } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import { listGrants } from '@/lib/support-access/list-grants'
import { revokeSupportAction } from './actions'
import { GrantForm } from './grant-form'
import { GrantHistory } from './grant-history'

export const metadata = { title: 'Support access' }

/** Letting Portico's support in, taking it back, and what came of it. */
export default tenantPage({ can: 'support:grant' }, async ({ tx, actor, account, brand }) => {
  const grants = await listGrants(tx, new Date())
  return (
    <>
      <SettingsHeader current="/manage/settings/support" actor={actor} account={account} />
      <div className="flex max-w-3xl flex-col gap-5">
        {grants
          .filter(grant => grant.inForce)
          .map(grant => (
            <Notice
              key={grant.id}
              tone="caution"
              title={
                <>
                  Portico’s support may come in until <Instant at={grant.expiresAt} zone={brand.zone} zoned />
                </>
              }
              action={
                <ConfirmAction
                  action={revokeSupportAction}
                  values={{ grantId: grant.id }}
                  label="End access"
                  size="sm"
                  title="End support access?"
                  confirm="End access"
                  doneMessage="Support access ended"
                >
                  Whoever is here as your guest is signed out with their next click.
                </ConfirmAction>
              }
            >
              {grant.purpose}
            </Notice>
          ))}
        <Section
          title="Let Portico’s support in"
          description="Nobody of Portico sees anything of your company unless you let them in. A guest works like a manager, with a banner on every page, and cannot touch sign-in, people and their addresses, permissions, imports, keys, settings or bills. Every page they open is in your audit log."
        >
          <GrantForm />
        </Section>
        <Section title="History" padded={false}>
          {grants.length === 0 ? (
            <p className="p-4 text-muted">You have never let Portico’s support in.</p>
          ) : (
            <GrantHistory grants={grants} zone={brand.zone} />
          )}
        </Section>
      </div>
    </>
  )
})
