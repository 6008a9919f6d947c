import { redirect } from 'next/navigation'
import { renderSVG } from 'uqr'
import { AuthShell } from '@/components/layout/auth-shell'
import { CopyButton } from '@/components/ui/copy-button'
import { factorPage } from '@/lib/action/factor-entry'
import { startEnrolment } from '@/lib/admins/start-enrolment'
import { asPlatform } from '@/lib/db/as-platform'
import { EnrolForm } from './enrol-form'

export const metadata = { title: 'Set up your second factor', robots: { index: false } }

const asImage = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`

/** The authenticator app of an admin who has none yet. */
export default factorPage({ purpose: 'enrolment' }, async ({ admin, next }) => {
  const enrolment = await asPlatform(tx => startEnrolment(tx, admin))
  if (!enrolment) redirect(`/sign-in/code?${new URLSearchParams({ next })}`)
  const { key, uri } = enrolment
  return (
    <AuthShell title="Set up your second factor">
      <EnrolForm next={next}>
        <p className="-mt-4 text-muted">
          Every admin signs in with a password and a code. Scan this with an authenticator app, then enter the
          code it shows.
        </p>
        <img
          src={asImage(renderSVG(uri, { border: 2 }))}
          alt="QR code with the key for your authenticator app"
          className="mx-auto size-48 rounded-lg border bg-white"
        />
        <div className="flex items-center gap-2 rounded-lg border bg-sunken px-3 py-2">
          <p className="min-w-0 flex-1 text-13 text-muted">
            Or type this key:{' '}
            <code className="font-medium break-words text-ink">{key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <CopyButton text={key} label="Copy the key" />
        </div>
      </EnrolForm>
    </AuthShell>
  )
})
