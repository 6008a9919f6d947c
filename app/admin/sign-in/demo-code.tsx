import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env/env'

/** Says, in the demo alone, where its admins' codes come from. */
export function DemoCode() {
  if (!env().PORTICO_DEMO) return null
  return (
    <Notice title="This is the demo" className="mb-5">
      <code className="text-13">npm run demo:code</code> prints the code of the demo’s admins.
    </Notice>
  )
}
