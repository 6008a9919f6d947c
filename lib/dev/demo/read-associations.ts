import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { newId } from '@/lib/db/new-id'
import { parseRegisterRow, type RegisterRow } from '@/lib/imports/parse-register-row'
import { registerFields } from '@/lib/imports/register-fields'
import type { RegisterField } from '@/lib/imports/schema'

export type DemoAssociation = RegisterRow & { id: string; fiscalYearStartMonth: number }

const heading = (field: RegisterField) =>
  registerFields.find(known => known.name === field)?.headings.split('|')[0] ?? ''

/** Reads a company's excerpt of the register. */
export function readRegister(slug: string): Buffer {
  return readFileSync(new URL(`./${slug}.csv`, import.meta.url))
}

/** Reads a company's associations from its excerpt of the register, as an import would. */
export function readAssociations(slug: string): DemoAssociation[] {
  const rows: Record<string, string>[] = parse(readRegister(slug), {
    columns: (names: string[]) => names.map(name => name.toLowerCase()),
  })
  return rows.map((row, index) => {
    const parsed = parseRegisterRow(field => row[heading(field)] ?? '')
    if (!parsed.ok) throw new Error(`row ${index + 1} of ${slug}.csv: ${JSON.stringify(parsed.messages)}`)
    return { ...parsed.value, id: newId(), fiscalYearStartMonth: index % 5 === 0 ? 7 : 1 }
  })
}
