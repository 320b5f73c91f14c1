/** The report of a rehearsal as one HTML file that one would send to one's boss. It fetches nothing and runs no script. */
import { date, whole } from '../src/report/figures.ts';
import { Html, html } from '../src/report/html.ts';
import { tableHtml } from '../src/report/page-table.ts';
import { style } from '../src/report/style.ts';
import { counted } from '../src/toolkit/count.ts';
import { time } from '../src/toolkit/markdown.ts';
import { chartSvg, minutes, toneOf } from './rehearsal-chart.ts';
import { eventsOf, type TrafficEvent } from './rehearsal-events.ts';
import { isGood, type Rehearsal, type Step, stopOf, wholeMs } from './rehearsal-record.ts';

export function rehearsalPage(rehearsal: Rehearsal): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Rehearsal of a release</title>
<style>${new Html(style + ownStyle)}</style>
</head>
<body><main>
${head(rehearsal)}
${traffic(rehearsal, eventsOf(rehearsal))}
${pipeline(rehearsal)}
${reports(rehearsal)}
${checks(rehearsal)}
${next}
${details(rehearsal)}
<footer>Written by scripts/rehearse. Slipway takes a container from a commit to production on Kubernetes.</footer>
</main></body>
</html>
`.text;
}

function head(rehearsal: Rehearsal): Html {
  const { startedAt, setUpMs, findings, undo } = rehearsal;
  const wrong = findings.filter(({ ok }) => !ok);
  const reasons =
    wrong.length === 0
      ? html`<dt>Rolled back</dt><dd>Version ${undo.version}: ${undo.reason}.</dd>`
      : wrong.map(({ what, detail }) => html`<dt>Failed</dt><dd>${what}: ${detail}</dd>`);
  return html`<header>
<p>Rehearsal · ${date(startedAt - setUpMs)} · a sample shop on a real Kubernetes cluster, under load</p>
<h1>${sentence(rehearsal)}</h1>
${tiles(rehearsal)}
<dl class="verdict ${wrong.length === 0 ? 'good' : 'bad'}">${reasons}</dl>
</header>`;
}

/** What happened, in one sentence. */
export function sentence(rehearsal: Rehearsal): string {
  const { versions, load } = rehearsal;
  const bad = versions.filter(({ version }) => stopOf(rehearsal, version) !== undefined);
  const live = versions.findLast(each => !bad.includes(each));
  const requests =
    load.failed === 0
      ? 'no request failed'
      : `${whole(load.failed)} of ${whole(load.requests)} requests failed`;
  const told = `${live === undefined ? 'no version' : `version ${live.version}`} went live, ${counted(bad.length, 'bad version')} ${bad.length === 1 ? 'was' : 'were'} stopped, and ${requests}`;
  return isGood(rehearsal) ? `${told}.` : `Not everything happened as it should: ${told}.`;
}

function tiles(rehearsal: Rehearsal): Html {
  const { load, undo, setUpMs } = rehearsal;
  const perSecond = load.requests / Math.max(1, load.seconds.length);
  const figures: [string, string, string][] = [
    ['requests', whole(load.requests), `${whole(perSecond)} a second, without a break`],
    ['failed requests', whole(load.failed), 'refused, timed out, or wrong'],
    [
      'verdict to last bad byte',
      undo.ms === undefined ? 'not measured' : time(undo.ms),
      `until users saw no more of version ${undo.version}`,
    ],
    ['the whole rehearsal', clock(wholeMs(rehearsal)), `${time(setUpMs)} of it to set the cluster up`],
  ];
  return html`<dl class="tiles">${figures.map(
    ([name, value, note]) => html`<div><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>
`,
  )}</dl>`;
}

/** `3 min 58 s`. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function traffic({ load, versions }: Rehearsal, events: readonly TrafficEvent[]): Html {
  const about = new Map(versions.map(each => [each.version, each.about]));
  const served = Object.keys(load.versions).sort();
  const legend = [
    ...served.map((version, index) => ({
      tone: toneOf(index),
      text: `version ${version}: ${about.get(version) ?? ''}`,
    })),
    { tone: 'harm', text: `failed: ${whole(load.failed)}` },
  ];
  return html`<section><h2>Who answered</h2>
