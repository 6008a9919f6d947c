import { looseName, normaliseHeading } from './rules'

export type NamedAssociation = {
  id: string
  name: string
  externalKey: string | null
  status: string
  city: string | null
  county: string | null
}

export type AssociationMatch = { ok: true; association: NamedAssociation } | { ok: false; message: string }

/** Finds the association that people mean by a name or a register number. */
export class AssociationIndex {
  #byKey = new Map<string, NamedAssociation[]>()
  #byName = new Map<string, NamedAssociation[]>()
  #byLooseName = new Map<string, NamedAssociation[]>()

  constructor(associations: readonly NamedAssociation[]) {
    for (const association of associations) {
      const key = association.externalKey?.toLowerCase()
      if (key)
        for (const form of new Set([key, key.slice(key.indexOf(':') + 1)]))
          add(this.#byKey, form, association)
      add(this.#byName, normaliseHeading(association.name), association)
      add(this.#byLooseName, looseName(association.name), association)
    }
  }

  /** @returns the one that matches, or a sentence that says why none does and which come close */
  match(name: string | null, key: string | null): AssociationMatch {
    const byKey = key === null ? [] : (this.#byKey.get(key.toLowerCase()) ?? [])
    const byName = name === null ? [] : this.#named(name)
    const found =
      byKey.length === 0 ? byName : byName.length === 0 ? byKey : byKey.filter(one => byName.includes(one))
    if (byKey.length > 0 && byName.length > 0 && found.length === 0)
      return refuse(`Number ${key} is ${listNames(byKey)}, but the name says ${listNames(byName)}.`)
    const active = found.filter(({ status }) => status === 'active')
    if (active.length > 1)
      return refuse(`Several associations match: ${listNames(active)}. Add the register number.`)
    const [association] = active
    if (association) return { ok: true, association }
    if (found[0]) return refuse(`${found[0].name} is archived. Restore it first.`)
    const close = name === null ? [] : this.#close(name)
    const hint = close.length > 0 ? ` Is it ${listNames(close)}?` : ''
    return refuse(`No association matches “${name ?? key}”.${hint}`)
  }

  #named(name: string): NamedAssociation[] {
    const exact = this.#byName.get(normaliseHeading(name))
    if (exact) return exact
    const loose = looseName(name)
    return loose === '' ? [] : (this.#byLooseName.get(loose) ?? [])
  }

  #close(name: string): NamedAssociation[] {
    const loose = looseName(name)
    if (loose.length < 4) return []
    const close: NamedAssociation[] = []
    for (const [other, associations] of this.#byLooseName) {
      if (other.length >= 4 && (other.startsWith(loose) || loose.startsWith(other)))
        close.push(...associations)
      if (close.length >= 3) break
    }
    return close.slice(0, 3)
  }
}

function add(map: Map<string, NamedAssociation[]>, key: string, association: NamedAssociation): void {
  const list = map.get(key)
  if (list) list.push(association)
  else map.set(key, [association])
}

function listNames(associations: readonly NamedAssociation[]): string {
  const names = associations.map(({ name, city, county, externalKey }) =>
    [name, city ?? county, externalKey?.replace(/^.*:/, '')].filter(Boolean).join(', '),
  )
  return names.length > 5 ? `${names.slice(0, 5).join('; ')} and ${names.length - 5} more` : names.join('; ')
}

function refuse(message: string): AssociationMatch {
  return { ok: false, message }
}
