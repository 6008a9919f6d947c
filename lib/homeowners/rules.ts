/** Where a homeowner stands with the portal. */
export const portalStatuses = [
  { value: 'not-invited', label: 'Not invited', tone: 'neutral' },
  { value: 'invited', label: 'Invited', tone: 'info' },
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'revoked', label: 'Access revoked', tone: 'critical' },
] as const

export type PortalStatus = (typeof portalStatuses)[number]['value']

export const homeownerStatuses = [
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'archived', label: 'Archived', tone: 'neutral' },
] as const

type Access = { suspendedAt: Date | null; emailVerifiedAt: Date | null; passwordHash: string | null }

/** Says where somebody stands with the portal: active once they took up an invitation. The list says it in SQL. */
export function portalStatusOf(user: Access | null): PortalStatus {
  if (!user) return 'not-invited'
  if (user.suspendedAt) return 'revoked'
  return user.emailVerifiedAt || user.passwordHash ? 'active' : 'invited'
}

type Mailing = Record<
  'mailingStreet' | 'mailingCity' | 'mailingRegion' | 'mailingPostalCode' | 'mailingCountry',
  string | null
>

/** The lines of a mailing address as they are written on an envelope; none when there is no address. */
export function addressLines(mailing: Mailing): string[] {
  const region = [mailing.mailingRegion, mailing.mailingPostalCode].filter(Boolean).join(' ')
  const place = [mailing.mailingCity, region].filter(Boolean).join(', ')
  const abroad = mailing.mailingCountry && mailing.mailingCountry !== 'US' ? mailing.mailingCountry : null
  const lines = [...(mailing.mailingStreet?.split('\n') ?? []), place, abroad]
  return lines.filter((line): line is string => Boolean(line?.trim()))
}
