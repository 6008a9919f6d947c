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
import { type FoundChoice, findChoice } from '@/lib/imports/find-choice'
import type { Import } from '@/lib/imports/find-import'
import { type ListedRow, listImportRows } from '@/lib/imports/list-import-rows'
import {
  type ListedCounty,
  type ListedManager,
  listCounties,
  listManagers,
} from '@/lib/imports/list-managers'
import { type RegisterChoice, type RowOutcome, rowOutcomes } from '@/lib/imports/schema'
import { choiceHref } from './choice-address'
import { CommitForm } from './commit-form'
import { RowsTable } from './rows-table'

const pageRows = 50

type Loaded = {
  outcome: RowOutcome
  /** The outcome that the address asks for, if it does. */
  rowsShown: RowOutcome | undefined
  rows: ListedRow[]
  managers: ListedManager[]
  counties: ListedCounty[]
  chosen: FoundChoice
  /** What the choice comes to. */
  count: ChoiceCount
}

/**
 * Loads what the result of a dry run shows: a page of rows, and of a register its companies and counties. What the
 * address chooses of these narrows rows and figures.
 */
export async function loadPreview(
  tx: TenantTx,
  found: Import,
  query: Record<string, string | undefined>,
  asked: RegisterChoice,
): Promise<Loaded> {
  const register = found.state === 'previewed' && found.kind === 'register'
  const chosen = register ? await findChoice(tx, found.id, asked) : { managers: [], counties: [] }
  const choice = keysOf(chosen)
  const count = await countChoice(tx, found.id, choice)
  const narrowed = choice.managers.length + choice.counties.length > 0
  const first = found.refusedCount > 0 && !narrowed ? 'refused' : count.new > 0 ? 'new' : 'changed'
  const rowsShown = rowOutcomes.find(outcome => outcome === query.rows)
  const outcome = rowsShown ?? first
  const after = Math.max(0, Math.trunc(Number(query.after)) || 0)
  const rows = await listImportRows(tx, found.id, { outcome, after, limit: pageRows + 1, choice })
  return {
    outcome,
    rowsShown,
    rows,
    managers: register ? await listManagers(tx, found.id, '') : [],
    counties: register ? await listCounties(tx, found.id) : [],
    chosen,
    count,
  }
}

function keysOf({ managers, counties }: FoundChoice): RegisterChoice {
  return { managers: managers.map(({ key }) => key), counties }
}

/** What a dry run found, what to take of it, and its rows one by one. */
export function Preview({
  found,
  outcome,
  rowsShown,
  rows,
  managers,
  counties,
  chosen,
  count,
  mayWrite,
  locale,
}: Loaded & { found: Import; mayWrite: boolean; locale: string }) {
  const here = `/manage/imports/${found.id}`
  const counts: Record<RowOutcome, number> = {
    new: count.new,
    changed: count.changed,
    unchanged: count.unchanged,
    refused: found.refusedCount,
  }
  const hrefOf = (rows: RowOutcome, after?: number) =>
    choiceHref(found.id, keysOf(chosen), { rows, after: after?.toString() })
  const tab = (name: RowOutcome, label: string) => ({
    href: hrefOf(name),
    label,
    count: formatNumber(counts[name], locale),
  })
  const tabs = [
    tab('refused', 'Refused'),
    tab('new', 'New'),
    tab('changed', 'Changed'),
    tab('unchanged', 'Unchanged'),
  ]
  return (
    <div className="flex flex-col gap-6">
      <Counts counts={counts} units={found.kind === 'register' ? count.units : null} locale={locale} />
      {found.newCount + found.changedCount === 0 ? (
        <Notice tone="info" title="Nothing to import">
          {nothingToImport(counts)}
        </Notice>
      ) : (
        mayWrite && (
          <CommitForm
            importId={found.id}
            kind={found.kind}
            managers={managers}
            counties={counties}
            chosen={chosen}
            count={count}
            refused={counts.refused}
            rowsShown={rowsShown}
          />
        )
      )}
      <section aria-label="Rows of the file" className="min-w-0">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <TabNav label="Rows by result" tabs={tabs} current={hrefOf(outcome)} />
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
              nextHref={after => hrefOf(outcome, after)}
              locale={locale}
            />
          )}
        </Card>
      </section>
    </div>
  )
}

/** How many rows of a dry run came out how; the units of a register stand beside its new associations. */
function Counts({
  counts,
  units,
  locale,
}: {
  counts: Record<RowOutcome, number>
  units: number | null
  locale: string
}) {
  const item = (name: RowOutcome, label: string, detail: string) => ({
    label,
    value: formatNumber(counts[name], locale),
    detail,
  })
  return (
    <Stats
      items={[
        item('new', 'New', units === null ? 'owners of units' : `${formatNumber(units, locale)} units`),
        item('changed', 'Changed', 'differ from what is on record'),
        item('unchanged', 'Unchanged', 'are left alone'),
        item('refused', 'Refused', 'cannot be taken as they are'),
      ]}
    />
  )
}

function nothingToImport({ unchanged, refused }: Record<RowOutcome, number>): string {
  if (unchanged === 0) return 'No row of this file can be taken as it is. Below is why, row by row.'
  if (refused > 0) return 'Every row that can be taken is on record already.'
  return 'Everything in this file is on record already, exactly as it stands here.'
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
