import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'

// Addresses inside somebody's own network: a company's key must not lead our workers there.
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, bits, 'ipv4')
}
// Of version 6 only what is given out as public (2000::/3) can be any, and of that not what leads to one of version 4,
// nor what is kept for examples and protocols.
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inside.addSubnet(net, bits, 'ipv6')
}

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !inside.check(address, 'ipv4')
  return givenOut.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

/**
 * Looks a server up once, so that what was judged is what is connected to.
 * @param anywhere also inside our own network: in development, where stand-ins live on this machine
 * @returns null when there is no such server on the public internet
 */
export async function findAddress(host: string, anywhere: boolean): Promise<string | null> {
  try {
    const found = await lookup(host, { all: true })
    return found.find(({ address }) => anywhere || isPublicAddress(address))?.address ?? null
  } catch {
    return null
  }
}
