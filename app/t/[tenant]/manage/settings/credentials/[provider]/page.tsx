import { notFound } from 'next/navigation'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { tenantPage } from '@/lib/action/tenant-page'
import { describeVia } from '@/lib/audit-log/describe-action'
import { can } from '@/lib/auth/actor'
import { isProvider, providerTable } from '@/lib/credentials/providers'
import { readCredentials } from '@/lib/credentials/read-credentials'
import { servesInstead, servesNext } from '@/lib/credentials/rules'
import { usesList } from '@/lib/credentials/uses-list'
import { sql } from '@/lib/db/sql'
import { KeyCard } from './key-card'
import { KeyForm } from './key-form'
import { ProviderHeader } from './provider-header'
import { WhileTesting } from './while-testing'

export const metadata = { title: 'Credential' }

/** One service's keys: how each stands, another to enter, and every time one was opened. */
export default tenantPage({ can: 'credential:read' }, async ({ tx, actor, params, search, brand, today }) => {
  const provider = params.provider ?? ''
  if (!isProvider(provider)) notFound()
  const { name, use, inUse } = providerTable[provider]
  const credentials = await readCredentials(tx)
  const credential = credentials.find(each => each.provider === provider)
  const instead = servesInstead(provider, credentials)
  const mayWrite = can(actor, 'credential:write')
  const table = await loadTable(tx, usesList, search, {
    zone: brand.zone,
    where: sql`x.credential_id in (select id from app.credentials where provider = ${provider})`,
    filters: ['purpose'],
    row: row => ({ person: row.person ?? describeVia(row.via ?? '') }),
  })
  const keys = credential?.keys ?? []
  return (
    <>
      <ProviderHeader
        provider={provider}
        credential={credential}
        instead={instead}
        next={servesNext(provider, credentials)}
        mayWrite={mayWrite}
        today={today}
      />
      <div className="flex max-w-5xl flex-col gap-6">
        {instead && keys.length > 0 ? (
          <Notice title={`In reserve: ${providerTable[instead].name} is used instead.`}>
            A key of {name} is used again as soon as the keys of {providerTable[instead].name} are removed.
          </Notice>
        ) : (
          <Notice tone={inUse ? 'info' : 'caution'}>{use}</Notice>
        )}
        {keys.some(key => key.testing) && <WhileTesting />}
        {keys.map(key => (
          <KeyCard
            key={key.id}
            provider={provider}
            instead={instead}
            label={credential?.label ?? name}
            shown={key}
            zone={brand.zone}
            locale={brand.locale}
            today={today}
            mayWrite={mayWrite}
          />
        ))}
        {mayWrite && <KeyForm provider={provider} replaces={keys.length > 0} />}
        <section aria-labelledby="uses" className="flex flex-col gap-3">
          <h2 id="uses" className="text-base font-semibold">
            Access log
          </h2>
          <DataTable
            noun="uses"
            {...table}
            empty={
              <EmptyState drawing={<PaperTray />} title="Never used">
                Every time a key of {name} is used, it is written here: when, by whom and what for.
              </EmptyState>
            }
          />
        </section>
      </div>
    </>
  )
})
