import type { DeployResult } from '../release/deploy/begin.ts';
import type { RollbackResult } from '../release/rollback.ts';
import type { Verification } from '../release/verify.ts';
import { cell, table, time } from '../toolkit/markdown.ts';

/**
 * What a tired person needs of a deploy at 3 a.m.: what happened, what serves now, why, what next.
 * @param workers `Kind/name` of each.
 * @param signed who signed the images, a sentence each.
 */
export function deploySummary(
  app: string,
  environment: string,
  images: string[],
  result: DeployResult,
  workers: readonly string[] = [],
  signed: readonly string[] = [],
): string {
  const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${cell(app)} → ${cell(environment)}: release ${result.release}`;
  const what = {
    complete: `Release ${result.release} is up: ${result.readyPods} pods ready after ${time(result.rolloutMs)}.`,
    prepared: `Release ${result.release} is up beside what serves, **without traffic**: ${result.readyPods} pods ready after ${time(result.rolloutMs)}. The gate goes on.`,
    'rolled-back': `Release ${result.release} did not come up and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${time(result.rollbackMs)}`}. ${
      result.baseline === undefined
        ? 'Nothing serves: it was the first.'
        : `Release ${result.baseline} serves.`
    }`,
    'needs-action': `Release ${result.release} did not come up and is **not reversible, so it was left as it is**. Look at the workload now.`,
    // Held, or not rolled back, or up without the last of its bookkeeping: only the reason knows which.
    failed: `Release ${result.release} is **neither known to be good nor rolled back**. Look at the workload now.`,
    refused: `Release ${result.release} was **refused**: nothing of it was applied.`,
  }[result.state];
  const behind = workers.map(name => cell(name)).join(', ');
  const also =
    behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
      ? ''
      : `\n\nWorkers: ${behind} ${result.state === 'complete' ? 'with it' : 'after the verdict'}.`;
  const why = result.reason === undefined ? '' : `\n\n**Why:** ${cell(result.reason)}`;
  const rests = result.promotion === undefined ? '' : `\n\n${cell(result.promotion)}`;
  const whose = signed.map(sentence => `\n\n${cell(sentence)}.`).join('');
  return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${table(
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
    `### ${mark(result.verdict === 'pass')} ${cell(app)}: release ${result.release} ${proofs[result.verdict]}`,
    result.reasons.map(reason => `- ${cell(reason)}`).join('\n'),
    table(['zone', 'pods', 'ready', 'proved digest'], zones),
    `Requests went to ${cell(result.address)}.`,
    table(
      ['worker', 'pods', 'proved digest'],
      result.workers.map(({ name, pods, matching }) =>
        name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)],
      ),
    ),
    table(['check', 'verdict', 'attempts', 'time', 'why'], checks),
    table(['container', 'image'], Object.entries(result.digests)),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

const proofs: Record<Verification['verdict'], string> = {
  pass: 'verified',
  fail: 'is not what it should be',
  unproved: 'serves, but is not verified',
};

export function rollbackSummary(app: string, result: RollbackResult): string {
  if (result.state === 'not-needed')
    return `### ${cell(app)}: nothing was rolled back\n\n${cell(result.reason ?? '')}\n`;
  const good = result.state === 'complete';
  const head = `### ${mark(good)} ${cell(app)}: ${whereTo(result)}`;
  const what = good ? whatServes(result) : `**Why it failed:** ${cell(result.reason ?? '')}`;
  const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
  return `${head}\n\n${what}${proof}\n`;
}

function whereTo({ release, changed }: RollbackResult): string {
  if (release === undefined) return 'rollback of the first release';
  return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}

function whatServes({ release, changed, seconds }: RollbackResult): string {
  if (release === undefined) return `What it made was removed in ${seconds.toFixed(1)} s. Nothing serves.`;
  return `Release ${release} serves${changed ? `, put back in ${seconds.toFixed(1)} s` : ''}.`;
}

const mark = (good: boolean) => (good ? '✅' : '❌');
