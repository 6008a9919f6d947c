import { ApiError } from './api-error'

/** A failure that a test asks for. */
export interface Fault {
  status: number
  type?: string
  code?: string
  message?: string
  method?: string
  /** The beginning of the address. */
  path?: string
  /** How many requests fail; one unless said otherwise. */
  times?: number
  /** `after`: the request is done and only its answer is lost. */
  when?: 'before' | 'after'
}

/** Failures waiting for the requests they are meant for. */
export class Faults {
  private waiting: Fault[] = []

  add(fault: Fault): void {
    this.waiting.push({ ...fault })
  }

  clear(): void {
    this.waiting = []
  }

  /** Fails a request that is to fail before anything is done. */
  before(method: string, path: string): void {
    this.strike('before', method, path)
  }

  /** Loses the answer of a request that has been done. */
  after(method: string, path: string): void {
    this.strike('after', method, path)
  }

  private strike(when: 'before' | 'after', method: string, path: string): void {
    const fault = this.waiting.find(
      each =>
        (each.when ?? 'before') === when &&
        (!each.method || each.method === method) &&
        (!each.path || path.startsWith(each.path)),
    )
    if (!fault) return
    fault.times = (fault.times ?? 1) - 1
    if (fault.times < 1) this.waiting = this.waiting.filter(each => each !== fault)
    const type = fault.type ?? (fault.status >= 500 ? 'api_error' : 'invalid_request_error')
    throw new ApiError(fault.status, fault.message ?? 'A test asked for this failure.', {
      type,
      code: fault.code,
    })
  }
}
