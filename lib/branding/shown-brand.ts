import type { Brand as Profile } from '@/lib/auth/actor'
import type { Brand } from './brand-style'

/** What shells show of a tenant's profile; a new logo has a new address, so that browsers may keep the old one. */
export function shownBrand(profile: Pick<Profile, 'name' | 'accent' | 'logoFileId'>): Brand {
  return {
    name: profile.name,
    color: profile.accent,
    logoUrl: profile.logoFileId && `/api/logo?v=${profile.logoFileId}`,
  }
}
