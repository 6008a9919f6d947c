import { describe, expect, it } from 'vitest'
import { choiceHref, fitsAddress, readChoice } from './choice-address'

const searchOf = (href: string) => {
  const query = new URL(href, 'https://company.example').searchParams
  return Object.fromEntries([...new Set(query.keys())].map(name => [name, query.getAll(name)]))
}

describe('a choice in the address', () => {
  it.each([
    [{ managers: [], counties: [] }],
    [{ managers: ['seacrest', 'firstserviceresidential'], counties: ['Miami-Dade', 'St. Johns'] }],
    [{ managers: [''], counties: [''] }],
    [{ managers: ['àé&=?'], counties: [] }],
  ])('is read as it was written: %j', choice => {
    const href = choiceHref('7', choice, { rows: 'new', after: undefined })
    expect(readChoice(searchOf(href))).toEqual(choice)
    expect(new URL(href, 'https://company.example').searchParams.get('rows')).toBe('new')
  })

  it('leaves the address plain when nothing is chosen', () => {
    expect(choiceHref('7', { managers: [], counties: [] })).toBe('/manage/imports/7')
  })

  it('is read from one value as from many, each once', () => {
    expect(readChoice({ manager: 'a', county: ['Lee', 'Lee'] })).toEqual({
      managers: ['a'],
      counties: ['Lee'],
    })
    expect(readChoice({})).toEqual({ managers: [], counties: [] })
  })

  it('fits a hundred companies, and says when there are too many', () => {
    const choiceOf = (length: number) => ({
      managers: Array.from({ length }, (_, i) => `floridaproperty${i}management`),
      counties: [],
    })
    expect(fitsAddress(choiceHref('7', choiceOf(100)))).toBe(true)
    expect(fitsAddress(choiceHref('7', choiceOf(500)))).toBe(false)
  })
})
