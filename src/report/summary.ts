import type { DeployResult } from '../release/deploy.ts';
import type { RollbackResult } from '../release/rollback.ts';
import type { SweepResult } from '../release/sweep.ts';
import type { Verification } from '../release/verify.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { cell, paragraphs, table, time } from '../toolkit/markdown.ts';
import { howToRun, remedyOfNeedsAction } from '../toolkit/operations.ts';
import { acceptanceParts } from './acceptance.ts';
import { headline } from './headline.ts';
import { bullets, imageTable } from './summary-parts.ts';

/**
 * Returns the job summary of a deploy, for a tired person at 3 a.m.: what happened, which release is live, and why.
 * @param workers `Kind/name` of each.
 * @param signed a sentence for each image about its signer.
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
    complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${time(result.rolloutMs)}.`,
    prepared: `Release ${result.release} runs next to the live release, **without traffic**: ${result.readyPods} pods ready after ${time(result.rolloutMs)}. The gate comes next.`,
    'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${time(result.rollbackMs)}`}. ${
      result.baseline === undefined
        ? 'No release is live, because this was the first.'
        : `Release ${result.baseline} is live.`
    }`,
    'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**.`,
    // Its post hook failed, or its rollback failed or is not finished. Only the reason says which.
    failed: `Release ${result.release} **failed and has not been rolled back**.`,
    refused: `Release ${result.release} was **refused**: nothing was applied.`,
  }[result.state];
  const also =
    workers.length === 0 || (result.state !== 'complete' && result.state !== 'prepared')
      ? ''
      : `Workers ${result.state === 'complete' ? 'updated with it' : 'to update after the verdict'}: ${workers.map(cell).join(', ')}.`;
  const isOpen = result.state === 'needs-action' || result.state === 'failed';
  return paragraphs([
    head,
    what,
    also,
    result.reason === undefined ? '' : `**Why:** ${cell(result.reason)}`,
    isOpen ? `**Next:** ${cell(nextStep(result))}.` : '',
    cell(result.promotion ?? ''),
    ...signed.map(sentence => `${cell(sentence)}.`),
    imageTable(images),
  ]);
}

/** A release can also fail after its rollout, such as in its post hook. */
const nextStep = ({ decision }: DeployResult): string =>
  decision?.end?.state === 'needs-action'
    ? headline(decision).next
    : `${howToRun('status')} to see which version is live`;

/** Returns the job summary of a verification: its checks, and the pods of each zone. */
export function verifySummary(app: string, result: Verification): string {
  const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
  return [
    `### ${mark(result.verdict === 'pass')} ${cell(app)}: release ${result.release} ${proofs[result.verdict]}`,
    bullets(result.reasons),
    table(['zone', 'pods', 'ready', 'verified digest'], zones),
    `Requests were sent to ${cell(result.address)}.`,
    table(
      ['worker', 'pods', 'verified digest'],
      result.workers.map(({ name, pods, matching }) =>
        name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)],
      ),
    ),
    ...acceptanceParts(app, result.checks),
    table(
      ['container', 'image'],
      Object.entries(result.digests).map(each => each.map(shortDigests)),
    ),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

const proofs: Record<Verification['verdict'], string> = {
  pass: 'verified',
  fail: 'failed its verification',
  unproved: 'is live, but not verified',
};

/** Returns the job summary of a rollback. */
export function rollbackSummary(app: string, result: RollbackResult): string {
  if (result.state === 'not-needed')
    return `### ${cell(app)}: nothing was rolled back\n\n${cell(result.reason ?? '')}\n`;
  const good = result.state === 'complete';
  const head = `### ${mark(good)} ${cell(app)}: ${whereTo(result)}`;
  const what = good
    ? liveSentence(result)
    : `**Why:** ${cell(result.reason ?? '')}\n\n**Next:** ${howToRun('status')} to see which version is live.`;
  const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
  return `${head}\n\n${what}${proof}\n`;
}

function whereTo({ release, changed, state }: RollbackResult): string {
  if (state === 'failed')
    return `the rollback ${release === undefined ? 'of the first release' : `to release ${release}`} failed`;
  if (release === undefined) return 'the first release was rolled back';
  return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}

function liveSentence({ release, changed, seconds, reason }: RollbackResult): string {
  if (release === undefined)
    return `The objects of the release were removed in ${seconds.toFixed(1)} s. No release is live.`;
  if (changed) return `Release ${release} is live, restored in ${seconds.toFixed(1)} s.`;
  return `Release ${release} is live.${reason === undefined ? '' : `\n\n**Why:** ${cell(reason)}`}`;
}

/** Returns the job summary of a sweep. @param fixed what was repaired after killed drills. */
export function sweepSummary(
  { app, environment }: { app: string; environment: string },
  { state, release, reason, waits }: SweepResult & { waits?: { for: 'resume' | 'approval'; remedy: string } },
  fixed: readonly string[] = [],
): string {
  const what =
    waits === undefined
      ? swept[state].what(release ?? 0)
      : `release ${release} waits for ${waits.for === 'approval' ? 'an approval' : 'a person to resume it'}`;
  const head = `### ${swept[state].mark} ${cell(app)} → ${cell(environment)}: ${what}`;
  const why = reason === undefined ? [] : [cell(reason)];
  const remedy = state === 'needs-action' ? remedyOfNeedsAction(release) : waits?.remedy;
  const next = remedy === undefined ? [] : [`**Next:** ${remedy}.`];
  return paragraphs([head, ...why, ...next, bullets(fixed)]);
}

/** Returns the job summary of a sweep that only cleans up after killed drills. */
export function drillsSweptSummary(
  { app, environment }: { app: string; environment: string },
  { done, failed }: { done: readonly string[]; failed?: string },
): string {
  const repaired =
    done.length === 0 ? 'no killed drill left anything to repair' : 'what killed drills left is repaired';
  const what = failed === undefined ? repaired : 'the repair after a drill failed';
  const head = `### ${mark(failed === undefined)} ${cell(app)} → ${cell(environment)}: ${what}`;
  return paragraphs([head, ...(failed === undefined ? [] : [cell(failed)]), bullets(done)]);
}

const swept: Record<SweepResult['state'], { mark: string; what: (release: number) => string }> = {
  idle: { mark: '✅', what: () => 'no rollout to finish or roll back' },
  running: {
    mark: '⏳',
    what: release => `the rollout of release ${release} is in progress, and was left alone`,
  },
  paused: { mark: '⏳', what: release => `the rollout of release ${release} is paused, and was left alone` },
  complete: { mark: '✅', what: release => `the rollout of release ${release} was finished` },
  'rolled-back': { mark: '✅', what: release => `release ${release} was rolled back` },
  'needs-action': { mark: '❌', what: release => `release ${release} needs action` },
};

const mark = (good: boolean) => (good ? '✅' : '❌');
