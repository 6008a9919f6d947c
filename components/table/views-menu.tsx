'use client'

import { Bookmark, ChevronDown, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import type { FormAction } from '@/components/form/form-state'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionToast } from '@/components/form/use-action-toast'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu'
import type { SavedView } from './column'
import { EditView } from './edit-view'
import { type TableQuery, tableHref } from './query'

/** The stored views of a list; `save` gets `name`, `query` and `shared`, `edit` adds `id`, `remove` gets `id`. */
export type TableViews = {
  views: SavedView[]
  save: FormAction<{ id: string }>
  edit?: FormAction<{ id: string }>
  remove: FormAction<null>
}

function SaveView({
  query,
  save,
  onClose,
  go,
}: { query: string; onClose: () => void; go: (href: string) => void } & Pick<TableViews, 'save'>) {
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Save this view"
      description="Its search, filters, sorting and columns."
    >
      <ActionForm
        action={save}
        doneMessage="View saved"
        onDone={({ id }) => {
          onClose()
          go(`${query}&view=${encodeURIComponent(id)}`)
        }}
      >
        <input type="hidden" name="query" value={query} />
        <TextField name="name" label="Name" autoFocus maxLength={60} />
        <CheckboxField name="shared" label="Everyone in the company can use it" />
        <FormActions>
          <SubmitButton>Save view</SubmitButton>
        </FormActions>
      </ActionForm>
    </Dialog>
  )
}

/** Chooses, stores and removes views of a list. */
export function ViewsMenu({
  views,
  query,
  go,
}: {
  views: TableViews
  query: TableQuery
  go: (href: string) => void
}) {
  const [saving, setSaving] = useState(false)
  const [editing, setEditing] = useState(false)
  const [remove] = useActionToast(views.remove, { done: 'View removed', onDone: () => go('?') })
  const current = views.views.find(view => view.id === query.view)
  const here = tableHref(query, { withPage: false, withView: false })
  const changed = current !== undefined && current.query !== here
  const items: MenuItem[] = [
    { label: 'Everything', onSelect: () => go('?') },
    ...views.views.map(
      (view): MenuItem => ({
        label: view.name,
        shortcut: view.shared ? 'Shared' : undefined,
        onSelect: () =>
          go(`${view.query || '?'}${view.query.length > 1 ? '&' : ''}view=${encodeURIComponent(view.id)}`),
      }),
    ),
    { kind: 'separator' },
    { label: 'Save this view…', icon: <Plus aria-hidden />, onSelect: () => setSaving(true) },
  ]
  if (current?.deletable && views.edit)
    items.push({
      label: 'Rename or share…',
      icon: <Pencil aria-hidden />,
      onSelect: () => setEditing(true),
    })
  if (current?.deletable) {
    items.push({
      label: `Remove “${current.name}”`,
      icon: <Trash2 aria-hidden />,
      danger: true,
      onSelect: () => remove({ id: current.id }),
    })
  }
  return (
    <>
      <DropdownMenu
        align="start"
        items={items}
        trigger={
          <Button>
            <Bookmark aria-hidden className="text-muted" />
            <span className={cn('max-w-40 truncate', current ? 'max-sm:max-w-16' : 'max-sm:sr-only')}>
              {current?.name ?? 'Views'}
            </span>
            {changed && <span className="text-faint max-sm:sr-only">edited</span>}
            <ChevronDown aria-hidden className="text-faint" />
          </Button>
        }
      />
      {editing && current && views.edit && (
        <EditView view={current} edit={views.edit} onClose={() => setEditing(false)} />
      )}
      {saving && <SaveView query={here} save={views.save} go={go} onClose={() => setSaving(false)} />}
    </>
  )
}
