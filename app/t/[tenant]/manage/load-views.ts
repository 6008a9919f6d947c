import type { TableViews } from '@/components/table/views-menu'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { listViews } from '@/lib/saved-views/list-views'
import type { ListId } from '@/lib/saved-views/schema'
import { editViewAction, removeViewAction, saveViewAction } from './view-actions'

/** Reads the kept views of a list, as the `views` of a `DataTable`. */
export async function loadViews(tx: TenantTx, actor: UserActor, list: ListId): Promise<TableViews> {
  return {
    views: await listViews(tx, actor, list),
    save: saveViewAction.bind(null, { list }),
    edit: editViewAction,
    remove: removeViewAction,
  }
}
