import { ChartFrame, type ChartProps } from './chart-frame'
import { Drawing } from './drawing'
import { Plot } from './plot'
import { scaleOf, topOf, valuesOf } from './scale'

/** A series of amounts as upright bars; amounts below zero hang. The headline is their sum unless it is given. */
export function BarChart({
  points,
  label,
  href,
  format = String,
  axisFormat = format,
  headline,
  height = 160,
  along = 'Day',
  mark,
}: ChartProps) {
  const values = valuesOf(points)
  const scale = scaleOf(mark ? [...values, mark.value] : values)
  const band = 100 / Math.max(1, points.length)
  const leftOf = (index: number) => (index + 0.5) * band
  const sum = values.reduce((all, value) => all + value, 0)
  const width = Math.min(band * 0.72, 12)
  return (
    <ChartFrame {...{ label, href, points, format, along, headline: headline ?? format(sum) }}>
      <Plot {...{ points, scale, height, format, axisFormat, mark, leftOf }} stripWidth={band}>
        <Drawing {...{ label, points, format }}>
          {points.map(({ label: name, value }, index) => {
            const [from, to] = [topOf(Math.max(value ?? 0, 0), scale), topOf(Math.min(value ?? 0, 0), scale)]
            return (
              <rect
                key={name}
                x={leftOf(index) - width / 2}
                width={width}
                y={from}
                height={to - from}
                fill="currentColor"
              />
            )
          })}
        </Drawing>
      </Plot>
    </ChartFrame>
  )
}
