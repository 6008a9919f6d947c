import type { Source } from './read-sources'
import { eachFile, isTest } from './rule'

const exportedFunction =
  /^export\s+(?:default\s+)?(?:async\s+)?function\s*\*?\s*(\w*)|^export const (\w+)(?::[^=]*)? = (?:async )?(?:\([^)]*\)(?::[^=]+)? =>|\([^)]*$|\w+ =>|<\w)/
// Next calls these by name; their file name says what they are.
const conventional =
  /^app\/.*\/?(page|layout|route|error|global-error|not-found|forbidden|unauthorized|loading|template|default|manifest|robots|sitemap|icon)\.tsx?$/

/** Every exported function says in a docstring what it does. */
export const docstringRule = eachFile(({ path, lines }: Source) => {
  if (isTest(path) || conventional.test(path) || !path.includes('/')) return []
  return lines.flatMap((line, index) => {
    const match = exportedFunction.exec(line)
    if (!match || lines[index - 1]?.trimEnd().endsWith('*/')) return []
    const name = match[1] || match[2] || 'the default export'
    // Of several overloads the first one speaks.
    if (lines[index - 1]?.startsWith('export ') && lines[index - 1]?.includes(`function ${name}`)) return []
    return [{ line: index + 1, message: `${name} is exported without a docstring` }]
  })
})
