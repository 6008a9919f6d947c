interface Details {
  type?: string
  code?: string
  param?: string
  decline_code?: string
  payment_intent?: object
  setup_intent?: object
}

/** An answer of Stripe that is an error, with the members of its error object. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: Details = {},
    /** Whether what was done before the error stays, as with a declined card. */
    readonly keepsChanges = false,
  ) {
    super(message)
  }

  toBody(requestId: string): object {
    const { type = 'invalid_request_error', ...rest } = this.details
    const doc_url = rest.code
      ? `https://stripe.com/docs/error-codes/${rest.code.replaceAll('_', '-')}`
      : undefined
    const request_log_url = `https://dashboard.stripe.com/test/logs/${requestId}`
    return { error: { message: this.message, type, ...rest, doc_url, request_log_url } }
  }
}

/** A request with a parameter that does not do. */
export function invalid(message: string, param?: string, code?: string): ApiError {
  return new ApiError(400, message, { param, code })
}

/** No object of that id; `byPath` when the id was the address itself. */
export function noSuch(what: string, id: string, param = 'id', byPath = false): ApiError {
  const details = { code: 'resource_missing', param }
  return new ApiError(byPath ? 404 : 400, `No such ${what}: '${id}'`, details)
}

/** A value that Stripe would take and this emulator cannot. */
export function unsupported(what: string, param: string): ApiError {
  return invalid(`The emulator does not do ${what}.`, param)
}
