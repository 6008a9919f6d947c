import { cachedAnswer } from '@/lib/action/cached-answer'
import { publicRoute } from '@/lib/action/public-route'
import { writeManifest } from '@/lib/branding/write-manifest'

/** The company's web-app manifest, so that its portal can be put on a home screen under its own name and icon. */
export const GET = publicRoute({ purpose: 'describe the web app' }, async ({ brand, request }) => {
  const { text, tag } = writeManifest(brand)
  return cachedAnswer(request, text, { type: 'application/manifest+json', tag, seconds: 3600 })
})
