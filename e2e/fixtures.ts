import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { type Inbox, openInbox } from './inbox'

interface Fixtures {
  /** Address on a company's own host, or on `admin`'s. */
  tenantUrl: (slug: string, path?: string) => string
  /** Address on the apex, where companies sign up. */
  siteUrl: (path?: string) => string
  inbox: Inbox
  /** Fails with a list of what on the page breaks WCAG 2.2 AA. */
  expectNoViolations: (page: Page) => Promise<void>
}

export { expect }

/** Playwright's test with the product's addresses, everybody's mail and an accessibility check. */
export const test = base.extend<Fixtures>({
  siteUrl: ({}, use) => use((path = '/') => new URL(path, setting('E2E_ORIGIN')).href),
  tenantUrl: ({ siteUrl }, use) => use((slug, path = '/') => siteUrl(path).replace('://', `://${slug}.`)),
  inbox: ({}, use) => use(openInbox(setting('E2E_RESEND_URL'))),
  expectNoViolations: ({}, use) => use(expectNoViolations),
})

async function expectNoViolations(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const look = async () => {
    await page.waitForLoadState('load')
    return new AxeBuilder({ page }).withTags(tags).analyze()
  }
  // A page that moves on while it is looked at is looked at again; what is found there counts.
  const { violations } = await look().catch((error: Error) => {
    if (!error.message.includes('Execution context was destroyed')) throw error
    return look()
  })
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n    ${target.join(' ')}\n    ${failureSummary}`,
    ),
  )
  expect(told, 'accessibility').toEqual([])
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: journeys run through \`playwright test\``)
  return value
}