<p>Requests a second by the version that answered them. At each step the gate compares the new version with the one before it.</p>
<ul class="legend blocks">${legend.map(({ tone, text }) => html`<li class="${tone}">${text}</li>`)}</ul>
${chartSvg(load, events, { width: 992, labelled: true })}
${chartSvg(load, events, { width: 362, labelled: false })}
<p class="note">Grey errors are those that the shop answers on purpose and marks: ${whole(load.injected)} in all. They are what the gate judges by; a failed request would be one that the release itself has lost.</p>
<h3>What happened when</h3>
<ol class="happened">${events.map(
    ({ second, version, text, tone }) =>
      html`<li class="${tone}"><b>${minutes(second)}</b> ${version} ${text}</li>
`,
  )}</ol></section>`;
}

/** In their order; each has a column of its own. */
const stepNames = ['test', 'build', 'scan', 'push', 'deploy', 'gate', 'promote', 'verify'];

function pipeline(rehearsal: Rehearsal): Html {
  const { versions, steps } = rehearsal;
  return html`<section><h2>The way of each version</h2><p>From source to served; a version that is not shown to be good ends where that is seen.</p>
${versions.map(({ version, about }) => {
  const own = steps.filter(step => step.version === version);
  return html`<div class="way"><h3>${version}<small>${about}</small></h3><ol>${own.map(stepHtml)}</ol><p class="${stopOf(rehearsal, version) === undefined ? 'good' : 'harm'}">${outcomeOf(rehearsal, version)}</p></div>
`;
})}</section>`;
}

function stepHtml({ name, ms, stopped, note }: Step): Html {
  const column = stepNames.indexOf(name) + 1;
  const words = stopped ? 'stopped here' : 'done';
  return html`<li class="${stopped ? 'harm' : 'good'}" style="--column: ${column}" title="${note}"><b>${name}</b><span>${(ms / 1000).toFixed(1)} s</span><i>${words}</i></li>
`;
}

const outcomes: Readonly<Record<string, string>> = {
  test: 'not built',
  build: 'not built',
  scan: 'not pushed',
  push: 'not deployed',
  deploy: 'not released',
  gate: 'rolled back',
  promote: 'rolled back',
  verify: 'not proved',
};

function outcomeOf(rehearsal: Rehearsal, version: string): string {
  const stop = stopOf(rehearsal, version);
  return stop === undefined ? 'released' : (outcomes[stop.name] ?? 'stopped');
}

const ends = {
  promoted: 'promoted',
  undone: 'rolled back',
  held: 'paused',
  failed: 'failed',
  unchanged: 'not begun',
} as const;

function reports({ rollouts }: Rehearsal): Html | undefined {
  const judged = Object.entries(rollouts);
  if (judged.length === 0) return undefined;
  return html`<section><h2>Why each release ended as it did</h2><p>The decision report of each: every figure that was judged, and the way to compute the verdict again.</p>
<ul class="cards">${judged.map(
    ([version, { end }]) =>
      html`<li><a href="report-${version}.html">Version ${version}${end === undefined ? '' : `: ${ends[end.state]}`}</a><span>${end?.reason}</span></li>
`,
  )}</ul></section>`;
}

function checks({ findings }: Rehearsal): Html {
  return html`<section><h2>What was checked</h2><ul class="checks">${findings.map(
    ({
      ok,
      what,
      detail,
    }) => html`<li class="${ok ? 'good' : 'harm'}"><b>${what}</b><span>${detail}</span></li>
`,
  )}</ul></section>`;
}

/** What a reader who wants this does first. */
const next = html`<section><h2>The same with your application</h2>
<ol class="next">
<li>Say in <code>slipway.yml</code> what your application is: its image, its manifests, what to check. Ten lines will do; <code>docs/quick-start.md</code> has them.</li>
<li><code>slipway plan --environment production</code> tells what a release would change, and changes nothing.</li>
<li>Add the workflow <code>pipeline.yml</code>. From then on each commit goes the way of version 2.0.0, or ends as one of the others did.</li>
<li>To see this very story on a cluster of yours: <code>scripts/rehearse --context NAME</code>, as <code>docs/own-cluster.md</code> has it.</li>
</ol></section>`;

function details({ stages, setUpMs, digests }: Rehearsal): Html {
  const rows = [
    ['set the cluster up', time(setUpMs), ''],
    ...stages.map(({ title, ms, note }) => [title, time(ms), note]),
  ];
  return html`<details><summary>Every stage, and the images</summary>
