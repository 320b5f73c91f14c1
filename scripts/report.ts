/** The written report of a rehearsal: Markdown for a pull request, HTML with a picture for a boss. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../src/toolkit/markdown.ts';
import type { LoadReport } from './load-report.ts';
import { type Stage, seconds } from './story.ts';

export interface Finding {
  what: string;
  ok: boolean;
  detail: string;
}

export interface Rehearsal {
  stages: Stage[];
  findings: Finding[];
  load: LoadReport;
  digests: Record<string, string>;
  /** Why version 3 was undone, and milliseconds from the verdict to its last byte. */
  undo: { reason: string; ms: number };
  /** Milliseconds since 1970 at which the first stage began. */
  startedAt: number;
  setUpMs: number;
}

/** Writes rehearsal.md and rehearsal.html into a folder and prints the table. */
export async function writeReport(folder: string, rehearsal: Rehearsal): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const markdown = markdownOf(rehearsal);
  writeFileSync(join(folder, 'rehearsal.md'), markdown);
  writeFileSync(join(folder, 'rehearsal.html'), htmlOf(rehearsal));
  console.log(`\n${markdown}`);
  console.log(`report: ${join(folder, 'rehearsal.html')}`);
}

function markdownOf({ stages, findings, load, digests, undo, setUpMs }: Rehearsal): string {
  const served = Object.entries(load.versions).map(([version, report]) => [
    version,
    String(report.requests),
    String(report.failed),
    String(report.injected),
    seconds(report.firstStart - load.startedAt),
    seconds(report.lastEnd - load.startedAt),
  ]);
  const latency =
    load.latency === null
      ? ''
      : `Latency: median ${Math.round(load.latency.p50)} ms, 99 % within ${Math.round(load.latency.p99)} ms.`;
  return `# Rehearsal

**${verdictOf(findings)}**

${table(
  ['', 'what', 'detail'],
  findings.map(({ ok, what, detail }) => [ok ? '✅' : '❌', what, detail]),
)}

${load.requests} requests, ${load.failed} failed

${onPurpose(load)}

Version 3 was caught by the gate: ${undo.reason}. From that verdict to its last byte it took ${seconds(undo.ms)}.\n\nWhy each release ended as it did: report-2.0.0.html and report-3.0.0.html beside this file.

## What was served when

Seconds count from the first request. ${latency}

${table(['version', 'requests', 'failed', 'failed on purpose', 'first', 'last'], served)}

## Stages

${table(['stage', 'time', 'result'], [['set the cluster up', seconds(setUpMs), ''], ...stages.map(s => [s.title, seconds(s.ms), s.note])])}

## Images

${table(['version', 'digest'], Object.entries(digests))}
`;
}

const verdictOf = (findings: Finding[]) =>
  findings.every(finding => finding.ok)
    ? 'Everything happened as it should.'
    : 'Something did not happen as it should.';

/** They are marked by the shop, and no failures. */
const onPurpose = ({ injected }: LoadReport) =>
  `Besides, ${injected} were answered with the errors that the versions of the shop make on purpose and mark; they are counted apart.`;

const colours = ['#2563eb', '#16a34a', '#dc2626', '#9333ea'];

function htmlOf(rehearsal: Rehearsal): string {
  const { findings, load, stages, undo, digests } = rehearsal;
  const rows = (cells: string[][]) =>
    cells.map(row => `<tr>${row.map(c => `<td>${markup(c)}</td>`).join('')}</tr>`).join('');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Slipway rehearsal</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
table{border-collapse:collapse;width:100%;margin:1rem 0}td{border-bottom:1px solid #ddd;padding:.4rem .6rem;vertical-align:top}
svg{width:100%;height:auto}code{font-size:.85em;word-break:break-all}.big{font-size:1.6rem;margin:.5rem 0}
</style>
<h1>Rehearsal</h1>
<p>${verdictOf(findings)}</p>
<p class="big">${load.requests} requests, ${load.failed} failed</p>
<p>${onPurpose(load)}</p>
<p>Version 3 was caught by the gate: ${markup(undo.reason)}. From that verdict to its last byte it took ${seconds(undo.ms)}.</p>
<p>Why each release ended as it did: <a href="report-2.0.0.html">version 2</a>, <a href="report-3.0.0.html">version 3</a>.</p>
<table>${rows(findings.map(({ ok, what, detail }) => [ok ? '✅' : '❌', what, detail]))}</table>
<h2>What was served when</h2>
${plot(rehearsal)}
<h2>Stages</h2>
<table>${rows([['set the cluster up', seconds(rehearsal.setUpMs), ''], ...stages.map(s => [s.title, seconds(s.ms), s.note])])}</table>
<h2>Images</h2>
<table>${rows(Object.entries(digests))}</table>
</html>
`;
}

/** Requests a second by version, stacked, with the stages marked. */
function plot({ load, stages, startedAt }: Rehearsal): string {
  const [width, height, bottom, top] = [900, 330, 40, 50];
  const count = Math.max(1, load.seconds.length);
  const highest = Math.max(1, ...load.seconds.map(second => second.requests));
  const x = (second: number) => 40 + (second / count) * (width - 50);
  const tall = (requests: number) => (requests / highest) * (height - bottom - top);
  const names = Object.keys(load.versions).sort();
  const bars = load.seconds.flatMap(second => {
    let y = height - bottom;
    return [...names, 'failed'].map(name => {
      const requests = name === 'failed' ? second.failed : (second.versions[name] ?? 0);
      y -= tall(requests);
      const fill = name === 'failed' ? '#000' : (colours[names.indexOf(name)] ?? '#666');
      return requests === 0
        ? ''
        : `<rect x="${x(second.second)}" y="${y}" width="${x(1) - x(0)}" height="${tall(requests)}" fill="${fill}"/>`;
    });
  });
  // Stages can be short: their names take turns on three lines, and end at their line where the picture ends soon.
  const marks = stages.flatMap((stage, i) => {
    const at = (startedAt + stage.at - load.startedAt) / 1000;
    if (at < 0 || at > count) return [];
    const y = 12 + (i % 3) * 15;
    const late = x(at) > width * 0.7;
    return `<line x1="${x(at)}" x2="${x(at)}" y1="${y - 8}" y2="${height - bottom}" stroke="#111" stroke-dasharray="4"/><text x="${late ? x(at) - 4 : x(at) + 4}" y="${y}" text-anchor="${late ? 'end' : 'start'}" font-size="12">${markup(stage.title.split(',')[0] ?? '')}</text>`;
  });
  const legend = names.map(
    (name, i) =>
      `<text x="${60 + i * 140}" y="${height - 6}" font-size="14" fill="${colours[i] ?? '#666'}">■ version ${markup(name)}</text>`,
  );
  const axis = `<text x="4" y="${top + 10}" font-size="12">${highest}/s</text><text x="${width - 40}" y="${height - bottom + 16}" font-size="12">${count} s</text>`;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="requests per second by version">${bars.join('')}${marks.join('')}${legend.join('')}${axis}</svg>`;
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
