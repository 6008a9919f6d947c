import type { ReactNode } from 'react'
import { RoleShell } from '@/app/t/[tenant]/role-shell'

/** The shell of the person's role around the pages of homeowners, board members and owners. */
export default function PortalLayout({ children }: { children: ReactNode }) {
  return <RoleShell>{children}</RoleShell>
}
