/**
 * How long a shell waits for a page to begin before it looks for itself, in milliseconds. A page begins in the same
 * pass as its shell, a millisecond or two later; a server that compiles pages as they are asked for takes longer.
 */
const grace = 250

/**
 * Hands something that the page proves to the shell around it. The page announces itself by `claim`, at once and
 * before it waits for anything; then the shell waits for it. When no page begins (a prefetch renders shells alone,
 * and a page may be one that asks nobody), the shell looks for itself, so that it can never wait for ever.
 */
export class Handoff<T> {
  private readonly deferred = Promise.withResolvers<T>()
  private readonly begun = Promise.withResolvers<void>()
  private claimed = false

  constructor(private readonly look: () => Promise<T>) {
    // A shell that does not wait must not turn the page's failure into an unhandled one.
    this.deferred.promise.catch(() => undefined)
  }

  /** Announces that a page will resolve or reject. */
  claim(): void {
    this.claimed = true
    this.begun.resolve()
  }

  resolve(value: T): void {
    this.deferred.resolve(value)
  }

  reject(error: unknown): void {
    this.deferred.reject(error)
  }

  /** Waits for the page, or looks when there is none. */
  async wait(): Promise<T> {
    if (!this.claimed) {
      const patience = setTimeout(this.begun.resolve, grace)
      await this.begun.promise
      clearTimeout(patience)
    }
    if (!this.claimed) {
      this.claim()
      this.look().then(this.deferred.resolve, this.deferred.reject)
    }
    return this.deferred.promise
  }
}
