import { ApiError, invalid } from './api-error'
import type { Field, Fields } from './form'

/** The parameters of a request; each is read by name, and what nobody read is unknown. */
export class Params {
  private readonly read = new Set<string>()
  private readonly parts: Params[] = []

  constructor(
    private readonly fields: Fields,
    private readonly path = '',
  ) {}

  has(name: string): boolean {
    return this.fields.has(name)
  }

  text(name: string): string | undefined {
    const field = this.take(name)
    if (field === undefined || typeof field === 'string') return field
    throw invalid(`Invalid string: ${name}`, this.named(name))
  }

  required(name: string): string {
    const text = this.text(name)
    if (text) return text
    throw invalid(`Missing required param: ${this.named(name)}.`, this.named(name), 'parameter_missing')
  }

  /** What was sent; `null` when it was sent empty; `before` when it was not sent. */
  nullable(name: string, before: string | null = null): string | null {
    const text = this.text(name)
    return text === undefined ? before : text || null
  }

  int(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined || text === '') return undefined
    if (/^-?\d+$/.test(text)) return Number(text)
    throw invalid(`Invalid integer: ${text}`, this.named(name), 'parameter_invalid_integer')
  }

  number(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined || text === '') return undefined
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
    throw invalid(`Invalid number: ${text}`, this.named(name))
  }

  bool(name: string): boolean | undefined {
    const text = this.text(name)
    if (text === undefined || text === '') return undefined
    if (text === 'true' || text === 'false') return text === 'true'
    throw invalid(`Invalid boolean: ${text}`, this.named(name))
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const choice = choices.find(each => each === text)
    if (choice !== undefined) return choice
    throw invalid(`Invalid ${this.named(name)}: must be one of ${choices.join(', ')}`, this.named(name))
  }

  part(name: string): Params | undefined {
    const field = this.take(name)
    return field instanceof Map ? this.open(field, this.named(name)) : undefined
  }

  list(name: string): Params[] | undefined {
    const field = this.take(name)
    if (field === '') return []
    if (!(field instanceof Map)) return undefined
    return [...field].flatMap(([at, item]) =>
      item instanceof Map ? [this.open(item, `${this.named(name)}[${at}]`)] : [],
    )
  }

  texts(name: string): string[] | undefined {
    const field = this.take(name)
    if (field === '') return []
    if (!(field instanceof Map)) return undefined
    return [...field.values()].filter(item => typeof item === 'string')
  }

  /** Keys sent are set, keys sent empty are removed, others stay. */
  metadata(before: Record<string, string> = {}): Record<string, string> {
    const field = this.take('metadata')
    if (field === '') return {}
    if (!(field instanceof Map)) return before
    const sent = [...field].map(([key, value]) => [key, typeof value === 'string' ? value : ''] as const)
    return Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(sent) }).filter(([, v]) => v))
  }

  /** Refuses the request when it has a parameter that nothing has read. */
  refuseUnknown(): void {
    const name = this.unread()
    if (!name) return
    const message = `Received unknown parameter: ${name}`
    throw new ApiError(400, message, { code: 'parameter_unknown', param: name })
  }

  /** A parameter as it was sent, to hand it on. */
  raw(name: string): Field | undefined {
    return this.take(name)
  }

  /** Reads parameters that change nothing here. */
  ignore(...names: string[]): void {
    for (const name of names) this.read.add(name)
  }

  private unread(): string | undefined {
    const own = [...this.fields.keys()].find(name => !this.read.has(name))
    return own === undefined ? this.parts.map(part => part.unread()).find(Boolean) : this.named(own)
  }

  private take(name: string): Field | undefined {
    this.read.add(name)
    return this.fields.get(name)
  }

  private open(fields: Fields, path: string): Params {
    const part = new Params(fields, path)
    this.parts.push(part)
    return part
  }

  private named(name: string): string {
    return this.path ? `${this.path}[${name}]` : name
  }
}
