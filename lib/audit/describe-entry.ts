const sentences: Record<string, string> = {
  'session:started': 'Signed in',
  'session:ended': 'Signed out',
  'tenant:created': 'Company created',
  'settings:edited': 'Company profile changed',
  'branding:edited': 'Branding changed',
  'user:limited': 'Limited to chosen associations',
  'user:permissions-set': 'Permissions changed',
  'user:profile-edited': 'Own profile changed',
  'user:re-invited': 'Invited again',
  'homeowner:linked': 'Homeowner linked to a sign-in',
  'homeowner:access-revoked': 'Portal access revoked',
  'homeowner:access-restored': 'Portal access given back',
  'unit:series-added': 'Units added',
}

/** Says in a few words what an entry of the audit log records: `association:added` → “Association added”. */
export function describeEntry(action: string): string {
  const known = sentences[action]
  if (known) return known
  const words = action.replace(/[:-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
