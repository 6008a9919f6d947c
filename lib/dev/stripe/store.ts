import type { Kind, Rows } from './rows'

type Tables = { [K in Kind]?: Map<string, Rows[K]> }

/** Rows by kind, in the order they came; a piece of work can be undone as a whole. */
export class Store {
  private tables: Tables = {}
  private readonly byCustomer = new Map<string, Set<string>>()
  private undo: (() => void)[] = []
  private depth = 0
  /** Called when a piece of work has changed something for good. */
  onChange: () => void = () => undefined

  get<K extends Kind>(kind: K, id: string): Rows[K] | undefined {
    return this.table(kind).get(id)
  }

  /** All rows of a kind, oldest first. */
  all<K extends Kind>(kind: K): Rows[K][] {
    return [...this.table(kind).values()]
  }

  /** The rows of a kind that belong to a customer, oldest first. */
  of<K extends Kind>(kind: K, customer: string): Rows[K][] {
    const table = this.table(kind)
    return [...(this.byCustomer.get(`${kind} ${customer}`) ?? [])].flatMap(id => table.get(id) ?? [])
  }

  /** Adds a row or puts it in the place of the one with its id; rows are never changed where they lie. */
  put<K extends Kind>(kind: K, row: Rows[K]): Rows[K] {
    const table = this.table(kind)
    const before = table.get(row.id)
    table.set(row.id, row)
    this.index(kind, row)
    this.undo.push(() => {
      if (before) table.set(row.id, before)
      else table.delete(row.id)
    })
    if (this.depth === 0) this.commit()
    return row
  }

  remove(kind: Kind, id: string): void {
    this.take(kind, id)
    if (this.depth === 0) this.commit()
  }

  /** Does the work; when it throws, nothing has happened unless `keeps` says that this error is a result. */
  atomically<T>(work: () => T, keeps: (error: unknown) => boolean = () => false): T {
    const mark = this.undo.length
    this.depth += 1
    try {
      return work()
    } catch (error) {
      if (!keeps(error)) this.undoTo(mark)
      throw error
    } finally {
      this.depth -= 1
      if (this.depth === 0) this.commit()
    }
  }

  /** What the work would give; nothing of it stays. */
  imagine<T>(work: () => T): T {
    const mark = this.undo.length
    this.depth += 1
    try {
      return work()
    } finally {
      this.undoTo(mark)
      this.depth -= 1
    }
  }

  dump(): Record<string, unknown[]> {
    return Object.fromEntries(Object.entries(this.tables).map(([kind, table]) => [kind, [...table.values()]]))
  }

  /** Puts back what `dump` gave. */
  load(rows: { [K in Kind]?: Rows[K][] }): void {
    this.clear()
    for (const kind of Object.keys(rows) as Kind[]) this.fill(kind, rows[kind] ?? [])
    this.commit()
  }

  clear(): void {
    this.tables = {}
    this.byCustomer.clear()
    this.undo = []
    this.onChange()
  }

  private fill<K extends Kind>(kind: K, rows: Rows[K][]): void {
    for (const row of rows) this.put(kind, row)
  }

  private table<K extends Kind>(kind: K): Map<string, Rows[K]> {
    const table = this.tables[kind] ?? new Map<string, Rows[K]>()
    const tables: { [Key in K]?: Map<string, Rows[Key]> } = this.tables
    tables[kind] = table
    return table
  }

  private take<K extends Kind>(kind: K, id: string): void {
    const table = this.table(kind)
    const before = table.get(id)
    if (!before) return
    table.delete(id)
    this.undo.push(() => table.set(id, before))
  }

  private index<K extends Kind>(kind: K, row: Rows[K]): void {
    if (!('customer' in row) || typeof row.customer !== 'string') return
    const key = `${kind} ${row.customer}`
    const ids = this.byCustomer.get(key)
    if (ids) ids.add(row.id)
    else this.byCustomer.set(key, new Set([row.id]))
  }

  private undoTo(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()?.()
  }

  private commit(): void {
    if (this.undo.length === 0) return
    this.undo = []
    this.onChange()
  }
}
