import pg from 'pg'
import { signInToDemo } from './demo-sign-in'
import { expect, test } from './fixtures'

/** Long enough for a shell that would look for itself to have begun. */
const settle = 1_500

/**
 * Holds the row that opening a request touches, so that every transaction a page opens for this session waits, and
 * counts those that do.
 */
async function countOpened(email: string, load: () => Promise<unknown>): Promise<number> {
  const [holder, watcher] = [1, 2].map(
    () => new pg.Client({ connectionString: process.env.E2E_DATABASE_URL }),
  )
  if (!holder || !watcher) throw new Error('no connections')
  await Promise.all([holder.connect(), watcher.connect()])
  try {
    const { rows } = await holder.query<{ id: string }>(
      `update app.sessions set last_seen_at = now() - interval '10 minutes'
       where id = (select s.id from app.sessions s join app.users u on u.tenant_id = s.tenant_id and u.id = s.user_id
         where u.email = $1 order by s.created_at desc limit 1) returning id`,
      [email],
    )
    const session = rows[0]?.id ?? ''
    await holder.query('begin')
    await holder.query('select from app.sessions where id = $1 for update', [session])
    const loading = load()
    const waiting = async () => {
      const found = await watcher.query(
        `select from pg_stat_activity
         where wait_event_type = 'Lock' and query like '%open_request%' || $1 || '%' and pid <> pg_backend_pid()`,
        [session],
      )
      return found.rowCount ?? 0
    }
    await expect.poll(waiting).toBeGreaterThan(0)
    await new Promise(resolve => setTimeout(resolve, settle))
    const count = await waiting()
    await holder.query('rollback')
    await loading
    return count
  } finally {
    await Promise.all([holder.end(), watcher.end()])
  }
}

for (const path of ['/manage', '/manage/units', '/manage/nowhere', '/account']) {
  test(`${path} opens one transaction for page and shell together`, async ({ page, tenantUrl }) => {
    const email = 'george.tan@gulfline.example'
    await signInToDemo(page, tenantUrl('gulfline'), email)
    await page.goto('about:blank')
    expect(await countOpened(email, () => page.goto(tenantUrl('gulfline', path)))).toBe(1)
    await expect(page.getByRole('link', { name: 'Associations' }).first()).toBeVisible()
  })
}
