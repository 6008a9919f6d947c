import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { listNotes } from '@/lib/directory/list-notes'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { removeNoteAction } from './actions'
import { NoteForm } from './note-form'

export const metadata: Metadata = { title: 'Notes about a company' }

/** What admins noted about a company for each other. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, params }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  if (!company) notFound()
  const notes = await listNotes(tx, company.id)
  return (
    <TenantFrame admin={admin} company={company} part="/notes">
      <div className="flex max-w-3xl flex-col gap-5">
        {adminCan(admin, 'note:write') && (
          <Card className="p-4">
            <NoteForm tenantId={company.id} />
          </Card>
        )}
        {notes.length === 0 && (
          <p className="text-muted">Nobody has noted anything about {company.name} yet.</p>
        )}
        {notes.map(note => (
          <article key={note.id} className="rounded-lg border bg-surface p-4">
            <p className="whitespace-pre-wrap break-words">{note.body}</p>
            <footer className="mt-3 flex items-center justify-between gap-4 text-13 text-muted">
              <span>
                {note.author}, <Instant at={note.at} zone="UTC" zoned />
              </span>
              {(note.authorId === admin.adminId || admin.role === 'owner') && (
                <ConfirmAction
                  action={removeNoteAction}
                  values={{ tenantId: company.id, noteId: note.id }}
                  label="Remove"
                  size="sm"
                  variant="ghost"
                  title="Remove this note?"
                  confirm="Remove"
                  doneMessage="Note removed"
                >
                  The other admins will not see it any more.
                </ConfirmAction>
              )}
            </footer>
          </article>
        ))}
      </div>
    </TenantFrame>
  )
})
