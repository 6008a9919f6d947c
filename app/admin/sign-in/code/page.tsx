import { redirect } from 'next/navigation'
import { leave } from '@/app/admin/leave'
import { DemoCode } from '@/app/admin/sign-in/demo-code'
import { AuthShell } from '@/components/layout/auth-shell'
import { factorPage } from '@/lib/action/factor-entry'
import { CodeForm } from './code-form'

export const metadata = { title: 'Second factor', robots: { index: false } }

/** The second factor of somebody whose password was right. */
export default factorPage({ purpose: 'sign-in' }, async ({ admin, next }) => {
  if (!admin.enrolled) redirect(`/sign-in/enrol?${new URLSearchParams({ next })}`)
  return (
    <AuthShell
      title="Enter your code"
      description={
        <>
          Your authenticator app shows one for <span className="[overflow-wrap:anywhere]">{admin.email}</span>
          .
        </>
      }
      footer={
        <form action={leave} className="flex flex-wrap items-center justify-between gap-2">
          <span>Lost your phone? Use a recovery code, or ask another owner to reset your second factor.</span>
          <button type="submit" className="underline underline-offset-4 hover:text-ink">
            Use another account
          </button>
        </form>
      }
    >
      <DemoCode />
      <CodeForm next={next} />
    </AuthShell>
  )
})
