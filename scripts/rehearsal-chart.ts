/** Renders the chart of a rehearsal as SVG: requests per second, stacked by version, with the events; below it the errors. */
import { niceTop, roundTicks } from '../src/report/axis.ts';
import { whole } from '../src/report/figures.ts';
import { type Html, html } from '../src/report/html.ts';
import type { Tone } from '../src/report/plot.ts';
import type { LoadReport, LoadSecond } from './load-report.ts';
import type { TrafficEvent } from './rehearsal-events.ts';

export interface ChartOptions {
  /** In px, without scaling. */
  width: number;
  /** Whether events show their label, or only their number in the list. */
  labelled: boolean;
}

/** Consecutive seconds of the load, drawn as one step of the areas. */
export interface Bin {
  /** Seconds since the first request. */
  from: number;
  to: number;
  /** Answers per second of each version, without lost requests. */
  versions: Readonly<Record<string, number>>;
  /** Requests per second that were lost, and that a version answered with an error by design. */
  failed: number;
  injected: number;
}

const height = { main: 230, gap: 34, errors: 56, axis: 34, lane: 17 };
const side = { left: 40 };
/** More bins would make the edges of the areas look jagged. */
const mostBins = 140;

/** Renders the chart. @param events in order; they are numbered 1, 2, 3 …  */
export function chartSvg(
  load: LoadReport,
  events: readonly TrafficEvent[],
  { width, labelled }: ChartOptions,
): Html {
  // The last second is incomplete.
  const seconds = load.seconds.slice(0, -1);
  const bins = binsOf(seconds);
  const end = Math.max(1, seconds.length);
  const textOf = (event: TrafficEvent, index: number) => (labelled ? event.label : String(index + 1));
  // A label starts at the line of its event. The plot is narrow enough that no label crosses the right edge.
  const room = (event: TrafficEvent, index: number) =>
    ((width - side.left - widthOf(textOf(event, index))) * end) / Math.max(1, Math.min(event.second, end));
  const right = Math.min(width - 18, ...events.map((event, index) => side.left + room(event, index)));
  const x = (second: number) => side.left + (Math.min(second, end) / end) * (right - side.left);
  const labels = events.map((event, index) => ({ x: x(event.second), text: textOf(event, index) }));
  const lanes = lanesOf(labels);
  const top = 14 + (1 + Math.max(0, ...lanes)) * height.lane;
  const bottom = top + height.main;
  const under = bottom + height.gap + height.errors;
  const versions = Object.keys(load.versions).sort();
  const highest = niceTop(Math.max(1, ...bins.map(totalOf)));
  const worst = niceTop(Math.max(1, ...bins.map(({ failed, injected }) => failed + injected)));
  const main: Scale = { x, y: value => bottom - (value / highest) * height.main };
  const errors: Scale = { x, y: value => under - (value / worst) * height.errors };
  return html`<svg class="${labelled ? 'wide' : 'narrow'}" viewBox="0 0 ${width} ${under + height.axis}" role="img" aria-label="Requests per second by version over ${end} seconds, with ${events.length} events">
${rows(main, roundTicks(0, highest, 4), right)}
${areas(bins, versions, main)}
${rows(errors, [0, worst], right)}
${stack(bins, [bin => bin.injected, bin => bin.failed], errors).map((d, index) => html`<path class="area ${index === 0 ? 'quiet' : 'harm'}" d="${d}"/>`)}
<text class="caption" x="${side.left}" y="${under - height.errors - 8}">errors per second</text>
<text class="caption" x="${side.left}" y="${10}">requests per second</text>
${timeAxis(x, end, right, under)}
${events.map((event, index) => eventSvg(event, labels[index]?.text ?? '', { x: x(event.second), lane: lanes[index] ?? 0, top, under }))}
${bins.map(bin => hover(bin, versions, { x, top, under }))}
</svg>`;
}

interface Scale {
  x(second: number): number;
  y(value: number): number;
}

/** Colors of versions, in their order. */
export const tones: readonly Tone[] = ['quiet', 'baseline', 'candidate', 'good'];
export const toneOf = (index: number): Tone => tones[index % tones.length] ?? 'quiet';

/** Joins seconds into at most `mostBins` bins. A lost request belongs to no version. */
export function binsOf(seconds: readonly LoadSecond[]): Bin[] {
  const size = Math.max(1, Math.ceil(seconds.length / mostBins));
  return Array.from({ length: Math.ceil(seconds.length / size) }, (_, index) => {
    const joined = seconds.slice(index * size, (index + 1) * size);
    const rate = (value: (second: LoadSecond) => number) =>
      joined.reduce((sum, second) => sum + value(second), 0) / joined.length;
    const names = [...new Set(joined.flatMap(({ versions }) => Object.keys(versions)))];
    return {
      from: index * size,
      to: index * size + joined.length,
      versions: Object.fromEntries(names.map(name => [name, rate(({ versions }) => versions[name] ?? 0)])),
      failed: rate(({ failed }) => failed),
      injected: rate(({ injected }) => injected),
    };
  });
}

