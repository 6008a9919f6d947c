import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Status, type Tone } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { listTokens, type ShownToken, type TokenState } from '@/lib/api-tokens/list-tokens'
import { revokeTokenAction } from './actions'
import { NewToken } from './new-token'

export const metadata: Metadata = { title: 'API tokens' }

const states: Record<TokenState, { label: string; tone: Tone }> = {
  active: { label: 'Active', tone: 'positive' },
  expired: { label: 'Expired', tone: 'neutral' },
  revoked: { label: 'Revoked', tone: 'neutral' },
  void: { label: 'Maker is no owner', tone: 'caution' },
}

function Token({ token }: { token: ShownToken }) {
  const { id, name, prefix, scopes, madeBy, expiresAt, lastUsedAt, state } = token
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{name}</p>
        <p className="text-13 text-muted">
          <code>ptc_{prefix}_…</code> by {madeBy}; {scopes.join(', ')}
        </p>
      </div>
      <dl className="basis-60 text-13 text-muted">
        <div className="flex gap-1">
          <dt className="shrink-0">Last used</dt>
          <dd>{lastUsedAt ? <Instant at={lastUsedAt} zone="UTC" /> : 'never'}</dd>
        </div>
        <div className="flex gap-1">
          <dt className="shrink-0">Expires</dt>
          <dd>
            <Instant at={expiresAt} zone="UTC" dateOnly />
          </dd>
        </div>
      </dl>
      <span className="w-36">
        <Status tone={states[state].tone}>{states[state].label}</Status>
      </span>
      <span className="w-20 text-right">
        {state !== 'revoked' && (
          <ConfirmAction
            action={revokeTokenAction}
            values={{ tokenId: id }}
            label="Revoke"
            size="sm"
            title={`Revoke the token of ${name}?`}
            confirm="Revoke token"
            doneMessage="The token is revoked"
          >
            Whatever uses it is refused from the next request on. It cannot be undone.
          </ConfirmAction>
        )}
      </span>
    </li>
  )
}

/** The tokens with which other systems use the platform's API. */
export default platformPage({ can: 'token:manage' }, async ({ tx, admin }) => {
  const tokens = await listTokens(tx, new Date())
  return (
    <Desk admin={admin}>
      <PageHeader
        title="API tokens"
        description="Other systems make and change companies with these, in the name of the admin who made the token."
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Section title="Tokens" padded={false}>
          {tokens.length === 0 ? (
            <p className="p-4 text-muted">No other system uses the API yet.</p>
          ) : (
            <ul className="divide-y">
              {tokens.map(token => (
                <Token key={token.id} token={token} />
              ))}
            </ul>
          )}
        </Section>
        <Section title="New token">
          <NewToken />
        </Section>
      </div>
    </Desk>
  )
})
