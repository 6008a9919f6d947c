'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { startPreviewAction } from '@/app/t/[tenant]/manage/imports/actions'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { type Option, Select } from '@/components/ui/select'
import type { ImportKind } from '@/lib/imports/schema'

type Props = {
  importId: string
  kind: ImportKind | null
  header: string[]
  sample: string[][]
  fields: Record<string, Option[]>
  guesses: Record<string, string[]>
}

/** Says of every column of the file what it is; guessed where a heading is known, corrected by hand. */
export function ColumnsForm({ importId, kind: recognised, header, sample, fields, guesses }: Props) {
  const router = useRouter()
  const [kind, setKind] = useState<ImportKind>(recognised ?? 'register')
  const [chosen, setChosen] = useState(guesses)
  const columns = chosen[kind] ?? []
  const choose = (column: number, field: string) =>
    setChosen({
      ...chosen,
      [kind]: columns.map((now, at) => (at === column ? field : now === field ? '' : now)),
    })
  const mapped = columns.filter(Boolean).length
  return (
    <ActionForm action={startPreviewAction} onDone={() => router.refresh()}>
      <input type="hidden" name="importId" value={importId} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          name="kind"
          label="What the file holds"
          value={kind}
          onChange={value => setKind(value as ImportKind)}
          options={[
            { value: 'register', label: 'Associations' },
            { value: 'roster', label: 'Homeowners' },
          ]}
        />
        <p className="text-13 text-muted tabular-nums">
          {mapped} of {header.length} columns matched
        </p>
      </div>
      <Card className="overflow-x-auto">
        <table className="w-full text-13">
          <thead>
            <tr className="border-b text-left text-muted">
              <th scope="col" className="px-4 py-2 font-medium">
                Column in the file
              </th>
              <th scope="col" className="px-4 py-2 font-medium max-sm:hidden">
                First values
              </th>
              <th scope="col" className="w-64 px-4 py-2 font-medium">
                What it is
              </th>
            </tr>
          </thead>
          <tbody>
            {header
              .map((heading, column) => ({ heading, column }))
              .map(({ heading, column }) => (
                <tr key={column} className="border-b last:border-b-0">
                  <th scope="row" className="px-4 py-2 text-left font-medium">
                    {heading || <span className="text-faint">Column {column + 1}</span>}
                  </th>
                  <td className="max-w-72 px-4 py-2 text-muted max-sm:hidden">
                    <span className="line-clamp-1">{examples(sample, column) || '—'}</span>
                  </td>
                  <td className="px-4 py-1.5">
                    <Select
                      name="columns[]"
                      aria-label={`What “${heading || `column ${column + 1}`}” is`}
                      value={columns[column] ?? ''}
                      onChange={event => choose(column, event.target.value)}
                      placeholder="Not imported"
                      options={fields[kind] ?? []}
                      className={cn(!columns[column] && 'text-muted')}
                    />
                    <p className="mt-1 line-clamp-1 break-all text-muted sm:hidden">
                      {examples(sample, column)}
                    </p>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>Check the file</SubmitButton>
        <p className="text-13 text-muted">Every row is checked; nothing is written yet.</p>
      </div>
    </ActionForm>
  )
}

function examples(sample: string[][], column: number): string {
  const values = sample.map(row => row[column]?.trim() ?? '').filter(Boolean)
  return [...new Set(values)].slice(0, 3).join('  ·  ')
}
