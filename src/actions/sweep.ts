import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import { drillsSweptSummary, sweepSummary } from '../report/summary.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { originText } from '../toolkit/origin.ts';
import { gitopsOf, sweepByGit } from './gitops.ts';
import * as shared from './inputs.ts';
import { publishProofs, withdrawalOutput } from './proofs.ts';
import { type ActionRequest, requestOf, withCluster } from './session.ts';
import { removeLeftSilences } from './silences.ts';

const engine = () => import('../release/sweep.ts');

export const sweepAction = defineAction({
  name: 'sweep',
  description:
    'Finish or roll back a rollout whose run has died, resume or end a paused one when its time has come, and repair what a killed drill left broken.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
    'actions-token': shared.actionsToken,
    'gitops-token': shared.gitopsToken,
    'drills-only': optional(
      'Whether to repair only what a killed drill left broken, and to leave all other rollouts alone: `true` or `false`.',
      'false',
    ),
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    state:
      '`idle` (no rollout to sweep, or `drills-only`), `running` (another run works on it), `paused` (it waits for a time, for a person: see `waiting-for`, or for the merge of a pull request), `complete` (the release is live, and `verify` must follow), `rolled-back`, `needs-action` (a person must act), or `refused`.',
    release: 'Number of the release that was being rolled out; empty if there was none.',
    'waiting-for':
      'What a paused rollout waits for, if it is a person: `resume` or `approval`, as in `gate`; otherwise empty.',
    planned: shared.plannedOutput,
    weight: 'Percentage of traffic to a release that waits for a person; otherwise empty.',
    proof: withdrawalOutput,
    drills:
      'What was repaired or cleaned up after killed drills, as a JSON array of sentences; `[]` if there was nothing.',
    reason: 'Explanation of the state, in one sentence; may be empty.',
  },
  refused: { state: 'refused', proof: 'none', drills: '[]' },
  run: async (inputs, host) => {
    const drillsOnly = shared.flag('drills-only', inputs['drills-only']);
    const request = await requestOf(inputs, host);
    const place = { app: request.config.app, environment: inputs.environment };
    return withCluster(inputs, request.environment, host, engine, async (cluster, { sweep }) => {
      const began = cluster.now();
      const drills = await afterDrills(cluster, request, inputs, host);
      host.output('drills', JSON.stringify(drills.done));
      if (drillsOnly) {
        const { failed } = drills;
        setOutputs(host, { state: 'idle', proof: 'none', reason: failed });
        await host.summary(drillsSweptSummary(place, drills));
        host.report(failed ?? 'idle');
        return failed === undefined;
      }
      const gitops = gitopsOf(request.environment);
      const result =
        gitops === undefined
          ? await sweep(cluster, { ...request, signal: host.cancellation() })
          : await sweepByGit(inputs, { request, gitops, host });
      const isOpen = result.state === 'running' || result.state === 'paused';
      if (!isOpen) await removeLeftSilences(cluster, request, host, began);
      // Read here, because only some of its sentences say since when, and who may answer.
      const waits =
        result.state === 'paused' && gitops === undefined
          ? await (await import('./waits.ts')).waitsForPerson(cluster, request)
          : undefined;
      const reason = [waits?.why ?? result.reason, drills.failed]
        .filter(each => each !== undefined)
        .join('; ');
      setOutputs(host, {
        state: result.state,
        release: result.release,
        'waiting-for': waits?.for,
        planned: waits?.planned,
        weight: waits?.weight,
        reason,
      });
      const ended = { ...result, ...(reason && { reason }), ...(waits && { waits }) };
      await host.summary(sweepSummary(place, ended, drills.done));
      await publishProofs(host, cluster, request, undefined);
      host.report(`${result.state}${reason && `: ${reason}`}`);
      return result.state !== 'needs-action' && drills.failed === undefined;
    });
  },
});

/** Cleans up after killed drills, if slipway.yml declares drills. An error is only reported, so that the rollout is swept too. */
async function afterDrills(
  cluster: Cluster,
  request: ActionRequest,
  { config, credentials }: { readonly config: string; readonly credentials: string },
  host: Host,
): Promise<{ done: readonly string[]; failed?: string }> {
  const { environment, origin } = request;
  const { drills } = environment.recovery ?? {};
  if (drills === undefined) return { done: [] };
  const { cleanUpDrills } = await import('../recovery/drill/leftovers.ts');
  const { drillCommandsOf } = await import('../recovery/drill/commands.ts');
  const { rollbackOf } = await import('../recovery/drill/bad-release-system.ts');
  const env = shared.credentialsIn(credentials, host);
  const place = {
    namespace: environment.namespace,
    commands: { ...drillCommandsOf(drills), release: rollbackOf(cluster, request) },
    scratch: drills.scratch?.namespace,
  };
  try {
    const done = await cleanUpDrills(cluster, place, {
      runId: `sweep-${randomUUID().slice(0, 8)}`,
      holder: originText(origin),
      folder: resolve(dirname(config)),
      env,
      report: host.report,
    });
    for (const each of done) host.report(each);
    return { done };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { done: [], failed: error.sentence };
  }
}
