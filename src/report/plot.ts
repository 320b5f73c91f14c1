import { roundTicks } from './axis.ts';
import { type Html, html } from './html.ts';
import type { Band, Point } from './series.ts';

/** A plot over time as SVG: bands of phases, a grid of round numbers, lines with gaps, limits, and a tooltip for each point. */
export interface Plot {
  /** Text for a screen reader. */
  description: string;
  /** Minutes. */
  from: number;
  to: number;
  y: { from: number; to: number; unit: string };
  bands: readonly Band[];
  lines: readonly PlotLine[];
  limits: readonly { value: number; label: string; tone: Tone }[];
}

export interface PlotLine {
  name: string;
  tone: Tone;
  /** `steps` holds a value until the next point; `dots` are not connected; `thin` is a line in the background. */
  shape: 'line' | 'steps' | 'dots' | 'thin';
  points: readonly Point[];
  /** Formats a value for a tooltip. */
  text: (value: number) => string;
}

/** Names of colors in the page's style. */
export type Tone = 'candidate' | 'baseline' | 'harm' | 'good' | 'quiet';

const width = 960;
const height = 250;
const frame = { left: 52, right: 14, top: 26, bottom: 34 };
const inner = {
  width: width - frame.left - frame.right,
  height: height - frame.top - frame.bottom,
  bottom: height - frame.bottom,
};

/** Draws a plot. */
export function plotSvg(plot: Plot): Html {
  const scale = scaleOf(plot);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plot.description}">
${plot.bands.map((band, index) => bandSvg(band, index, scale))}
${grid(plot, scale)}
${plot.limits.map(limit => limitSvg(limit, scale))}
${plot.lines.map(line => (line.shape === 'dots' ? dotsSvg(line, plot, scale) : lineSvg(line, scale)))}
${plot.lines.map(line => (line.shape === 'thin' || line.shape === 'dots' ? undefined : hoverSvg(line, scale)))}
</svg>`;
}

interface Scale {
  x(minute: number): number;
  y(value: number): number;
}

function scaleOf({ from, to, y }: Plot): Scale {
  const part = (value: number, low: number, high: number) =>
    high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
  return {
    x: minute => frame.left + part(minute, from, to) * inner.width,
    y: value => inner.bottom - part(value, y.from, y.to) * inner.height,
  };
}

function bandSvg({ from, to, label, phase }: Band, index: number, { x }: Scale): Html {
  const left = x(from);
  const wide = x(to) - left;
  // A letter is about 6 px wide; a label that does not fit is still in the tooltip.
  const fits = label.length * 6.4 + 8 <= wide;
  const kind = phase === 'rolling-back' ? 'rollback' : index % 2 === 0 ? 'even' : 'odd';
  return html`<g class="band ${kind}"><title>${label}: minute ${from.toFixed(1)} to ${to.toFixed(1)}</title><rect x="${px(left)}" y="${frame.top}" width="${px(wide)}" height="${inner.height}"/>${
    fits ? html`<text x="${px(left + wide / 2)}" y="${frame.top - 8}">${label}</text>` : undefined
  }</g>
`;
}

function grid({ from, to, y }: Plot, scale: Scale): Html {
  const rows = roundTicks(y.from, y.to, 5).map(value => {
    const at = px(scale.y(value));
    return html`<path class="grid${value === 0 ? ' zero' : ''}" d="M${frame.left} ${at}H${width - frame.right}"/><text class="y" x="${frame.left - 8}" y="${at}">${value}</text>
`;
  });
  const columns = roundTicks(from, to, 10).map(value => {
    const at = px(scale.x(value));
    return html`<path class="tick" d="M${at} ${inner.bottom}v5"/><text class="x" x="${at}" y="${inner.bottom + 18}">${value}</text>
`;
  });
  return html`<g class="axes">${rows}${columns}<text class="unit" x="${frame.left - 8}" y="${frame.top - 10}">${y.unit}</text><text class="unit end" x="${width - frame.right}" y="${height - 2}">minutes</text></g>`;
}

function limitSvg({ value, label, tone }: Plot['limits'][number], scale: Scale): Html {
  const at = scale.y(value);
  return html`<g class="limit ${tone}"><path d="M${frame.left} ${px(at)}H${width - frame.right}"/><text x="${frame.left + 6}" y="${px(at - 5)}">${label}</text></g>
`;
}

function lineSvg({ tone, shape, points }: PlotLine, scale: Scale): Html {
  return html`<path class="line ${shape} ${tone}" d="${pathOf(points, shape === 'steps', scale)}"/>
`;
}

/** Draws dots. Omits those outside of the axis: at its edge they would show a wrong value. */
function dotsSvg({ tone, points }: PlotLine, { y }: Plot, scale: Scale): Html {
  const dots = points.flatMap(({ minute, value }) =>
    value === undefined || value > y.to || value < y.from
      ? []
      : [html`<circle cx="${px(scale.x(minute))}" cy="${px(scale.y(value))}" r="1.9"/>`],
  );
  return html`<g class="dots ${tone}">${dots}</g>
`;
}

/** Returns the path of a line. It restarts after each gap; a point between two gaps becomes a short dash, to be visible. */
export function pathOf(points: readonly Point[], steps: boolean, { x, y }: Scale): string {
  let path = '';
  let open = false;
  points.forEach(({ minute, value }, index) => {
    if (value === undefined) {
      open = false;
      return;
    }
    const [left, top] = [px(x(minute)), px(y(value))];
    const alone = !open && points[index + 1]?.value === undefined;
    if (!open) path += `M${left} ${top}${alone ? 'h1' : ''}`;
    else path += steps ? `H${left}V${top}` : `L${left} ${top}`;
    open = true;
  });
  return path;
}

/** Draws an invisible circle at each point, with a tooltip. */
function hoverSvg({ name, tone, points, text }: PlotLine, { x, y }: Scale): Html {
  const spots = points.flatMap(({ minute, value }) =>
    value === undefined
      ? []
      : [
          html`<circle cx="${px(x(minute))}" cy="${px(y(value))}" r="5"><title>${name}: ${text(value)}, minute ${minute.toFixed(1)}</title></circle>`,
        ],
  );
  return html`<g class="spots ${tone}">${spots}</g>
`;
}

/** Rounds to a tenth of a pixel, to keep the file small. */
export const px = (value: number) => String(Math.round(value * 10) / 10);
