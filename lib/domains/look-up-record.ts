import { Resolver } from 'node:dns/promises'
import { env } from '@/lib/env/env'
import { type Finding, recordName } from './rules'

const absent = new Set(['ENODATA', 'ENOTFOUND', 'NOTFOUND'])

/** Asks the name servers, those of DNS_SERVERS where they are named, whether a host's record holds the token. */
export async function lookUpRecord(
  host: string,
  token: string,
): Promise<Extract<Finding, 'found' | 'no-record' | 'other-record' | 'unreachable'>> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  const servers = env().DNS_SERVERS
  if (servers) resolver.setServers(servers)
  try {
    const records = await resolver.resolveTxt(recordName(host))
    // A long text comes in pieces.
    return records.some(pieces => pieces.join('').trim() === token) ? 'found' : 'other-record'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return absent.has(code) ? 'no-record' : 'unreachable'
  }
}
