/** Functions that run as their owner, each with the reason it must. The proof fails on one that is not here. */
export const definers: Record<string, string> = {
  open_request: 'reads the session before there is a role to read it as',
  enqueue_job: 'writes to the queue, on which tenants have no grant',
  chosen_associations: 'used inside policies; must not be filtered by the policies that use it',
  chosen_units: 'used inside policies; must not be filtered by the policies that use it',
  my_homeowners: 'used inside policies; must not be filtered by the policies that use it',
  my_units: 'used inside policies; must not be filtered by the policies that use it',
  my_associations: 'used inside policies; must not be filtered by the policies that use it',
  my_co_owners: 'names the owners of one’s own units, whose rows one may not see',
  my_boards: 'names the boards of one’s own associations, whose rows one may not see',
  sees_homeowner: 'used inside a policy; counts every ownership, seen or not',
  sees_portal_user: 'used inside policies; counts every ownership, seen or not',
  homeowner_owns: 'whoever archives a homeowner may see only some of what they own',
  my_account: 'tells a company of its own account, on whose table tenants have no grant',
  my_usage: 'tells a company of its own use, on whose table tenants have no grant',
  my_invoices: 'tells a company of its own invoices, on whose table tenants have no grant',
  my_invoice_lines: 'tells a company of its own invoices, on whose table tenants have no grant',
  count_units: 'keeps a count that must be right whatever the writer may see',
  check_ownership_shares: 'every co-owner counts, seen or not',
  check_board_office: 'every seat counts, seen or not',
}

/** Columns named like references that are none, each with the reason. */
export const looseReferences: Record<string, string> = {
  'audit_entries.subject_id': 'names a row of any table, and outlives it',
  'audit_entries.association_id': 'kept after whatever it names; only filtered by',
}
