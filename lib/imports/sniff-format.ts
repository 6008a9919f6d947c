import { UnreadableFile } from './file-problem'

type Signature = { at: number; bytes: readonly number[] | string }

const images: Signature[] = [
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { at: 0, bytes: [0xff, 0xd8, 0xff] },
  { at: 0, bytes: 'GIF8' },
  { at: 8, bytes: 'WEBP' },
  { at: 4, bytes: 'ftyphei' },
  { at: 4, bytes: 'ftypavif' },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
]
const archives: Signature[] = [
  { at: 0, bytes: [0x1f, 0x8b] },
  { at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { at: 0, bytes: 'Rar!' },
  { at: 0, bytes: 'PK\x05\x06' },
]
const compound: Signature = { at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] }

/**
 * Tells text from a workbook by the first bytes; the name of the file counts for nothing.
 * @throws UnreadableFile for every other kind of file, naming it
 */
export function sniffFormat(head: Buffer): 'text' | 'workbook' {
  if (head.length === 0) throw new UnreadableFile('empty')
  if (matches(head, { at: 0, bytes: 'PK\x03\x04' })) return 'workbook'
  if (matches(head, { at: 0, bytes: '%PDF' })) throw new UnreadableFile('pdf')
  if (matches(head, compound))
    throw new UnreadableFile(isEncryptedPackage(head) ? 'protected_workbook' : 'old_excel')
  if (images.some(signature => matches(head, signature))) throw new UnreadableFile('image')
  if (archives.some(signature => matches(head, signature))) throw new UnreadableFile('archive')
  const start = head
    .toString('latin1', 0, 512)
    .replace(/^(ï»¿)?\s+|^ï»¿/, '')
    .toLowerCase()
  if (/^(<!doctype html|<html|<meta|<table)/.test(start)) throw new UnreadableFile('web_page')
  if (/^<\?xml/.test(start)) throw new UnreadableFile('web_page')
  return 'text'
}

function matches(head: Buffer, { at, bytes }: Signature): boolean {
  const wanted = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)
  return head.length >= at + wanted.length && head.subarray(at, at + wanted.length).equals(wanted)
}

function isEncryptedPackage(head: Buffer): boolean {
  return head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
