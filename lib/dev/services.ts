import type { Tethered } from './tethered-process'

interface Service {
  name: string
  /** Resolves when the service ends by itself; absent for one that cannot. */
  exited?: Promise<number>
  stop(): Promise<unknown>
}

/** Services started one after another, watched, and stopped in reverse order. */
export class Services {
  private readonly running: Service[] = []
  private stopping: Promise<void> | undefined
  private readonly ended: Promise<string>
  private reportEnd: (sentence: string) => void = () => undefined

  constructor() {
    this.ended = new Promise(resolve => {
      this.reportEnd = resolve
    })
  }

  /** Takes charge of a service that has been started. */
  add(service: Service): void {
    if (this.stopping) void service.stop()
    this.running.push(service)
    void service.exited?.then(code => {
      if (!this.stopping) this.reportEnd(`${service.name} ended by itself (exit code ${code}).`)
    })
  }

  /** Runs a command to its end, as a service that is stopped with the others when that is wanted meanwhile. */
  async runToEnd(name: string, command: Tethered): Promise<void> {
    this.add({ name, stop: command.stop })
    const code = await command.exited
    this.running.splice(
      this.running.findIndex(service => service.stop === command.stop),
      1,
    )
    if (this.stopping) throw new Error('stopped')
    if (code !== 0) throw new Error(`${name} failed (exit code ${code}).`)
  }

  /** Resolves with a sentence when any service ends without having been asked to. */
  untilOneEnds(): Promise<string> {
    return this.ended
  }

  /** Stops everything in reverse order; calling it again waits for the same end. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll()
    return this.stopping
  }

  private async stopAll(): Promise<void> {
    for (const service of this.running.toReversed()) await service.stop()
  }
}
