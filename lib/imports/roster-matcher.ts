import type { TenantTx } from '@/lib/db/in-tenant'
import { dateIn } from '@/lib/time/local-date'
import { AssociationIndex, type NamedAssociation } from './match-association'
import { type LabelledUnit, UnitIndex } from './match-unit'
import { parseRosterRow } from './parse-roster-row'
import { personKey } from './person-key'
import { messageOf } from './row-problems'
import type { Mapping, RosterField, RowMessage } from './schema'
import type { StagedRow } from './stage-rows'
import type { TableRow } from './table-row'

const unitsKept = 50_000

/**
 * Makes a judge that parses rows of a roster and finds the unit each speaks of. What it changes is judged later, when all
 * rows about a unit are known. It keeps what it has looked up for as long as one reading of the file lasts.
 */
export function rosterMatcher(now: Date) {
  const lookup = new Lookup(now)
  return async (
    tx: TenantTx,
    _importId: string,
    rows: readonly TableRow[],
    mapping: Mapping,
  ): Promise<StagedRow[]> => {
    await lookup.load(tx)
    const staged: StagedRow[] = []
    for (const row of rows) staged.push(await matchRow(tx, lookup, row, mapping))
    return staged
  }
}

async function matchRow(tx: TenantTx, lookup: Lookup, row: TableRow, mapping: Mapping): Promise<StagedRow> {
  const base = { rowNumber: row.number, cells: row.cells }
  const refused = (messages: RowMessage[], unitId: string | null = null): StagedRow => ({
    ...base,
    outcome: 'refused',
    messages,
    value: null,
    unitId,
  })
  if (row.problem) return refused([messageOf(row.problem)])
  const cell = (field: RosterField) => row.cells[mapping[field] ?? -1] ?? ''
  const unit = await lookup.findUnit(
    tx,
    cell('association').trim() || null,
    cell('associationKey').trim() || null,
    cell('unit').trim(),
  )
  const parsed = parseRosterRow(cell, lookup.today)
  if (!parsed.ok) return refused(parsed.messages, unit.ok ? unit.unitId : null)
  if (!unit.ok) return refused([{ field: unit.field, message: unit.message }])
  const { value, notes } = parsed
  return {
    ...base,
    outcome: 'pending',
    messages: notes,
    value,
    matchKey: personKey(value, unit.unitId),
    unitId: unit.unitId,
  }
}

type FoundUnit = { ok: true; unitId: string } | { ok: false; field: RosterField; message: string }

class Lookup {
  /** Today in the company's zone. */
  today = ''
  #associations: AssociationIndex | null = null
  #units = new Map<string, UnitIndex>()
  #unitsKept = 0

  constructor(readonly now: Date) {}

  async load(tx: TenantTx): Promise<void> {
    if (this.#associations) return
    const tenant = await tx.$queryRaw<{ zone: string }[]>`select zone from app.tenants`
    this.today = dateIn(tenant[0]?.zone ?? 'UTC', this.now)
    const rows = await tx.$queryRaw<NamedAssociation[]>`
      select id, name, external_key as "externalKey", status, city, county from app.associations order by name_sort, id`
    this.#associations = new AssociationIndex(rows)
  }

  async findUnit(tx: TenantTx, name: string | null, key: string | null, label: string): Promise<FoundUnit> {
    if (name === null && key === null)
      return { ok: false, field: 'association', message: 'The association is missing.' }
    const found = this.#associations?.match(name, key)
    if (!found?.ok)
      return {
        ok: false,
        field: name === null ? 'associationKey' : 'association',
        message: found?.message ?? '',
      }
    const unit = (await this.#unitsOf(tx, found.association)).match(label)
    return unit.ok ? unit : { ok: false, field: 'unit', message: unit.message }
  }

  /** Units of one association; those looked up longest ago are forgotten first. */
  async #unitsOf(tx: TenantTx, association: NamedAssociation): Promise<UnitIndex> {
    const known = this.#units.get(association.id)
    if (known) return known
    const units = await tx.$queryRaw<LabelledUnit[]>`
      select id, label, status from app.units where association_id = ${association.id}::uuid order by label_sort, id`
    const index = new UnitIndex(association.name, units)
    this.#units.set(association.id, index)
    this.#unitsKept += units.length
    for (const [id, oldest] of this.#units) {
      if (this.#unitsKept <= unitsKept || id === association.id) break
      this.#units.delete(id)
      this.#unitsKept -= oldest.units.length
    }
    return index
  }
}
