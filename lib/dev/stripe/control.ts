import { ApiError } from './api-error'
import type { Deliveries } from './deliveries'
import type { Emulator } from './emulator'
import type { Faults } from './faults'
import { catchUp } from './schedule'

export interface Controls {
  emulator: Emulator
  deliveries: Deliveries
  faults: Faults
}

/** Answers `/_emulator/*`: what tests and demos may turn. Bodies and answers are JSON. */
export async function answerControl(controls: Controls, path: string, body: string): Promise<object> {
  const { emulator, deliveries, faults } = controls
  const sent = body ? JSON.parse(body) : {}
  switch (path) {
    case '/_emulator/webhooks':
      deliveries.change(sent)
      return deliveries.habits
    case '/_emulator/flush':
      await deliveries.flush()
      return waiting(controls)
    case '/_emulator/resend':
      if (!deliveries.resend(sent.event)) throw new ApiError(404, `No such event: '${sent.event}'`)
      return waiting(controls)
    case '/_emulator/deliveries':
      return { ...waiting(controls), sent: deliveries.log }
    case '/_emulator/fail':
      faults.add(sent)
      return {}
    case '/_emulator/clock':
      if ('now' in sent) emulator.setClock(sent.now, sent.running)
      catchUp(emulator)
      return { now: emulator.now() }
    case '/_emulator/dunning':
      emulator.dunning = { ...emulator.dunning, ...sent }
      return emulator.dunning
    case '/_emulator/reset':
      emulator.store.clear()
      emulator.setClock(null)
      faults.clear()
      deliveries.reset()
      return {}
    default:
      throw new ApiError(404, `No such control: ${path}`)
  }
}

function waiting({ emulator }: Controls): object {
  const rows = emulator.store.all('delivery')
  return {
    waiting: rows.filter(row => row.state === 'waiting').length,
    givenUp: rows.filter(row => row.state === 'given-up').length,
  }
}
