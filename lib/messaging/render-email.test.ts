import { describe, expect, it } from 'vitest'
import { renderEmail } from './render-email'
import { readContent } from './rules'
import { templateNames } from './templates'
import { smsText, subjectOf } from './wording'

const brand = {
  company: 'Harbor & <Pine>',
  logoUrl: null,
  accent: '#2f5d50',
  onAccent: '#ffffff',
  supportEmail: 'help@harbor.example',
  supportPhone: null,
  locale: 'en-US',
}
const url = 'https://harbor.example/link/once-only?a=1&b=2'
const data = {
  name: '<b>Ana</b>',
  invitedBy: 'Joe',
  url,
  signInUrl: url,
  expiresInDays: 7,
  expiresInMinutes: 90,
  subject: 'Your trial ends tomorrow',
  body: 'It ends.\n\nNothing is deleted.',
  action: 'Open billing',
}

describe.each(templateNames)('the %s email', template => {
  const content = readContent(template, data, null)

  it('says the same as text: who, what to do, where', async () => {
    const { html, text } = await renderEmail(content, brand)
    expect(text).toContain('<b>Ana</b>')
    expect(text).toContain(url)
    expect(text).toContain('Harbor & <Pine>')
    expect(html).toContain('&lt;b&gt;Ana&lt;/b&gt;')
    expect(html).not.toContain('<b>Ana')
    expect(html).toContain('href="https://harbor.example/link/once-only?a=1&amp;b=2"')
    expect(html).toContain('#2f5d50')
  })

  it('is the same whenever it is rendered, so that a second try is the same request', async () => {
    expect(await renderEmail(content, brand)).toEqual(await renderEmail(content, brand))
  })

  it('has a subject and a twin for phones', () => {
    expect(subjectOf(content, brand.company)).toContain(brand.company)
    expect(smsText(content, brand.company)).toContain(url)
  })
})

it('names the homes that an invitation is about', async () => {
  const read = async (homes?: string) =>
    (await renderEmail(readContent('invitation', { ...data, homes }, null), brand)).text
  expect(await read()).not.toContain('It is about')
  expect(await read('Harbor House · 1')).toContain('It is about Harbor House · 1.')
})
