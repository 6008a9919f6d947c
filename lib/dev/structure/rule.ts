import type { Source } from './read-sources'

/** A sentence about one file that breaks a convention. */
export interface Problem {
  path: string
  line?: number
  message: string
}

export type Rule = (sources: Source[]) => Problem[]

/** A test, or something only tests and tools use. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/fixtures\//.test(path) || path.startsWith('e2e/')

/** A rule that looks at one file at a time. */
export function eachFile(check: (source: Source) => (string | { line: number; message: string })[]): Rule {
  return sources =>
    sources.flatMap(source =>
      check(source).map(found =>
        typeof found === 'string' ? { path: source.path, message: found } : { path: source.path, ...found },
      ),
    )
}
