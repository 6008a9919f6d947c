import { minuteOfDayIn } from '@/lib/time/zone-clock'
import { secretFields, type TemplateName } from './templates'

/** Minutes after midnight, from the first up to the other; past midnight when the other is earlier. */
export type QuietHours = { zone: string; fromMinute: number; untilMinute: number }

/** Whether the clocks of the zone show quiet hours at an instant. */
export function isQuiet({ zone, fromMinute, untilMinute }: QuietHours, at: Date): boolean {
  const minute = minuteOfDayIn(zone, at)
  const [after, before] = [minute >= fromMinute, minute < untilMinute]
  return fromMinute < untilMinute ? after && before : after || before
}

const minuteMs = 60_000
/** Clocks are only ever put forward or back on a quarter of an hour, so up to the next one they can be reckoned with. */
const quarter = 15

/**
 * When quiet hours that hold at `now` end: the first minute at which the clocks show their end or later, whatever
 * was done to the clocks in between; null when `now` is not quiet.
 */
export function quietUntil(hours: QuietHours, now: Date): Date | null {
  if (!isQuiet(hours, now)) return null
  let at = Math.floor(now.getTime() / minuteMs)
  while (isQuiet(hours, new Date(at * minuteMs))) {
    const left = (hours.untilMinute - minuteOfDayIn(hours.zone, new Date(at * minuteMs)) + 1440) % 1440
    at += Math.min(left, quarter - (at % quarter))
  }
  return new Date(at * minuteMs)
}

/** Whether a message is sent even in quiet hours: one with a one-time link, which its reader waits for and which lapses. */
export function isUrgent(template: string): boolean {
  return (secretFields[template as TemplateName] ?? []).length > 0
}
