import type { ReactNode } from 'react'
import { RoleShell } from '@/app/t/[tenant]/role-shell'

/** The shell of the person's role around every page of the back office. */
export default function ManageLayout({ children }: { children: ReactNode }) {
  return <RoleShell>{children}</RoleShell>
}
