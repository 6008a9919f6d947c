import { looseLabel } from './rules'

export type LabelledUnit = { id: string; label: string; status: string }
export type UnitMatch = { ok: true; unitId: string } | { ok: false; message: string }

/** Finds the unit of one association that people mean by a label. */
export class UnitIndex {
  #byLabel = new Map<string, LabelledUnit>()
  #byLooseLabel = new Map<string, LabelledUnit[]>()

  constructor(
    readonly associationName: string,
    readonly units: readonly LabelledUnit[],
  ) {
    for (const unit of units) {
      this.#byLabel.set(unit.label, unit)
      const loose = looseLabel(unit.label)
      this.#byLooseLabel.set(loose, [...(this.#byLooseLabel.get(loose) ?? []), unit])
    }
  }

  /** @returns the one that matches, or a sentence that says why none does */
  match(label: string): UnitMatch {
    const exact = this.#byLabel.get(label)
    const found = exact ? [exact] : (this.#byLooseLabel.get(looseLabel(label)) ?? [])
    const active = found.filter(({ status }) => status === 'active')
    if (active.length > 1) {
      const labels = active.map(unit => unit.label).join(', ')
      return { ok: false, message: `Several units of ${this.associationName} match: ${labels}.` }
    }
    if (active[0]) return { ok: true, unitId: active[0].id }
    if (found[0])
      return { ok: false, message: `Unit ${found[0].label} of ${this.associationName} is archived.` }
    return { ok: false, message: `${this.associationName} has no unit “${label}”. ${this.#examples()}` }
  }

  #examples(): string {
    const labels = this.units.slice(0, 4).map(unit => unit.label)
    if (labels.length === 0) return 'It has no units yet.'
    return this.units.length > 4
      ? `Its units are ${labels.join(', ')} …`
      : `Its units are ${labels.join(', ')}.`
  }
}
