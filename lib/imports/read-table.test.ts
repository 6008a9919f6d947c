import { createReadStream, readFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { inPieces, open, readAll } from './fixtures/read-all'
import { readTable } from './read-table'
import type { TableRow } from './table-row'

const excerpt = new URL('./fixtures/florida-register-excerpt.csv', import.meta.url)

describe('readTable, text', () => {
  it('reads the register as published', async () => {
    const table = await readAll(readFileSync(excerpt))
    expect(table).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 })
    expect(table.header).toHaveLength(16)
    expect(table.rows).toHaveLength(71)
    expect(table.rows.every(({ problem }) => problem === null)).toBe(true)
    expect(table.rows.map(({ cells }) => cells[2])).toContain('GREENS, A CONDO, THE')
  })

  it('takes a Node stream and a Web stream alike', async () => {
    for (const source of [createReadStream(excerpt), new Blob([readFileSync(excerpt)]).stream()]) {
      const result = await readTable(source)
      if (!result.ok) throw result.problem
      let rows = 0
      for await (const _ of result.table.rows) rows++
      expect(rows).toBe(71)
    }
  })

  const text = 'Association;Unit;Name\r\nPalmière Nörd;12 “A”;Renée Ávila\r\nÜber Höfe;3;José Peña\r\n'
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be')],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
  ])('recognises %s and a semicolon, in pieces of any size', async (encoding, bytes) => {
    for (const size of [1, 2, 3, 7, 4096]) {
      const table = await readAll(bytes, {}, size)
      expect(table).toMatchObject({ encoding, delimiter: ';', header: ['Association', 'Unit', 'Name'] })
      expect(table.rows.map(({ cells }) => cells)).toEqual([
        ['Palmière Nörd', '12 “A”', 'Renée Ávila'],
        ['Über Höfe', '3', 'José Peña'],
      ])
    }
  })

  it('turns to Windows-1252 when the first foreign letter comes after the sample', async () => {
    const plain = Array.from({ length: 9000 }, (_, i) => `Lakeside,${i},Ann Smith\n`).join('')
    const bytes = Buffer.concat([
      Buffer.from(`Association,Unit,Name\n${plain}`),
      iconv.encode('Lakeside,x,Renée\n', 'windows-1252'),
    ])
    const table = await open(bytes)
    let last: TableRow | undefined
    for await (const row of table.rows) last = row
    expect(last).toEqual({ number: 9002, cells: ['Lakeside', 'x', 'Renée'], problem: null })
  })

  it('reports unreadable characters in a file that is UTF-8 otherwise', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Association,Unit\nPalmière,1\nMün'),
      Buffer.from([0xff]),
      Buffer.from('chen,2\n'),
    ])
    const rows = (await readAll(bytes, { encoding: 'utf-8' })).rows
    expect(rows.map(({ problem }) => problem)).toEqual([null, 'unreadable_characters'])
  })

  it('gives back every cell of every table it can be written as', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map(s => s.replace(/[\uFFFD\0]/g, '').trim())
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 })
    const shape = fc.record({
      rows: table,
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      record_delimiter: fc.constantFrom('\n', '\r\n'),
      quoted: fc.boolean(),
      encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
    })
    await fc.assert(
      fc.asyncProperty(shape, async ({ rows, encoding, ...options }) => {
        const printed = stringify([['Association', 'Unit', 'Name'], ...rows], {
          ...options,
          delimiter: options.delimiter,
        })
        const read = await readAll(
          iconv.encode(printed, encoding, { addBOM: true }),
          { delimiter: options.delimiter as ',' },
          61,
        )
        const clean = (cells: readonly string[]) => cells.map(text => text.trim())
        expect(read.rows.map(({ cells }) => cells)).toEqual(
          rows.map(clean).filter(cells => cells.some(c => c !== '')),
        )
        expect(read.encoding).toBe(encoding)
      }),
      { numRuns: 60 },
    )
  })

  it('skips a title and blank lines above the header and keeps row numbers', async () => {
    const table = await readAll(
      'Owners of Lakeside,,\n\nprinted 2026-01-02,,\nUnit,Owner,Email\n1,Ann,a@b.co\n\n2,Bo,\n',
    )
    expect(table.headerRow).toBe(4)
    expect(table.rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [5, '1'],
      [7, '2'],
    ])
  })

  it('reports rows of another width and goes on', async () => {
    const { rows } = await readAll('Unit,Owner,Email\n1,Ann\n2,Bo,b@c.co,extra\n3,Cy,c@d.co,,\n')
    expect(rows.map(({ problem }) => problem)).toEqual(['too_few_cells', 'too_many_cells', null])
  })

  it('keeps line breaks and stray quotes inside cells', async () => {
    const { rows } = await readAll('Unit,Owner,Note\r\n1,"Ann\r\nLee","said ""hi"""\r\n2,Bo,5" pipe\r\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Ann\r\nLee', 'said "hi"'],
      ['2', 'Bo', '5" pipe'],
    ])
  })

  it('takes the delimiter a first line declares', async () => {
    expect(await readAll('sep=|\r\nUnit|Owner\r\n1|A,B\r\n')).toMatchObject({
      delimiter: '|',
      rows: [{ number: 3, cells: ['1', 'A,B'] }],
    })
  })

  it('says in which row a quotation mark is never closed', async () => {
    const result = await readTable(inPieces(Buffer.from('Unit,Owner\n1,Ann\n2,"Bo\n3,Cy\n')))
    expect(result).toMatchObject({ ok: false, problem: { problem: 'quote_not_closed', row: 3 } })
  })
})
