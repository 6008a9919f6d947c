import { ButtonLink } from '@/components/ui/button'
import { Card, Section } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import { type FileProblem, fileProblems } from '@/lib/imports/file-problem'
import type { Import } from '@/lib/imports/find-import'
import type { ListedRow } from '@/lib/imports/list-import-rows'
import { ControlTable } from './control-table'
import { describeWritten } from './describe-written'
import { RefusedLink } from './preview'
import { ReadingForm } from './reading-form'
import { RowsTable } from './rows-table'

const pageRows = 50

/** How an import ended: what it wrote and the account of it, or why it did not. */
export function Ended({
  found,
  rows,
  mayWrite,
  locale,
}: {
  found: Import
  rows: ListedRow[]
  mayWrite: boolean
  locale: string
}) {
  return (
    <div className="flex flex-col gap-6">
      {found.state === 'done' && <Done found={found} locale={locale} />}
      {found.state === 'cancelled' && (
        <Notice title="This import was cancelled" action={<AgainLink />}>
          {found.committedAt
            ? `It had written ${describeWritten(found.written, found.kind, locale)}. That stays; importing the file again goes on from there.`
            : 'Nothing was written.'}
        </Notice>
      )}
      {found.state === 'failed' && <Failed found={found} mayWrite={mayWrite} />}
      {found.refusedCount > 0 && rows.length > 0 && (
        <Section
          title={`${formatNumber(found.refusedCount, locale)} refused ${found.refusedCount === 1 ? 'row' : 'rows'}`}
          description="Correct them in the downloaded file and import it again."
          actions={<RefusedLink importId={found.id} />}
          padded={false}
        >
          <RowsTable
            found={found}
            rows={rows}
            pageRows={pageRows}
            nextHref={after => `/manage/imports/${found.id}?after=${after}`}
            locale={locale}
          />
        </Section>
      )}
    </div>
  )
}

function Done({ found, locale }: { found: Import; locale: string }) {
  const register = found.kind === 'register'
  return (
    <>
      <Notice
        tone={found.control?.equal ? 'positive' : 'caution'}
        live
        title={found.control?.equal ? 'Imported, and the totals agree' : 'Imported, but the totals differ'}
        action={
          <ButtonLink
            variant="primary"
            size="sm"
            href={register ? '/manage/associations' : '/manage/homeowners'}
          >
            {register ? 'See associations' : 'See homeowners'}
          </ButtonLink>
        }
      >
        {describeWritten(found.written, found.kind, locale)}.
      </Notice>
      {found.control && <ControlTable control={found.control} locale={locale} />}
      {register && (
        <Card className="flex flex-wrap items-center justify-between gap-3 p-4">
          <p className="text-muted">Next: bring in the homeowners of these associations.</p>
          <ButtonLink href="/manage/imports/new">Import a roster</ButtonLink>
        </Card>
      )}
    </>
  )
}

function Failed({ found, mayWrite }: { found: Import; mayWrite: boolean }) {
  const problem = fileProblems[found.problem as FileProblem] ?? fileProblems.unexpected
  const text = ['no_header', 'quote_not_closed', 'row_too_long'].includes(found.problem ?? '')
  return (
    <>
      <Notice tone="critical" title="This file could not be read" action={<AgainLink />}>
        {problem}
        {found.problemRow ? ` It is in row ${found.problemRow}.` : ''}
      </Notice>
      {text && mayWrite && (
        <Section
          title="Read it differently"
          description="Say which row holds the headings, or how the file is written."
        >
          <div className="max-w-md">
            <ReadingForm
              importId={found.id}
              csv={found.format !== 'xlsx'}
              encoding=""
              delimiter=""
              headerRow=""
            />
          </div>
        </Section>
      )}
    </>
  )
}

function AgainLink() {
  return (
    <ButtonLink size="sm" href="/manage/imports/new">
      Import another file
    </ButtonLink>
  )
}
