import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { open, problemOf, readAll } from './fixtures/read-all'
import { writeTextWorkbook, writeWorkbook } from './fixtures/write-workbook'
import { readTable } from './read-table'

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
  }, 60_000)

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
  }, 60_000)
})
