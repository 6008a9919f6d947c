import { clip } from './clip'
import { identifyManager, type Manager } from './identify-manager'
import { noDate, readDate } from './read-date'
import { resolveCounty } from './resolve-county'
import type { ParsedRow, RegisterField, RowMessage } from './schema'
import { type Address, readPostalCode, splitAddress } from './split-address'
import { collapseSpaces, tidyName } from './tidy-name'

/** The largest number of units one association may bring; the largest real one has under two thousand. */
const maxUnits = 20_000

export type RegisterRow = {
  externalKey: string | null
  fileNumber: string | null
  /** As people write it, and as the register prints it. */
  name: string
  publishedName: string
  /** As the register prints it, e.g. Dade; `canonicalCounty` says Miami-Dade. */
  county: string | null
  canonicalCounty: string | null
  zone: string | null
  address: Address
  unitCount: number
  recordedOn: string | null
  primaryStatus: string | null
  secondaryStatus: string | null
  manager: Manager | null
  managingEntity: { number: string | null; name: string | null; route: string | null; address: Address }
}

/**
 * Reads one row of a register of associations.
 * @param cell gives the text of a field, '' when it is not mapped
 * @returns every refusal of the row at once; what was left out or looks odd is told in `notes`
 */
export function parseRegisterRow(cell: (field: RegisterField) => string): ParsedRow<RegisterRow> {
  const messages: RowMessage[] = []
  const notes: RowMessage[] = []
  const publishedName = collapseSpaces(cell('name'))
  if ((filled(cell('externalKey')) ?? '').length > 60)
    messages.push({ field: 'externalKey', message: 'The register number is longer than 60 characters.' })
  if (publishedName === '') messages.push({ field: 'name', message: 'The name is missing.' })
  else if (publishedName.length > 200)
    messages.push({ field: 'name', message: 'The name is longer than 200 characters.' })
  const unitCount = readUnitCount(cell('units'), messages, notes)
  const recordedOn = readRecordedOn(cell('recordedOn'), messages)
  const address = readAddress(cell, notes)
  const county = filled(cell('county'))
  const resolved = county === null ? null : resolveCounty(county, address.city)
  if (county === null)
    notes.push({ field: 'county', message: 'The county is blank; the company’s own time zone is used.' })
  else if (!resolved)
    notes.push({
      field: 'county',
      message: 'This county is not in Florida; the company’s own time zone is used.',
    })
  if (messages.length > 0) return { ok: false, messages }
  const value: RegisterRow = {
    externalKey: readExternalKey(cell('externalKey')),
    fileNumber: filled(cell('fileNumber')),
    name: tidyName(publishedName),
    publishedName,
    county,
    canonicalCounty: resolved?.name ?? county,
    zone: resolved?.zone ?? null,
    address,
    unitCount,
    recordedOn,
    primaryStatus: filled(cell('primaryStatus')),
    secondaryStatus: filled(cell('secondaryStatus')),
    manager: identifyManager(cell('managerRoute')),
    managingEntity: readEntity(cell),
  }
  return { ok: true, value, notes }
}

/** Project numbers of Florida's register are marked with it, so that no other register's number can be mistaken for one. */
function readExternalKey(text: string): string | null {
  const value = filled(text)
  return value !== null && /^PR(\d[A-Z])?\d{5,6}$/.test(value) ? `fl-dbpr:${value}` : value
}

function readUnitCount(text: string, messages: RowMessage[], notes: RowMessage[]): number {
  const value = text
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/\.0+$/, '')
    .trim()
  if (value === '') {
    notes.push({
      field: 'units',
      message: 'The number of units is blank; the association is taken without units.',
    })
    return 0
  }
  if (!/^\d{1,9}$/.test(value))
    messages.push({ field: 'units', message: `“${clip(text)}” is not a number of units.` })
  else if (Number(value) > maxUnits)
    messages.push({ field: 'units', message: `More than ${maxUnits.toLocaleString('en-US')} units.` })
  return Number(value)
}

function readRecordedOn(text: string, messages: RowMessage[]): string | null {
  if (text.trim() === '') return null
  const day = readDate(text)
  if (day === null) messages.push({ field: 'recordedOn', message: noDate(text) })
  return day
}

/** One line where it is mapped, separate columns otherwise or where the line leaves gaps. */
function readAddress(cell: (field: RegisterField) => string, notes: RowMessage[]): Address {
  const line = cell('address')
  const split = splitAddress(line)
  if (line.trim() !== '' && split.region !== null && split.postalCode === null)
    notes.push({ field: 'address', message: 'The ZIP code is missing or malformed and was left blank.' })
  return {
    street: filledTidy(cell('street')) ?? split.street,
    city: filledTidy(cell('city')) ?? split.city,
    region: filled(cell('region'))?.toUpperCase() ?? split.region,
    postalCode: readPostalCode(cell('postalCode')) ?? split.postalCode,
  }
}

function readEntity(cell: (field: RegisterField) => string): RegisterRow['managingEntity'] {
  return {
    number: filled(cell('entityNumber')),
    name: filledTidy(cell('entityName')),
    route: filled(cell('managerRoute')),
    address: {
      street: filledTidy(cell('entityStreet')),
      city: filledTidy(cell('entityCity')),
      region: filled(cell('entityRegion'))?.toUpperCase() ?? null,
      postalCode: readPostalCode(cell('entityPostalCode')),
    },
  }
}

function filled(text: string): string | null {
  return collapseSpaces(text) || null
}

function filledTidy(text: string): string | null {
  const value = filled(text)
  return value === null ? null : tidyName(value)
}
