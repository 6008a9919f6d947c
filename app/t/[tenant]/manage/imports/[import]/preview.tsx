import { Download } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatNumber } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import { Stats } from '@/components/ui/stat'
import { TabNav } from '@/components/ui/tab-nav'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type ChoiceCount, countChoice } from '@/lib/imports/count-choice'
import type { Import } from '@/lib/imports/find-import'
import { type ListedRow, listImportRows } from '@/lib/imports/list-import-rows'
import {
  type ListedCounty,
  type ListedManager,
  listCounties,
  listManagers,
} from '@/lib/imports/list-managers'
import { type RowOutcome, rowOutcomes } from '@/lib/imports/schema'
import { CommitForm } from './commit-form'
import { RowsTable } from './rows-table'

const pageRows = 50

type Loaded = {
  outcome: RowOutcome
  rows: ListedRow[]
  managers: ListedManager[]
  counties: ListedCounty[]
  whole: ChoiceCount
}

/** Loads what the result of a dry run shows: a page of rows, and of a register its companies and counties. */
export async function loadPreview(
  tx: TenantTx,
  found: Import,
  query: Record<string, string | undefined>,
): Promise<Loaded> {
  const asked = rowOutcomes.find(outcome => outcome === query.rows)
  const outcome = asked ?? (found.refusedCount > 0 ? 'refused' : found.newCount > 0 ? 'new' : 'changed')
  const after = Math.max(0, Math.trunc(Number(query.after)) || 0)
  const rows = await listImportRows(tx, found.id, { outcome, after, limit: pageRows + 1 })
  const register = found.state === 'previewed' && found.kind === 'register'
  return {
    outcome,
    rows,
    managers: register ? await listManagers(tx, found.id, '') : [],
    counties: register ? await listCounties(tx, found.id) : [],
    whole: await countChoice(tx, found.id, { managers: [], counties: [] }),
  }
}

/** What a dry run found, what to take of it, and its rows one by one. */
export function Preview({
  found,
  outcome,
  rows,
  managers,
  counties,
  whole,
  mayWrite,
  locale,
}: Loaded & { found: Import; mayWrite: boolean; locale: string }) {
  const here = `/manage/imports/${found.id}`
  const counts: Record<RowOutcome, number> = {
    new: found.newCount,
    changed: found.changedCount,
    unchanged: found.unchangedCount,
    refused: found.refusedCount,
  }
  const tabs = [
    { href: `${here}?rows=refused`, label: 'Refused', count: counts.refused },
    { href: `${here}?rows=new`, label: 'New', count: counts.new },
    { href: `${here}?rows=changed`, label: 'Changed', count: counts.changed },
    { href: `${here}?rows=unchanged`, label: 'Unchanged', count: counts.unchanged },
  ]
  return (
    <div className="flex flex-col gap-6">
      <Stats
        items={[
          {
            label: 'New',
            value: formatNumber(counts.new, locale),
            detail:
              found.kind === 'register' ? `${formatNumber(whole.units, locale)} units` : 'owners of units',
          },
          {
            label: 'Changed',
            value: formatNumber(counts.changed, locale),
            detail: 'differ from what is on record',
          },
          { label: 'Unchanged', value: formatNumber(counts.unchanged, locale), detail: 'are left alone' },
          {
            label: 'Refused',
            value: formatNumber(counts.refused, locale),
            detail: 'cannot be taken as they are',
          },
        ]}
      />
      {counts.new + counts.changed === 0 ? (
        <Notice tone="info" title="Nothing to import">
          {counts.refused > 0
            ? 'Every row that can be taken is on record already.'
            : 'Everything in this file is on record already, exactly as it stands here.'}
        </Notice>
      ) : (
        mayWrite && (
          <CommitForm
            importId={found.id}
            kind={found.kind}
            managers={managers}
            counties={counties}
            whole={whole}
            refused={counts.refused}
          />
        )
      )}
      <section aria-label="Rows of the file" className="min-w-0">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <TabNav label="Rows by result" tabs={tabs} current={`${here}?rows=${outcome}`} />
          <div className="flex flex-wrap gap-2 pb-2">
            {mayWrite && (
              <ButtonLink size="sm" href={`${here}?step=columns`}>
                Change columns
              </ButtonLink>
            )}
            {counts.refused > 0 && <RefusedLink importId={found.id} />}
          </div>
        </div>
        <Card className="mt-3 overflow-clip">
          {rows.length === 0 ? (
            <EmptyState title={`No ${outcome} rows`} />
          ) : (
            <RowsTable
              found={found}
              rows={rows}
              pageRows={pageRows}
              nextHref={after => `${here}?rows=${outcome}&after=${after}`}
            />
          )}
        </Card>
      </section>
    </div>
  )
}

/** Leads to the refused rows as a file. */
export function RefusedLink({ importId }: { importId: string }) {
  return (
    <a href={`/api/imports/${importId}/refused`} download className={buttonClass('secondary', 'sm')}>
      <Download aria-hidden />
      Download refused rows
    </a>
  )
}
