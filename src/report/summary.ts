import type { DeployResult } from '../release/prepare.ts';
import type { RollbackResult } from '../release/rollback.ts';
import type { Verification } from '../release/verify.ts';
import { cell, table, time } from '../toolkit/markdown.ts';

/** What a tired person needs of a deploy at 3 a.m.: what happened, what serves now, why, what next. */
export function deploySummary(
  app: string,
  environment: string,
  images: string[],
  result: DeployResult,
): string {
  const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${cell(app)} → ${cell(environment)}: release ${result.release}`;
  const what = {
    complete: `Release ${result.release} is up: ${result.readyPods} pods ready after ${time(result.rolloutMs)}.`,
    prepared: `Release ${result.release} is up beside what serves, **without traffic**: ${result.readyPods} pods ready after ${time(result.rolloutMs)}. The gate goes on.`,
    undone: `Release ${result.release} did not come up and was **undone**${result.undoMs === undefined ? '' : ` in ${time(result.undoMs)}`}. ${
      result.baseline === undefined
        ? 'Nothing serves: it was the first.'
        : `Release ${result.baseline} serves.`
    }`,
    held: `Release ${result.release} did not come up and is **not reversible, so it was left as it is**. Look at the workload now.`,
    failed:
      result.readyPods > 0
        ? `Release ${result.release} is up, ${result.readyPods} pods, **but it did not end well**.`
        : `Release ${result.release} did not come up, **and neither did the release before it**. Look at the workload now.`,
    refused: `Release ${result.release} was **refused**: nothing of it was applied.`,
  }[result.state];
  const why = result.reason === undefined ? '' : `\n\n**Why:** ${cell(result.reason)}`;
  return `${head}\n\n${what}${why}\n\n${table(
    ['image'],
    images.map(image => [image]),
  )}\n`;
}

/** What was proved, check by check and zone by zone. */
export function verifySummary(app: string, result: Verification): string {
  const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
  const checks = result.checks.map(c => [
    `GET ${c.check.get}`,
    c.ok ? 'passed' : 'failed',
    String(c.attempts),
    time(c.ms),
    c.reason ?? '',
  ]);
  return [
    `### ${mark(result.verdict === 'pass')} ${cell(app)}: release ${result.release} ${result.verdict === 'pass' ? 'verified' : 'is not what it should be'}`,
    result.reasons.map(reason => `- ${cell(reason)}`).join('\n'),
    table(['zone', 'pods', 'ready', 'proved digest'], zones),
    `Requests went to ${cell(result.address)}.`,
    table(['check', 'verdict', 'attempts', 'time', 'why'], checks),
    table(['container', 'image'], Object.entries(result.digests)),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

export function rollbackSummary(app: string, result: RollbackResult): string {
  if (result.state === 'needless')
    return `### ${cell(app)}: nothing was undone\n\n${cell(result.reason ?? '')}\n`;
  const good = result.state === 'complete';
  const head = `### ${mark(good)} ${cell(app)}: ${result.changed ? 'rolled back to' : 'already at'} release ${result.release}`;
  const what = good
    ? `Release ${result.release} serves${result.changed ? `, put back in ${result.seconds.toFixed(1)} s` : ''}.`
    : `**Why it failed:** ${cell(result.reason ?? '')}`;
  const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
  return `${head}\n\n${what}${proof}\n`;
}

const mark = (good: boolean) => (good ? '✅' : '❌');
