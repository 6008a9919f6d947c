import { ChartFrame, type ChartProps } from './chart-frame'
import { Drawing } from './drawing'
import { Plot } from './plot'
import { type ChartPoint, type Scale, scaleOf, topOf, valuesOf } from './scale'

/** A series over time as a line over its area, with the last figure beside its name. */
export function LineChart({
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
  const gaps = Math.max(1, points.length - 1)
  const leftOf = (index: number) => (points.length === 1 ? 50 : (index / gaps) * 100)
  const last = values.at(-1)
  const frame = {
    label,
    href,
    points,
    format,
    along,
    headline: headline ?? (last === undefined ? '—' : format(last)),
  }
  return (
    <ChartFrame {...frame}>
      <Plot
        {...{ points, scale, height, format, axisFormat, mark, leftOf }}
        stripWidth={points.length === 1 ? 100 : 100 / gaps}
        dots
      >
        <Drawing {...{ label, points, format }}>
          {runsOf(points, scale, leftOf).map(run => (
            <g key={run.line}>
              <path d={run.area} fill="currentColor" fillOpacity="0.1" />
              <path
                d={run.line}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.75"
                strokeLinejoin="round"
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
              />
            </g>
          ))}
        </Drawing>
      </Plot>
    </ChartFrame>
  )
}

/** The stretches of known values, each as the outline of its line and of the area under it. */
function runsOf(points: readonly ChartPoint[], scale: Scale, leftOf: (index: number) => number) {
  const runs: { x: number; y: number }[][] = []
  for (const [index, { value }] of points.entries()) {
    if (value === null) runs.push([])
    else {
      if (runs.length === 0) runs.push([])
      runs.at(-1)?.push({ x: leftOf(index), y: topOf(value, scale) })
    }
  }
  const zero = topOf(0, scale)
  return runs
    .filter(run => run.length > 0)
    .map(run => {
      const line = `M${run.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}`
      return { line, area: `${line}L${run.at(-1)?.x.toFixed(2)},${zero}L${run[0]?.x.toFixed(2)},${zero}Z` }
    })
}
