import type { Emulator } from './emulator'
import type { Params } from './params'

export type Method = 'GET' | 'POST' | 'DELETE'

export interface Call {
  method: Method
  params: Params
  /** The variable parts of the address. */
  id: string
  second: string
}

export interface Route {
  method: Method
  /** The address; `:` stands for a variable part. */
  path: string
  answer(emulator: Emulator, call: Call): object
}

/** A route of the API. */
export function route(method: Method, path: string, answer: Route['answer']): Route {
  return { method, path, answer }
}

/** Finds the route of an address; `undefined` when there is none. */
export function findRoute(routes: Route[], method: string, pathname: string) {
  for (const candidate of routes) {
    if (candidate.method !== method) continue
    const parts = match(candidate.path.split('/'), pathname.split('/'))
    if (parts) return { route: candidate, id: parts[0] ?? '', second: parts[1] ?? '' }
  }
  return undefined
}

function match(pattern: string[], parts: string[]): string[] | undefined {
  if (pattern.length !== parts.length) return undefined
  const variable: string[] = []
  for (const [at, expected] of pattern.entries()) {
    const part = parts[at] ?? ''
    if (expected === ':' && part) variable.push(decodeURIComponent(part))
    else if (expected !== part) return undefined
  }
  return variable
}
