import type { Invoice } from '@/lib/dev/stripe/rows'
import { day, money } from './html'

const linesPerPage = 44

/** The invoice as a PDF of A4 pages in a standard font; signs beyond Latin-1 become question marks. */
export function invoicePdf(invoice: Invoice): Buffer {
  const rows = rowsOf(invoice)
  const count = Math.max(1, Math.ceil(rows.length / linesPerPage))
  const pages = Array.from({ length: count }, (_, page) =>
    rows.slice(page * linesPerPage, (page + 1) * linesPerPage),
  )
  return assemble(pages.map(content))
}

type Row = [text: string, amount?: string]

function rowsOf(invoice: Invoice): Row[] {
  const { currency, number, status } = invoice
  const cents = (amount: number) => money(amount, currency)
  return [
    [`Invoice ${number ?? ''}`],
    [`${invoice.account_name ?? ''}, ${day(invoice.created)}, ${status ?? ''}`],
    [`Bill to: ${invoice.customer_name ?? invoice.customer_email ?? ''}`],
    [''],
    ...invoice.lines.data.map((line): Row => [line.description ?? '', cents(line.amount)]),
    [''],
    ...(invoice.total_discount_amounts ?? []).map((part): Row => ['Discount', cents(-part.amount)]),
    ['Total', cents(invoice.total)],
    ['Amount due', cents(invoice.amount_due)],
    ['Paid', cents(invoice.amount_paid)],
  ]
}

function content(rows: Row[]): Buffer {
  const text = rows.flatMap(([name, amount], at) => {
    const y = 790 - at * 17
    const left = `BT /F1 10 Tf 50 ${y} Td (${quote(name.slice(0, 84))}) Tj ET`
    // Digits of this font are equally wide, so that amounts can be set flush right by their length.
    const right = amount ? [`BT /F1 10 Tf ${545 - amount.length * 5.2} ${y} Td (${quote(amount)}) Tj ET`] : []
    return [left, ...right]
  })
  return Buffer.from(text.join('\n'), 'latin1')
}

function quote(text: string): string {
  return text.replace(/[^\x20-\xff]/g, '?').replace(/[\\()]/g, '\\$&')
}

// Objects: 1 catalogue, 2 pages, 3 font, then for each page itself and what is on it.
function assemble(contents: Buffer[]): Buffer {
  const kids = contents.map((_, page) => `${4 + page * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((stream, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}
