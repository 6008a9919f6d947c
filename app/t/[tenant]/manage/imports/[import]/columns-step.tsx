import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import type { Import } from '@/lib/imports/find-import'
import { guessMapping } from '@/lib/imports/guess-mapping'
import { fieldsOf, importKinds } from '@/lib/imports/schema'
import { ColumnsForm } from './columns-form'
import { ReadingForm } from './reading-form'
import { encodingLabels, separatorLabels } from './words'

/** Lets the person confirm what each column is, and correct how the file was read. */
export function ColumnsStep({ found, mayWrite }: { found: Import; mayWrite: boolean }) {
  const guesses = Object.fromEntries(importKinds.map(kind => [kind, columnsOf(found, kind)]))
  const fields = Object.fromEntries(
    importKinds.map(kind => [kind, fieldsOf(kind).map(({ name, label }) => ({ value: name, label }))]),
  )
  const reading = [
    { label: 'Format', value: found.format === 'xlsx' ? 'Excel workbook' : 'CSV' },
    { label: 'Sheet', value: found.sheetName },
    { label: 'Encoding', value: encodingLabels[found.encoding ?? ''] ?? found.encoding },
    { label: 'Separator', value: separatorLabels[found.delimiter ?? ''] },
    { label: 'Headings in row', value: found.headerRow },
  ].filter(({ value }) => value !== null && value !== undefined)
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        {mayWrite ? (
          <ColumnsForm
            importId={found.id}
            kind={found.kind}
            header={found.header}
            sample={found.sample}
            fields={fields}
            guesses={guesses}
          />
        ) : (
          <Notice title="Waiting for somebody to confirm the columns">Your role lets you look on.</Notice>
        )}
      </div>
      <Section title="How it was read">
        <div className="flex flex-col gap-4">
          <Details items={reading} />
          {mayWrite && (
            <ReadingForm
              importId={found.id}
              csv={found.format === 'csv'}
              encoding={found.encoding ?? ''}
              delimiter={found.delimiter ?? ''}
              headerRow={String(found.headerRow ?? '')}
            />
          )}
        </div>
      </Section>
    </div>
  )
}

/** For each column its field: as chosen for the import's own kind, as guessed for the other. */
function columnsOf(found: Import, kind: (typeof importKinds)[number]): string[] {
  const mapping = kind === found.kind ? found.mapping : guessMapping(found.header, kind)
  return found.header.map((_, column) => Object.keys(mapping).find(field => mapping[field] === column) ?? '')
}
