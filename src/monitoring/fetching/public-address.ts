import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address lies in the public internet. IPv6 forms that carry an IPv4 address (mapped, 6to4, NAT64,
 * Teredo) are never public: they would be a way around the check.
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(plain) && ipaddr.process(plain).range() === 'unicast'
}

export class PrivateAddress extends Error {
  readonly code = 'EPRIVATE'
}

const refusal = (host: string): PrivateAddress => new PrivateAddress(`${host} is not a public address`)

/** Throws for an address literal that is not public; names are judged when they have been resolved. */
export function refusePrivateLiteral(host: string): void {
  if (isIP(host.replace(/^\[|\]$/g, '')) > 0 && !isPublicAddress(host)) throw refusal(host)
}

/**
 * A `lookup` for sockets that gives public addresses only. What it returns is what gets connected, so a name that
 * resolves differently a moment later gains nothing.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first, ...rest] = addresses.filter(({ address }) => isPublicAddress(address))
    if (!first) return callback(refusal(hostname), '', 0)
    if (options.all) return callback(null, [first, ...rest])
    callback(null, first.address, first.family)
  })
}