const totalOf = ({ versions, failed }: Bin) =>
  Object.values(versions).reduce((sum, each) => sum + each, 0) + failed;

function areas(bins: readonly Bin[], versions: readonly string[], scale: Scale): Html[] {
  const layers = [
    ...versions.map(version => (bin: Bin) => bin.versions[version] ?? 0),
    ({ failed }: Bin) => failed,
  ];
  return stack(bins, layers, scale).map((d, index) => {
    const name = versions[index];
    return html`<path class="area ${name === undefined ? 'harm' : toneOf(index)}" d="${d}"/>
`;
  });
}

/** Returns the outlines of stacked areas, one for each layer; an empty string for a layer without values. */
export function stack(
  bins: readonly Bin[],
  layers: readonly ((bin: Bin) => number)[],
  { x, y }: Scale,
): string[] {
  const floor = bins.map(() => 0);
  return layers.map(layer => {
    const low = [...floor];
    bins.forEach((bin, index) => {
      floor[index] = (floor[index] ?? 0) + layer(bin);
    });
    if (floor.every((value, index) => value === low[index])) return '';
    const edge = (values: readonly number[]) =>
      bins.flatMap(({ from, to }, index) => {
        const at = px(y(values[index] ?? 0));
        return [`${px(x(from))} ${at}`, `${px(x(to))} ${at}`];
      });
    return `M${edge(floor).join('L')}L${edge(low).reverse().join('L')}Z`;
  });
}

function rows({ y }: Scale, values: readonly number[], right: number): Html[] {
  return values.map(value => {
    const at = px(y(value));
    return html`<path class="grid${value === 0 ? ' zero' : ''}" d="M${side.left} ${at}H${right}"/><text class="y" x="${side.left - 7}" y="${at}">${value}</text>
`;
  });
}

const timeSteps = [5, 10, 15, 30, 60, 120, 300, 600, 1200];

function timeAxis(x: (second: number) => number, end: number, right: number, bottom: number): Html {
  const step = timeSteps.find(each => (end / each) * 64 <= right) ?? 3600;
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  return html`${ticks.map(
    second =>
      html`<path class="tick" d="M${px(x(second))} ${bottom}v5"/><text class="x" x="${px(x(second))}" y="${bottom + 18}">${minutes(second)}</text>
`,
  )}<text class="unit end" x="${right}" y="${bottom + 32}">minutes since the first request</text>`;
}

/** Formats seconds as minutes, such as `1:05`. */
export const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Approximate width of a label in px. */
const widthOf = (text: string) => text.length * 6.3 + 12;

/**
 * Returns the lane of each label; 0 is the lowest. A label starts at its line and is placed above the labels whose lines would cross it.
 * @param labels from left to right.
 */
export function lanesOf(labels: readonly { x: number; text: string }[]): number[] {
  const lanes: number[] = [];
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const { x = 0, text = '' } = labels[index] ?? {};
    const crossed = lanes.filter((_, other) => other > index && (labels[other]?.x ?? 0) < x + widthOf(text));
    lanes[index] = 1 + Math.max(-1, ...crossed);
  }
  return lanes;
}

interface Place {
  x: number;
  lane: number;
  top: number;
  under: number;
}

function eventSvg({ tone, text, version, second }: TrafficEvent, label: string, place: Place): Html {
  const y = place.top - 8 - place.lane * height.lane;
  return html`<g class="event ${tone}"><title>${minutes(second)}, version ${version}: ${text}</title><path d="M${px(place.x)} ${y - 10}V${place.under}"/><text x="${px(place.x + 4)}" y="${y}">${label}</text></g>
`;
}

/** The tooltip of a bin. */
function hover(
  bin: Bin,
  versions: readonly string[],
  { x, top, under }: { x: Scale['x']; top: number; under: number },
): Html {
  const served = versions.flatMap(version => {
    const rate = bin.versions[version] ?? 0;
    return rate === 0 ? [] : [`${whole(rate)} by ${version}`];
  });
  const said = [...served, `${Number(bin.failed.toFixed(1))} lost`].join(', ');
  return html`<rect class="spot" x="${px(x(bin.from))}" y="${top}" width="${px(x(bin.to) - x(bin.from))}" height="${under - top}"><title>${minutes(bin.from)}: ${whole(totalOf(bin))} requests per second, ${said}</title></rect>
`;
}

/** Formats a coordinate with one decimal, to keep the file small. */
const px = (value: number) => String(Math.round(value * 10) / 10);
