/** The name of the TXT record that proves a domain. */
export function recordName(host: string): string {
  return `_portico.${host}`
}
