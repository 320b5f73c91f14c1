/** The written report of a rehearsal: Markdown for a pull request, HTML for a boss, JSON to draw them again. */
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

**${isGood({ findings }) ? 'Everything' : 'Not everything'} happened as it should.**

${table(
  ['', 'what', 'detail'],
  findings.map(({ ok, what, detail }) => [ok ? '✅' : '❌', what, detail]),
)}

${load.requests} requests, ${load.failed} failed

${onPurpose(load)}

Version ${undo.version} was caught by the gate: ${undo.reason}. ${undo.ms === undefined ? '' : `From that verdict to its last byte it took ${seconds(undo.ms)}.`}\n\nWhy each release ended as it did: report-2.0.0.html and report-3.0.0.html beside this file.

## What was served when

Seconds count from the first request. ${latency}

${table(['version', 'requests', 'failed', 'failed on purpose', 'first', 'last'], served)}

## Stages

${table(['stage', 'time', 'result'], [['set the cluster up', seconds(setUpMs), ''], ...stages.map(s => [s.title, seconds(s.ms), s.note])])}

## Images

${table(['version', 'digest'], Object.entries(digests))}
`;
}

/** They are marked by the shop, and no failures. */
const onPurpose = ({ injected }: LoadReport) =>
  `Besides, ${injected} were answered with the errors that the versions of the shop make on purpose and mark; they are counted apart.`;
