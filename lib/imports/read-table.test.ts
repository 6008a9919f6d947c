import { createReadStream, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { UnreadableFile } from './file-problem'
import { writeTextWorkbook, writeWorkbook } from './fixtures/write-workbook'
import { type ReadingHints, readTable, type Table } from './read-table'
import type { TableRow } from './table-row'

const excerpt = new URL('./fixtures/florida-register-excerpt.csv', import.meta.url)

async function* inPieces(bytes: Uint8Array, size = 997): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function open(bytes: Uint8Array | string, hints?: ReadingHints, size?: number): Promise<Table> {
  const result = await readTable(inPieces(Buffer.from(bytes), size), hints)
  if (!result.ok) throw result.problem
  return result.table
}

async function readAll(bytes: Uint8Array | string, hints?: ReadingHints, size?: number) {
  const table = await open(bytes, hints, size)
  const rows: TableRow[] = []
  for await (const row of table.rows) rows.push(row)
  await table.close()
  return { ...table, rows, encoding: table.encoding }
}

async function problemOf(bytes: Uint8Array | string): Promise<string> {
  const result = await readTable(inPieces(Buffer.from(bytes)))
  if (!result.ok) return result.problem.problem
  try {
    for await (const _ of result.table.rows);
    return 'none'
  } catch (error) {
    return error instanceof UnreadableFile ? error.problem : 'thrown'
  } finally {
    await result.table.close()
  }
}

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

describe('readTable, workbooks', () => {
  it('reads shared, inline and rich texts, numbers, dates, booleans and formulas as people see them', async () => {
    const xml = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>Unit</t></is></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c><c r="E2" t="s"><v>3</v></c><c r="F2" t="s"><v>4</v></c></row>
      <row r="3"><c r="A3" t="str"><f>A1</f><v>Lakeside &amp; Co</v></c><c r="B3"><v>101</v></c><c r="C3" s="1"><v>36526</v></c><c r="D3" s="2"><v>1234</v></c><c r="E3"><v>0.30000000000000004</v></c><c r="F3" s="3"><v>44562.75</v></c></row>
      <row r="5"><c r="B5"><v>1E+3</v></c><c r="C5" s="1"><v>59</v></c><c r="D5" s="4"><v>331541234</v></c><c r="E5" t="b"><v>1</v></c></row>`
    const bytes = await writeWorkbook({
      sheets: [
        { name: 'Secret', xml: '<row r="1"/>', state: 'hidden' },
        { name: 'Roster', xml },
      ],
      strings: ['Association', 'Owner since', 'Zip', 'Ratio', 'Seen_x0041_'],
      formats: { 164: 'yyyy\\-mm\\-dd', 165: '00000', 166: '00000\\-0000' },
      cellFormats: [0, 164, 165, 22, 166],
    })
    const table = await readAll(bytes)
    expect(table).toMatchObject({ format: 'xlsx', sheetName: 'Roster', headerRow: 2, encoding: null })
    expect(table.header).toEqual(['Association', 'Unit', 'Owner since', 'Zip', 'Ratio', 'SeenA'])
    expect(table.rows).toEqual([
      {
        number: 3,
        cells: ['Lakeside & Co', '101', '2000-01-01', '01234', '0.3', '2022-01-01 18:00:00'],
        problem: null,
      },
      { number: 5, cells: ['', '1000', '1900-02-28', '33154-1234', 'TRUE', ''], problem: null },
    ])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const xml =
      '<row><c t="inlineStr"><is><t>Unit</t></is></c><c t="inlineStr"><is><t>Since</t></is></c></row><row><c><v>1</v></c><c s="1"><v>35064</v></c></row>'
    const bytes = await writeWorkbook({ sheets: [{ name: 'A', xml }], cellFormats: [0, 14], date1904: true })
    expect((await readAll(bytes)).rows[0]?.cells).toEqual(['1', '2000-01-01'])
  })

  it('gives back every text that is written', async () => {
    const cell = fc.string({ unit: 'grapheme-ascii', maxLength: 10 }).map(s => s.replaceAll('_x', '').trim())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async rows => {
        const { rows: read } = await readAll(await writeTextWorkbook([['Unit', 'Owner'], ...rows]))
        expect(read.map(({ cells }) => cells)).toEqual(rows.filter(row => row.some(text => text !== '')))
      }),
      { numRuns: 30 },
    )
  })

  it('leaves no temporary file behind, read to the end or not', async () => {
    const before = (await readdir(tmpdir())).filter(name => name.startsWith('portico-import-')).length
    const bytes = await writeTextWorkbook([
      ['Unit', 'Owner'],
      ['1', 'Ann'],
      ['2', 'Bo'],
    ])
    const table = await open(bytes)
    for await (const _ of table.rows) break
    await table.close()
    await table.close()
    await problemOf(Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(400)]))
    expect((await readdir(tmpdir())).filter(name => name.startsWith('portico-import-'))).toHaveLength(before)
  })
})

describe('readTable, other files', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \r\n\r\n'],
    ['pdf', '%PDF-1.7 …'],
    ['old_excel', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    [
      'protected_workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['archive', Buffer.from('1f8b0800', 'hex')],
    ['web_page', '<html><table><tr><td>Unit</td></tr></table></html>'],
    ['binary', Buffer.from([1, 2, 3, 0, 4, 0, 0, 0, 0, 7, 200, 12])],
    ['no_header', 'just one line of words'],
    ['damaged_workbook', Buffer.from('PK\x03\x04 and then nothing')],
  ])('refuses: %s', async (problem, bytes) => {
    expect(await problemOf(bytes)).toBe(problem)
  })

  it('refuses a sheet that breaks off, and a document with its own entities', async () => {
    const sheet = (xml: string) => writeWorkbook({ sheets: [{ name: 'A', xml }] })
    const good =
      '<row><c t="inlineStr"><is><t>Unit</t></is></c><c t="inlineStr"><is><t>Owner</t></is></c></row>'
    expect(await problemOf(await sheet(`${good}<row><c>`))).toBe('damaged_workbook')
    expect(
      await problemOf(await sheet(`${good}<row><c t="inlineStr"><is><t>&boom;</t></is></c></row>`)),
    ).toBe('damaged_workbook')
  })

  it('refuses an archive whose texts unpack to more than may be kept', async () => {
    const text = 'x'.repeat(30_000)
    const bytes = await writeWorkbook({
      sheets: [{ name: 'A', xml: '<row/>' }],
      strings: Array.from({ length: 4000 }, () => text),
    })
    expect(bytes.length).toBeLessThan(1_000_000)
    expect(await problemOf(bytes)).toBe('too_much_content')
  })

  it('stops at 50 MB without reading on', async () => {
    let sent = 0
    async function* endless() {
      yield Buffer.from('Unit,Owner\n')
      for (;;) {
        sent += 1024 * 1024
        yield Buffer.from(`1,${'Ann '.repeat(2047)}\n`.repeat(128)).subarray(0, 1024 * 1024)
      }
    }
    const result = await readTable(endless())
    if (!result.ok) throw result.problem
    await expect(async () => {
      for await (const _ of result.table.rows);
    }).rejects.toMatchObject({ problem: 'too_large' })
    expect(sent).toBeLessThan(54 * 1024 * 1024)
  })
})
