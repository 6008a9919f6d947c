import { accountStateChoices } from '@/lib/accounts/states'
import { sql } from '@/lib/db/sql'
import { defineList, type ListColumn, sortBy } from '@/lib/lists/define-list'
import { companyName, companySearch } from './company-columns'

const mrr: ListColumn = {
  label: 'Monthly revenue',
  kind: 'money',
  sql: sql`r.mrr_minor::text`,
  sort: sortBy('number', sql`r.mrr_minor`),
}
const homeowners: ListColumn = {
  label: 'Homeowners',
  kind: 'number',
  sql: sql`(select u.quantity from platform.usage_days u
    where u.tenant_id = r.tenant_id and u.meter = 'homeowners' and u.on_day = r.on_day)`,
}

/**
 * What each company paid a month and how it stood, day by day, with a figure that it is sorted by.
 * @param figure what else is told of each company; what it pays a month when left out
 * @param counted whether the figure is the homeowners, who then need no column of their own
 */
export function revenueList(figure: ListColumn = mrr, counted = false) {
  return defineList({
    id: 'revenue',
    from: sql`platform.revenue_days r join platform.tenants t on t.id = r.tenant_id`,
    key: sql`r.tenant_id`,
    search: companySearch,
    defaultSort: { column: 'figure', direction: 'desc' },
    columns: {
      name: companyName,
      figure,
      state: {
        label: 'State',
        kind: 'choice',
        sql: sql`r.state`,
        choices: accountStateChoices,
        filter: true,
      },
      mrr: figure === mrr ? { ...mrr, inner: true } : mrr,
      homeowners: counted ? { ...homeowners, inner: true } : homeowners,
    },
  })
}
