import { htmlPage } from './html'

export interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

export interface PageRequest {
  /** The variable parts of the address. */
  parts: string[]
  path: string
  /** The submitted form; absent when the page is only looked at. */
  form?: string
}

/** A page of HTML. */
export function html(title: string, body: string, status = 200): PageAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: htmlPage(title, body) }
}

/** Leads the browser on. */
export function redirect(location: string): PageAnswer {
  return { status: 303, headers: { location }, body: '' }
}
