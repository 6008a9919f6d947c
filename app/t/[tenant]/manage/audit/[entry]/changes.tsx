import type { ReactNode } from 'react'
import type { FieldChange } from '@/lib/audit-log/rules'

/** Fields of an entry, before and after; what differs is marked by words and weight, not by colour alone. */
export function Changes({ changes }: { changes: FieldChange[] }) {
  if (changes.length === 0)
    return <p className="px-4 py-6 text-muted">There is nothing to compare: only that it was done.</p>
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b bg-sunken text-start text-muted">
          <Head>Field</Head>
          <Head>Before</Head>
          <Head>After</Head>
        </tr>
      </thead>
      <tbody className="divide-y">
        {changes.map(({ field, before, after }) => (
          <tr key={field} className="align-top">
            <th scope="row" className="w-1/5 px-4 py-2.5 text-start font-medium">
              {field}
            </th>
            <Side value={before} differs={before !== after && after !== null}>
              {before !== null && before !== after && after !== null ? <del>{before}</del> : before}
            </Side>
            <Side value={after} differs={before !== after}>
              {after}
            </Side>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="px-4 py-2 text-start font-medium">
      {children}
    </th>
  )
}

function Side({ value, differs, children }: { value: string | null; differs: boolean; children: ReactNode }) {
  return (
    <td className="w-2/5 px-4 py-2.5 break-words whitespace-pre-line">
      {value === null ? (
        <span className="text-faint">
          <span aria-hidden>—</span>
          <span className="sr-only">empty</span>
        </span>
      ) : (
        <span className={differs ? 'font-medium' : 'text-muted'}>{children}</span>
      )}
    </td>
  )
}
