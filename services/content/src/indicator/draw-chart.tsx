import { WIDE_CHART, WideChart, type LineChartProps } from '@stem/ui/line-chart'
import { html, raw } from 'hono/html'

// The light colours of the design guide: a file has no sheet and no theme.
const INK = '#0b1b34'
const MUTED = '#56657c'
const LINE = '#d5dce8'
const LINES = [INK, '#1f4bc6', '#b35900', '#0b766f', '#a6257e', '#6a6f00']
const FONT = "'Coalition Text','Source Sans 3','Source Sans Pro',Arial,sans-serif"
const MARGIN = 24
const HEAD = 92
const FOOT = 56
const LONGEST_LINE = 92

const LOOKS: Record<string, string> = {
  ax: `fill="none" stroke="${LINE}"`,
  'ax z': 'fill="none" stroke="#74829a"',
  bgl: 'fill="none" stroke="#b8c3d4" stroke-width="1" stroke-linecap="round"',
  ha: 'fill="none" stroke="#ffffff" stroke-width="6"',
  ...Object.fromEntries(
    LINES.flatMap((colour, index) => [
      [`l k${index}`, `fill="none" stroke="${colour}" stroke-width="2.75" stroke-linejoin="round" stroke-linecap="round"`],
      [`v k${index}`, `fill="${colour}" font-weight="700"`],
    ]),
  ),
}

/** Words of a sentence in lines that fit over the chart; what does not fit in two ends with an ellipsis. */
export function linesOfText(text: string, longest = LONGEST_LINE, most = 2): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]} …`]
}

/** What stands over and under the chart. */
export type ChartWords = { heading: string; measure: string; source: string; address: string }

/** The chart as a drawing that stands alone: own colours as attributes, heading, measure, source with terms, and where it is from. */
export function drawChart(props: LineChartProps, { heading, measure, source, address }: ChartWords): string {
  const [width, height] = WIDE_CHART
  const [fullWidth, fullHeight] = [width + 2 * MARGIN, height + HEAD + FOOT + MARGIN]
  const drawing = (<WideChart {...props} />)
    .toString()
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    .replaceAll(/class="([^"]*)"/g, (_, name: string) => LOOKS[name] ?? '')
  const titles = linesOfText(heading)
  const rise = (titles.length - 1) * 26
  const text = (line: string, y: number, look: string) => html`<text x="${MARGIN}" y="${y}" ${raw(look)}>${line}</text>`
  return String(
    html`<svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 ${fullWidth} ${fullHeight + rise}"
      width="${fullWidth}"
      height="${fullHeight + rise}"
      role="img"
      font-family="${FONT}"
      font-size="14"
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      ${titles.map((line, index) => text(line, MARGIN + 18 + index * 26, `font-size="21" font-weight="600" fill="${INK}"`))}${text(measure, MARGIN + 44 + rise, `font-size="15" fill="${MUTED}"`)}
      <g transform="translate(${MARGIN} ${HEAD + rise})" fill="${MUTED}" font-weight="500">${raw(drawing)}</g>
      ${text(source, HEAD + rise + height + 26, `font-size="13" fill="${MUTED}"`)}${text(address, HEAD + rise + height + 46, `font-size="13" fill="${MUTED}"`)}
    </svg>`,
  )
}
