import type { RegisterChoice } from '@/lib/imports/schema'

/**
 * Longest address that a choice may make, in characters. A browser sends it twice, as the address asked for and as the
 * one it comes from, and server and proxies take about 16,000 for everything that a request says before its body.
 */
const longestAddress = 6000

/** Reads which companies and counties an address chooses, as it says, without proof that the file has them. */
export function readChoice(search: Record<string, string | string[] | undefined>): RegisterChoice {
  const valuesOf = (name: string) => [...new Set([search[name] ?? []].flat())].slice(0, 500)
  return { managers: valuesOf('manager'), counties: valuesOf('county') }
}

/**
 * The address of an import's dry run with a choice. The choice is kept there, and nowhere else, so that reloading, going
 * back and handing the address to a colleague keep it, and the server draws figures and rows for what it says.
 * @param more what else the address says, such as which rows are shown
 */
export function choiceHref(
  importId: string,
  { managers, counties }: RegisterChoice,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams([
    ...Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ...managers.map(key => ['manager', key]),
    ...counties.map(county => ['county', county]),
  ]).toString()
  return `/manage/imports/${importId}${query && `?${query}`}`
}

/** Whether an address is short enough to be asked for. */
export function fitsAddress(href: string): boolean {
  return href.length <= longestAddress
}
