const words: Record<string, string> = {
  'session:started': 'Signed in',
  'session:ended': 'Signed out',
  'job:retried': 'Job tried again',
  'support:entered': 'Entered as guest',
  'factor:enrolled': 'Second factor set up',
  'factor:reset': 'Second factor reset',
  'factor:replaced': 'Second factor replaced',
}

/** What a platform admin did, in words: `tenant:suspended` is "Company suspended". */
export function describePlatformAction(action: string): string {
  const plain = action
    .replace(/^tenant:/, 'company:')
    .replaceAll('-', ' ')
    .replace(':', ' ')
  return words[action] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}
