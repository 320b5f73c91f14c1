import type { Sample } from '../analysis/prometheus.ts';
import type { SignalComparison } from '../monitoring/comparison.ts';
import { quantity } from '../monitoring/health.ts';
import type { MonitorReport } from '../monitoring/monitor.ts';
import { checksTable } from './acceptance.ts';
import { niceTop } from './axis.ts';
import { htmlDocument } from './document.ts';
import { type Html, html } from './html.ts';
import { hasData, headlineOf, minute, tablesOf } from './monitor.ts';
import { tableSection } from './page-table.ts';
import { plotSvg } from './plot.ts';
import type { Point } from './series.ts';

/** Returns the report of `monitor` as one HTML file: the verdict, and a plot of each signal before and after the release. */
export function monitorPage(report: MonitorReport): string {
  const { app, environment, at, reasons, notes, readings, acceptance } = report;
  const { what, mood, next } = headlineOf(report);
  const why =
    reasons.map(({ sentence }) => sentence).join('; ') ||
    'no error budget burns fast enough to page a person, no signal that affects users got worse, and no critical or warning alert is firing';
  const body = html`<header>
<p>${app} → ${environment} · ${minute(at)} UTC</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd>${
    next === undefined ? undefined : html`<dt>Next</dt><dd>${next}.</dd>`
  }</dl>
</header>
${[...tablesOf(report), ...(acceptance === undefined ? [] : [checksTable(acceptance.results)])].map(tableSection)}
${(readings?.comparisons ?? []).filter(hasData).map(each => signalSection(each))}
${notes.length === 0 ? undefined : html`<section><h2>Also seen</h2><p>${notes.join('; ')}.</p></section>`}
<footer>A change is reported if the median moved by at least 25 %, and beyond the 90th (or 10th) percentile from before. Times are UTC.</footer>`;
  return htmlDocument(`${app} in ${environment}: ${what}`, body);
}

/** Units in which a plot shows values, and their factor. */
const units: Record<SignalComparison['signal']['unit'], { unit: string; factor: number }> = {
  share: { unit: '%', factor: 100 },
  seconds: { unit: 'ms', factor: 1000 },
  bytes: { unit: 'MiB', factor: 1 / 2 ** 20 },
  'bytes per second': { unit: 'KiB/s', factor: 1 / 2 ** 10 },
  'requests per second': { unit: '1/s', factor: 1 },
  cores: { unit: 'millicores', factor: 1000 },
  count: { unit: '', factor: 1 },
};

/** Draws the time before and the time after side by side, with a gap where the rollout was. */
function signalSection({
  signal,
  samples: { before, after },
  before: was,
  after: is,
}: SignalComparison): Html {
  const { unit, factor } = units[signal.unit];
  const pointsOf = (samples: readonly Sample[], start: number): Point[] => {
    const [first] = samples;
    return samples.map(([at, value]) => ({
      minute: start + (at - (first?.[0] ?? at)) / 60_000,
      value: value * factor,
    }));
  };
  const earlier = pointsOf(before, 0);
  const gap = (earlier.at(-1)?.minute ?? 0) + (earlier.length > 0 ? 1 : 0);
  const later = pointsOf(after, gap);
  const top = Math.max(0, ...[...earlier, ...later].map(({ value }) => value ?? 0));
  const line = (name: string, points: Point[], tone: 'baseline' | 'candidate') => ({
    name,
    tone,
    points,
    shape: 'line' as const,
    text: (value: number) => quantity(value / factor, signal.unit),
  });
  return html`<section><h2>${signal.title}</h2><p>${quantity(was, signal.unit)} before, ${quantity(is, signal.unit)} after</p>
<ul class="legend"><li class="baseline">before</li><li class="candidate">after</li></ul>
${plotSvg({
  description: `${signal.title} before and after the release`,
  from: 0,
  to: Math.max(1, later.at(-1)?.minute ?? gap),
  y: { from: 0, to: niceTop(top), unit },
  bands: [],
  lines: [line('before', earlier, 'baseline'), line('after', later, 'candidate')],
  limits: [],
})}</section>`;
}
