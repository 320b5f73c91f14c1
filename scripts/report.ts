/** Writes the report of a rehearsal: Markdown for a pull request, HTML to share, JSON to render both again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../src/toolkit/markdown.ts';
import type { LoadReport } from './load-report.ts';
import { rehearsalPage } from './rehearsal-page.ts';
import { isGood, type Rehearsal } from './rehearsal-record.ts';
import { seconds } from './story.ts';

/** Writes rehearsal.md, rehearsal.html and rehearsal.json into a folder and prints the table. */
export async function writeReport(folder: string, rehearsal: Rehearsal): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const markdown = markdownOf(rehearsal);
  writeFileSync(join(folder, 'rehearsal.md'), markdown);
  writeFileSync(join(folder, 'rehearsal.html'), rehearsalPage(rehearsal));
  writeFileSync(join(folder, 'rehearsal.json'), `${JSON.stringify(rehearsal)}\n`);
  console.log(`\n${markdown}`);
  console.log(`report: ${join(folder, 'rehearsal.html')}`);
}

function markdownOf({ stages, findings, load, digests, rollback, setUpMs }: Rehearsal): string {
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

**The rehearsal ${isGood({ findings }) ? 'passed' : 'failed'}.**

${table(
  ['', 'what', 'detail'],
  findings.map(({ ok, what, detail }) => [ok ? '✅' : '❌', what, detail]),
)}

${load.requests} requests, ${load.failed} lost

${byDesign(load)}

The gate rolled version ${rollback.version} back: ${rollback.reason}. ${rollback.ms === undefined ? '' : `The traffic was moved back ${seconds(rollback.ms)} after the verdict.`}\n\nDecision reports: report-2.0.0.html and report-3.0.0.html in this folder.

## Traffic by version

Times are in seconds after the first request. ${latency}

${table(['version', 'requests', 'lost', 'errors by design', 'first', 'last'], served)}

## Stages

${table(['stage', 'time', 'result'], [['set up the cluster', seconds(setUpMs), ''], ...stages.map(s => [s.title, seconds(s.ms), s.note])])}

## Images

${table(['version', 'digest'], Object.entries(digests))}
`;
}

/** The shop marks these errors, so they do not count as lost. */
const byDesign = ({ injected }: LoadReport) =>
  `${injected} of these requests got an error that the shop returned by design and marked. They do not count as lost.`;