${tableHtml(html`Stages`, { head: ['stage', 'took', 'result'], rows })}
${tableHtml(html`Images`, { head: ['version', 'digest'], rows: Object.entries(digests) })}</details>`;
}

const ownStyle = `
td { overflow-wrap: anywhere; }
.tiles small { display: block; font-size: 12px; font-weight: 400; color: var(--soft); line-height: 1.35; }
.tiles { margin: 0 0 12px; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
.legend.blocks { margin: 0 0 6px; }
.legend.blocks li::before { width: 12px; height: 12px; border: 0; background: var(--tone); border-radius: 3px; vertical-align: -1px; }
.area { fill: var(--tone); } .area.quiet { opacity: 0.75; }
svg .caption { font-size: 11.5px; }
.spot { fill: transparent; } .spot:hover { fill: var(--ink); opacity: 0.08; }
.event path { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 2 3; } .event.harm path { stroke: var(--harm); stroke-dasharray: none; }
.event text { fill: var(--ink); font-size: 11.5px; } .event.harm text { fill: var(--harm); font-weight: 650; } .event.good text { fill: var(--good); font-weight: 650; }
.narrow { display: none; }
.note { color: var(--soft); font-size: 13px; margin: 8px 0 14px; max-width: 110ch; }
.way { display: grid; grid-template-columns: 178px 1fr 92px; gap: 4px 14px; align-items: center; padding: 8px 0; border-bottom: 1px solid var(--faint); }
.way h3 { margin: 0; font-size: 15px; } .way small { display: block; font-weight: 400; font-size: 12.5px; color: var(--soft); }
.way ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(8, minmax(0, 1fr)); gap: 5px; }
.way li { grid-column: var(--column); border-radius: 5px; padding: 5px 8px; font-size: 12.5px; line-height: 1.3; background: var(--good-ground); border-top: 3px solid var(--tone); }
.way li.harm { background: var(--bad-ground); }
.way li b { display: block; font-weight: 600; } .way li span { color: var(--soft); font-variant-numeric: tabular-nums; }
.way i { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.way p { margin: 0; color: var(--tone); font-weight: 650; font-size: 13.5px; }
.cards, .checks { list-style: none; margin: 8px 0 0; padding: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 10px; }
.cards li { background: var(--panel); border-radius: 6px; padding: 12px 16px; } .cards a { font-weight: 650; }
.cards span, .checks span { display: block; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.checks { columns: 2 340px; column-gap: 28px; }
.checks li { break-inside: avoid; padding: 5px 0 5px 24px; position: relative; font-size: 13.5px; } .checks b { font-weight: 550; }
.checks li::before { content: "✓"; position: absolute; left: 2px; color: var(--tone); font-weight: 700; } .checks li.harm::before { content: "✗"; }
h3 { font-size: 14px; margin: 12px 0 4px; }
.happened { columns: 2 340px; column-gap: 28px; margin: 0; padding-left: 26px; font-size: 13.5px; }
.happened li { break-inside: avoid; padding: 3px 0; } .happened li::marker { color: var(--soft); } .happened b { font-variant-numeric: tabular-nums; margin-right: 4px; }
.happened .harm { color: var(--harm); } .happened .good { color: var(--good); }
.next { margin: 8px 0 0; padding-left: 22px; } .next li { margin: 5px 0; } code { overflow-wrap: anywhere; }
@media (max-width: 600px) {
  .wide { display: none; } .narrow { display: block; }
  .way { grid-template-columns: 1fr max-content; } .way ol { grid-row: 2; grid-column: 1 / -1; display: flex; flex-wrap: wrap; } .way li { min-width: 70px; }
  .checks { columns: 1; }
}
`;
