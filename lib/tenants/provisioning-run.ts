import { randomUUID } from 'node:crypto'
import { asPlatform } from '@/lib/db/as-platform'
import { log } from '@/lib/log/log'
import type { ProvisioningStep } from './rules'

export type RunFacts = {
  via: 'sign-up' | 'dashboard' | 'api'
  slug: string
  name: string
  adminId?: string
  apiTokenId?: string
  requestHash?: string
}

type Entry = { step: ProvisioningStep; finishedAt: Date | null; outcome: 'done' | 'skipped' | null }

/** The record of one attempt to set a company up. It is written outside the transactions it tells of, so it outlives them. */
export class ProvisioningRun {
  private readonly entries: Entry[] = []

  private constructor(readonly id: string) {}

  /** Begins a record. */
  static async start(facts: RunFacts): Promise<ProvisioningRun> {
    const { id } = await asPlatform(tx =>
      tx.platformProvisioningRun.create({ data: facts, select: { id: true } }),
    )
    return new ProvisioningRun(id)
  }

  /** The step that was begun last. */
  get current(): ProvisioningStep {
    return this.entries.at(-1)?.step ?? 'tenant'
  }

  /** Does one step; that it began is on record before it does. */
  async step<T>(step: ProvisioningStep, work: () => Promise<T>): Promise<T> {
    const entry: Entry = { step, finishedAt: null, outcome: null }
    await this.begin(entry)
    const result = await work()
    Object.assign(entry, { finishedAt: new Date(), outcome: 'done' })
    return result
  }

  /** Records that a step has nothing to do. */
  async skip(step: ProvisioningStep): Promise<void> {
    await this.begin({ step, finishedAt: new Date(), outcome: 'skipped' })
  }

  private async begin(entry: Entry): Promise<void> {
    this.entries.push(entry)
    const data = { runId: this.id, step: entry.step, position: this.entries.length, startedAt: new Date() }
    await asPlatform(tx => tx.platformProvisioningStep.createMany({ data: [data] }))
  }

  /** Ends the record of a company that now exists. A record that cannot be ended takes no company back. */
  async succeed(tenantId: string): Promise<void> {
    try {
      await this.end({ tenantId, outcome: 'done' }, ({ outcome }) => outcome ?? 'done', null)
    } catch (error) {
      log().error({ err: error, run: this.id }, 'provisioning: the record could not be ended')
    }
  }

  /** Ends the record of a company that could not be, for a reason its maker can do something about. */
  async refuse(): Promise<void> {
    const failedStep = this.current
    await this.end({ outcome: 'refused', failedStep }, entry => this.undone(entry), null)
  }

  /**
   * Ends the record of a company that could not be because something broke.
   * @returns the id under which the error is in the log
   */
  async fail(error: unknown): Promise<string> {
    const [errorId, failedStep] = [randomUUID(), this.current]
    log().error({ err: error, id: errorId, run: this.id, step: failedStep }, 'provisioning failed')
    await this.end({ outcome: 'failed', failedStep, errorId }, entry => this.undone(entry), errorId)
    return errorId
  }

  private undone({ step, outcome }: Entry): string {
    if (step === this.current) return 'failed'
    return outcome === 'skipped' ? 'skipped' : 'undone'
  }

  private async end(
    run: { tenantId?: string; outcome: string; failedStep?: string; errorId?: string },
    outcomeOf: (entry: Entry) => string,
    errorId: string | null,
  ): Promise<void> {
    const now = new Date()
    await asPlatform(async tx => {
      for (const entry of this.entries) {
        const outcome = outcomeOf(entry)
        await tx.platformProvisioningStep.updateMany({
          where: { runId: this.id, step: entry.step },
          data: {
            finishedAt: entry.finishedAt ?? now,
            outcome,
            errorId: outcome === 'failed' ? errorId : null,
          },
        })
      }
      await tx.platformProvisioningRun.update({ where: { id: this.id }, data: { ...run, finishedAt: now } })
    })
  }
}
