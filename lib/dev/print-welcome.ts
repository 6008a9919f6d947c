/** A person of the demo data who can sign in. */
export interface DemoSignIn {
  /** Label before the root domain: a company's slug, or `admin` for the platform's own people. */
  host: string
  company: string
  role: string
  email: string
  password: string
}

/** Prints where everything is and who can sign in. */
export function printWelcome(
  places: { publicOrigin: string; inboxUrl: string },
  signIns: readonly DemoSignIn[],
): void {
  const { publicOrigin, inboxUrl } = places
  const at = (host: string) => publicOrigin.replace('://', `://${host}.`)
  const hosts = new Map(signIns.map(person => [person.host, person.company]))
  const addresses = [
    ['Product', publicOrigin],
    ...[...hosts].map(([host, company]) => [company, at(host)]),
    ['Mail inbox', inboxUrl],
  ]
  const people = signIns.map(({ company, role, email, password }) => [company, role, email, password])
  console.log(['', 'Portico is running.', '', ...table(addresses), ''].join('\n'))
  if (people.length > 0)
    console.log([...table([['Company', 'Role', 'Email', 'Password'], ...people]), ''].join('\n'))
  if (people.length > 0)
    console.log('Platform admins also enter a code: `npm run demo:code` prints the present one.\n')
  console.log('Stop with Ctrl-C.\n')
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  return rows.map(row =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd(),
  )
}
