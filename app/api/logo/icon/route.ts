import { initials } from '@/components/ui/avatar'
import { cachedAnswer } from '@/lib/action/cached-answer'
import { publicRoute } from '@/lib/action/public-route'
import { initialsIcon } from '@/lib/branding/initials-icon'
import { iconSizes, readIcon } from '@/lib/settings/read-icon'

/** The company's icon: its initials drawn by the browser, or a square PNG of the asked `?size`, or of its logo. */
export const GET = publicRoute({ purpose: 'show the icon' }, async ({ tx, brand, request, query }) => {
  const asked = Number(query.get('size'))
  const size = iconSizes.find(known => known === asked) ?? (brand.logoFileId ? 32 : null)
  const look = brand.logoFileId ?? `${brand.accent.slice(1)}-${encodeURIComponent(initials(brand.name))}`
  const kept = { tag: `${look}-${size ?? 'any'}`, seconds: 3600 }
  if (size === null)
    return cachedAnswer(request, initialsIcon(brand.accent, initials(brand.name)), {
      ...kept,
      type: 'image/svg+xml',
    })
  return cachedAnswer(request, await readIcon(tx, brand, size), { ...kept, type: 'image/png' })
})
