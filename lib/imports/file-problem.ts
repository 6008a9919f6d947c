/** Why a file as a whole cannot be read, with the sentence shown to the person who chose it. */
export const fileProblems = {
  empty: 'The file is empty.',
  too_large: 'The file is larger than 50 MB. Split it, or remove columns that are not needed.',
  too_much_content:
    'The workbook unpacks to more than can be read at once. Save the sheet as CSV and try again.',
  pdf: 'This is a PDF. Export the list as CSV or as an Excel workbook (.xlsx) and try again.',
  old_excel: 'This is an Excel 97–2003 workbook (.xls). Open it, save it as .xlsx or CSV, and try again.',
  protected_workbook: 'This workbook is protected with a password. Save a copy without one and try again.',
  binary_workbook: 'This is a binary workbook (.xlsb). Save it as .xlsx or CSV and try again.',
  other_spreadsheet: 'This is an OpenDocument spreadsheet. Save it as .xlsx or CSV and try again.',
  archive: 'This is an archive, not a list. Unpack it and choose the CSV or .xlsx file inside.',
  image: 'This is an image. Choose a CSV or .xlsx file.',
  web_page: 'This is a web page saved under another name. Open it in Excel, save it as .xlsx, and try again.',
  binary: 'This file holds no text that can be read. Choose a CSV or .xlsx file.',
  damaged_workbook: 'The workbook is damaged and cannot be opened. Save it again from Excel and try again.',
  no_visible_sheet: 'The workbook has no visible sheet with rows.',
  no_header: 'No row with column headings was found in the first 40 rows.',
  quote_not_closed:
    'A quotation mark that opens a cell is never closed, so the rest of the file cannot be told apart.',
  row_too_long: 'One row is longer than a million characters; a quotation mark is probably never closed.',
  unexpected: 'Something went wrong on our side. What was written stays; import the file again to go on.',
} as const

export type FileProblem = keyof typeof fileProblems

/** Stops the reading of a file for a reason the person can act on; the row is counted from 1, as in a spreadsheet. */
export class UnreadableFile extends Error {
  constructor(
    readonly problem: FileProblem,
    readonly row: number | null = null,
  ) {
    super(fileProblems[problem])
    this.name = 'UnreadableFile'
  }
}
