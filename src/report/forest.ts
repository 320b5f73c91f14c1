import type { RecordedFinding } from '../decision/schema.ts';
import { interval } from './figures.ts';
import { type Html, html } from './html.ts';
import { px } from './plot.ts';

/** Draws a forest plot: ratio and interval of each metric on one logarithmic axis. Right of 1 is worse than the baseline. */

const width = 960;
const row = 34;
const names = 250;
const right = 24;
const top = 8;

export function forestSvg(findings: readonly RecordedFinding[]): Html | undefined {
  const shown = findings.filter(({ ratio }) => ratio !== undefined && ratio.estimate !== null);
  if (shown.length === 0) return undefined;
  const scale = scaleOf(shown);
  const bottom = top + shown.length * row;
  const ticks = scale.ticks.map(
    value =>
      html`<path class="grid${value === 1 ? ' zero' : ''}" d="M${px(scale.x(value))} ${top}V${bottom}"/><text class="x" x="${px(scale.x(value))}" y="${bottom + 18}">${value < 1 ? `1/${1 / value}` : value}×</text>
`,
  );
  return html`<svg viewBox="0 0 ${width} ${bottom + 28}" role="img" aria-label="Ratio of bad requests of the candidate to those of the baseline, with intervals">
<g class="axes">${ticks}</g>
${shown.map((finding, index) => rowSvg(finding, top + (index + 0.5) * row, scale))}
</svg>`;
}

interface Scale {
  ticks: number[];
  x(ratio: number): number;
}

/** Chooses powers of two around the values, always including 1. */
function scaleOf(findings: readonly RecordedFinding[]): Scale {
  const ends = findings.flatMap(({ ratio }) =>
    [ratio?.low, ratio?.estimate, ratio?.high].flatMap(each => (each == null || each <= 0 ? [] : [each])),
  );
  const from = Math.max(-3, Math.min(-1, Math.floor(Math.log2(Math.min(...ends)))));
  const to = Math.min(6, Math.max(1, Math.ceil(Math.log2(Math.max(...ends)))));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => 2 ** (from + index));
  return {
    ticks,
    x: ratio => {
      const part = ratio <= 0 ? 0 : (Math.log2(ratio) - from) / (to - from);
      return names + Math.min(1, Math.max(0, part)) * (width - names - right);
    },
  };
}

function rowSvg(finding: RecordedFinding, at: number, { x }: Scale): Html {
  const { ratio, name, boundary, status } = finding;
  if (ratio?.estimate == null) return html``;
  const tone = status === 'harmed' ? 'harm' : status === 'passed' ? 'good' : 'quiet';
  const label = boundary === undefined ? name : `${name}: slower than ${boundary} s`;
  const open = ratio.high === null;
  const end = open ? width - right : x(ratio.high ?? 1);
  return html`<g class="interval ${tone}"><title>${label}: ${interval(finding)}</title><text x="${names - 14}" y="${px(at)}">${label}</text><path d="M${px(x(ratio.low))} ${px(at)}H${px(end)}${
    open ? html`m-7 -5l7 5l-7 5` : undefined
  }"/><circle cx="${px(x(ratio.estimate))}" cy="${px(at)}" r="5"/></g>
`;
}
