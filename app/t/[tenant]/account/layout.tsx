import type { ReactNode } from 'react'
import { RoleShell } from '@/app/t/[tenant]/role-shell'

/** The shell of the person's role around a person's own pages. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return <RoleShell>{children}</RoleShell>
}
