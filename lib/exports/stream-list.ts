import type { List } from '@/lib/lists/define-list'
import type { ListQuery } from '@/lib/lists/read-list-query'
import { walkList } from '@/lib/lists/walk-list'
import { fileColumns, headerLine, rowLines } from './rules'

type Transact = Parameters<typeof walkList>[0]

async function* lines(
  transact: Transact,
  list: List,
  query: ListQuery,
  zone: string,
): AsyncGenerator<string> {
  const columns = fileColumns(list, query.columns)
  const asked = { ...query, columns }
  yield headerLine(list, columns)
  for await (const rows of walkList(transact, list, asked, { zone }))
    yield rowLines(list, columns, rows, zone)
}

/**
 * Writes a list as CSV, batch by batch while the file is fetched.
 * @param transact runs one batch in a transaction of its own and proves anew that the reader may have it, or throws
 * @param zone where instants are told
 */
export function streamList(
  transact: Transact,
  list: List,
  query: ListQuery,
  zone: string,
): ReadableStream<Uint8Array> {
  const source = lines(transact, list, query, zone)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}
