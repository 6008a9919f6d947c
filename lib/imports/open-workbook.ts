import { posix } from 'node:path'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { UnreadableFile } from './file-problem'
import { type NumberStyle, readNumberFormat } from './format-cell'
import { walkXml } from './parse-xml'
import { SharedStrings } from './shared-strings'

const maxEntries = 5000
const maxPartBytes = 32 * 1024 * 1024
const maxStringsBytes = 320 * 1024 * 1024
const maxSheetBytes = 1024 * 1024 * 1024

/** What is needed to read the first visible sheet of a workbook. */
export type OpenWorkbook = {
  sheetName: string
  date1904: boolean
  strings: SharedStrings
  styles: NumberStyle[]
  openSheet: () => Promise<Readable>
  close: () => void
}

/**
 * Opens an .xlsx file and reads everything but the sheet itself. Sizes are taken from the directory of the
 * archive and held to it while unpacking, so that an archive cannot unpack to more than it says.
 * @throws UnreadableFile when this is no workbook, is damaged, is of another kind or unpacks to too much
 */
export async function openWorkbook(path: string): Promise<OpenWorkbook> {
  const zip = await openPromise(path, { autoClose: false }).catch(refuseDamage)
  try {
    const parts = await listParts(zip)
    const main = await findMainPart(zip, parts)
    const links = await readRelations(zip, parts, main)
    const { date1904, sheets } = await readSheetList(zip, parts, main)
    const sheet = sheets.find(({ hidden, link }) => !hidden && links.get(link)?.type.endsWith('/worksheet'))
    const target = sheet && parts.get(links.get(sheet.link)!.target)
    if (!target) throw new UnreadableFile('no_visible_sheet')
    const byType = (type: string) => [...links.values()].find(link => link.type.endsWith(type))?.target
    return {
      sheetName: sheet.name,
      date1904,
      strings: await readStrings(zip, parts.get(byType('/sharedStrings') ?? '')),
      styles: await readStyles(zip, parts.get(byType('/styles') ?? '')),
      openSheet: () => openPart(zip, target, maxSheetBytes),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    return refuseDamage(error)
  }
}

/** Errors of the archive or of its compression mean a damaged file; everything else stays what it is. */
export function refuseDamage(error: unknown): never {
  if (error instanceof UnreadableFile) throw error
  if (!(error instanceof Error)) throw error
  const code = (error as NodeJS.ErrnoException).code
  if (code && !code.startsWith('Z_')) throw error
  throw new UnreadableFile('damaged_workbook')
}

type Parts = Map<string, Entry>

async function listParts(zip: ZipFile): Promise<Parts> {
  const parts: Parts = new Map()
  if (zip.entryCount > maxEntries) throw new UnreadableFile('too_much_content')
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry)
  return parts
}

async function findMainPart(zip: ZipFile, parts: Parts): Promise<string> {
  if (parts.has('xl/workbook.bin')) throw new UnreadableFile('binary_workbook')
  if (parts.has('mimetype')) throw new UnreadableFile('other_spreadsheet')
  if (!parts.has('_rels/.rels')) throw new UnreadableFile('archive')
  const links = await readRelations(zip, parts, '')
  const main = [...links.values()].find(link => link.type.endsWith('/officeDocument'))?.target
  if (!main || !parts.has(main) || !main.startsWith('xl/')) throw new UnreadableFile('archive')
  return main
}

async function openPart(zip: ZipFile, entry: Entry, limit: number): Promise<Readable> {
  if (entry.isEncrypted()) throw new UnreadableFile('protected_workbook')
  if (entry.uncompressedSize > limit) throw new UnreadableFile('too_much_content')
  return await zip.openReadStreamPromise(entry)
}

/** Where the relations of a part lead: id → type and full path in the archive. */
async function readRelations(zip: ZipFile, parts: Parts, part: string) {
  const links = new Map<string, { type: string; target: string }>()
  const folder = posix.dirname(part)
  const entry = parts.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (!entry) return links
  await walkXml(await openPart(zip, entry, maxPartBytes), {
    open: (name, a) => {
      if (name !== 'Relationship' || !a.Id || !a.Type || !a.Target) return
      const target = a.Target.startsWith('/') ? a.Target.slice(1) : posix.join(folder, a.Target)
      links.set(a.Id, { type: a.Type, target })
    },
  })
  return links
}

async function readSheetList(zip: ZipFile, parts: Parts, main: string) {
  const sheets: { name: string; link: string; hidden: boolean }[] = []
  let date1904 = false
  await walkXml(await openPart(zip, parts.get(main)!, maxPartBytes), {
    open: (name, a) => {
      if (name === 'workbookPr') date1904 = a.date1904 === '1' || a.date1904 === 'true'
      if (name !== 'sheet') return
      const link = Object.entries(a).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: a.name ?? '', link, hidden: a.state === 'hidden' || a.state === 'veryHidden' })
    },
  })
  return { date1904, sheets }
}

async function readStrings(zip: ZipFile, entry: Entry | undefined): Promise<SharedStrings> {
  const strings = new SharedStrings()
  if (!entry) return strings
  let text = ''
  let inText = false
  let phonetic = false
  await walkXml(await openPart(zip, entry, maxStringsBytes), {
    open: name => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text: piece => {
      if (inText) text += piece
    },
    close: name => {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.add(text)
    },
  })
  return strings
}

async function readStyles(zip: ZipFile, entry: Entry | undefined): Promise<NumberStyle[]> {
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  if (!entry) return styles
  let inCells = false
  await walkXml(await openPart(zip, entry, maxPartBytes), {
    open: (name, a) => {
      if (name === 'numFmt') codes.set(Number(a.numFmtId), a.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells)
        styles.push(readNumberFormat(Number(a.numFmtId ?? 0), codes.get(Number(a.numFmtId ?? 0))))
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
