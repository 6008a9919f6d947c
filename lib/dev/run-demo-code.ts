import { codeOf, fromBase32, stepAt, stepSeconds } from '@/lib/admins/totp'
import { demoFactorKey } from '@/lib/env/demo-values'

// `npm run demo:code`: the present code of the demo's platform admins.
const now = new Date()
const left = stepSeconds - (Math.floor(now.getTime() / 1000) % stepSeconds)
console.log(`${codeOf(fromBase32(demoFactorKey), stepAt(now))}   (${left} s left; each code signs in once)`)
console.log(`Key for an authenticator app: ${demoFactorKey}`)
