import type { Delivered } from '../gitops/finish.ts';
import type { DeliveryStatus } from '../gitops/inspect.ts';
import { cell, paragraphs, time } from '../toolkit/markdown.ts';
import { howToRun } from '../toolkit/operations.ts';
import { imageTable } from './summary-parts.ts';

/** Returns the job summary of a release by Git. */
export function deliverySummary(
  app: string,
  environment: string,
  images: readonly string[],
  { state, release, baseline, reason, rollbackMs }: Delivered,
): string {
  const good = state === 'complete' || state === 'paused';
  const old = baseline === undefined ? 'What was live before' : `Release ${baseline}`;
  const what = {
    complete: `Git has release ${release}, and every pod of the newest version runs it.`,
    paused: `The pull request of release ${release} waits for its merge; sweep continues then.`,
    'rolled-back': `Release ${release} was **reverted** in Git. ${old} is live again${rollbackMs === undefined ? '' : `, after ${time(rollbackMs)}`}.`,
    'needs-action': `Release ${release} **needs action**.`,
    failed: `Release ${release} **failed**.`,
  }[state];
  const next = `**Next:** ${howToRun('status')} to compare Git with the pods, then release a version that works.`;
  return paragraphs([
    `### ${good ? '✅' : '❌'} ${cell(app)} → ${cell(environment)}: release ${release}`,
    what,
    reason === undefined ? '' : `**Why:** ${cell(reason)}`,
    state === 'needs-action' || state === 'failed' ? next : '',
    imageTable(images),
  ]);
}

/** Returns the status in one sentence. */
export function deliverySentence(
  app: string,
  { release, candidate, state, holder, reason, git, controller, live }: DeliveryStatus,
): string {
  const verified =
    release === undefined ? `no release of ${app} is verified` : `release ${release} of ${app} is verified`;
  const open =
    candidate === undefined
      ? []
      : [`release ${candidate} is ${state} (${holder})${reason === undefined ? '' : `: ${reason}`}`];
  return [verified, ...open, git, ...(controller === undefined ? [] : [controller]), live].join('; ');
}
