import type { Destination } from '../../cluster/apply.ts';
import type { ConfigMap, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import type { HasEnded } from '../../toolkit/ended-runs.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import type { Origin } from '../../toolkit/origin.ts';
import type { Workload } from '../../workloads/kinds.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { GateSources } from '../gate/sources.ts';
import type { Lease } from '../store/lease.ts';
import type { ReleaseStore } from '../store/releases.ts';
import type { StateStore } from '../store/rollout-state.ts';
import type { Pause, ReleaseRecord, RolloutState } from '../store/schema.ts';
import type { Informers } from './informers.ts';
import { pauseSentence } from './pause.ts';
import type { Inputs, RolloutSnapshot, RolloutSpec } from './spec.ts';

/** What a command that continues or ends a rollout asks for. */
export interface RolloutRequest {
  config: Config;
  environment: Environment;
  /** The release whose rollout is meant; the rollout of another release is left alone. Default: any. */
  release?: ReleaseNumber;
  origin: Origin;
  /** Milliseconds to wait for the Lease of another run. */
  wait: number;
  /** The environment variables with the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** Whether the workflow run of another rollout has ended. */
  hasEnded?: HasEnded;
  report: (line: string) => void;
  signal?: AbortSignal | undefined;
  /** When this run leaves the rollout to the next one, in milliseconds of `performance.now()`. */
  until?: number | undefined;
  /** Called when this run begins to advance a rollout. Must not throw. */
  onRollout?: (rollout: RolloutState) => void;
}

/** What one run does with a rollout. */
export interface RolloutTask {
  /** For the decision record. */
  command: 'deploy' | 'gate' | 'promote' | 'rollback' | 'sweep';
  /** How far this run goes; a rollback goes to its end. */
  goal: RolloutSpec['goal'];
  /** Starts the gate; without it the candidate is not judged. */
  startGate?: (run: RolloutContext, request: RolloutRequest) => Promise<GateRunner | undefined>;
  /** What this run does with a paused rollout; default: it resumes it. */
  onPause?: NonNullable<RolloutSpec['foundPause']>['onPause'];
  /** Why the rollout is rolled back, and who asked for it; a user may roll back past a release that is not reversible. */
  rollback?: { reason: string; by?: string };
  /** For the run that began the release: its decision record, and the manifests that it has yet to apply. */
  begun?: { decisions: DecisionStore; pending: Destination[] };
}

/** The gate beside the reconciler: it reads metrics at its own pace and gives verdicts on the current step. */
export interface GateRunner {
  /** Takes the newest snapshot. Called in every turn, also before the candidate has traffic. */
  look(snapshot: RolloutSnapshot): void;
  /**
   * Returns the newest verdict and facts on the snapshot's phase and step.
   * @returns `judgedAt`: when the verdict was reached, in milliseconds of `performance.now()`.
   */
  inputs(snapshot: RolloutSnapshot): Pick<Inputs, 'verdict' | 'facts'> & { judgedAt?: number };
  /** Stops the gate. Resolves when its last write has ended. */
  stop(): Promise<void>;
}

/** Everything that one run needs to advance one rollout. `attach` builds it. */
export interface RolloutContext {
  cluster: Cluster;
  informers: Informers;
  spec: RolloutSpec;
  store: StateStore;
  decisions: DecisionStore;
  /** Where the gate reads; undefined without a gate. */
  sources: GateSources | undefined;
  fence: ConfigMap | undefined;
  /** The candidate's manifest of the workload. */
  candidateManifest: Workload;
  record: ReleaseRecord;
  records: ReleaseStore;
  /** Manifests that the run which began the release has yet to apply; undefined in any other run. */
  pending: Destination[] | undefined;
  lease: Pick<Lease, 'assertHeld'>;
  baseline: { template: PodTemplate; manifest: Workload | undefined } | undefined;
  gate: GateRunner | undefined;
  report: (line: string) => void;
  /** Reports a line, unless it is the same as the last one. */
  tell: (line: string) => void;
  signal?: AbortSignal | undefined;
  until?: number | undefined;
}

export type RunEnd =
  | { state: 'prepared' | 'judged' | 'done'; pods: number }
  | { state: 'rolled-back'; reason: string; pods: number }
  /** Waiting on purpose. `paused` says what for, and until when. */
  | { state: 'paused'; paused: Pause; pods: number }
  /** A person must act. `reachedTimeLimit`: only the time of this run is over, and the next run continues. */
  | { state: 'needs-action'; reason: string; reachedTimeLimit?: true };

/** Returns why the rollout is not complete: what it waits for, then what the gate could not decide. */
export function reasonOfEnd(end: RunEnd, { candidate, weight }: RolloutState): { reason?: string } {
  if (end.state === 'rolled-back' || end.state === 'needs-action') return { reason: end.reason };
  if (end.state !== 'paused') return {};
  const { reason } = end.paused;
  const waits = `release ${candidate} has ${weight} % of the traffic and ${pauseSentence(end.paused)}`;
  return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}

/** The end of a run that has less time than the rollout takes. */
export const timeLimitReached: RunEnd = {
  state: 'needs-action',
  reachedTimeLimit: true,
  reason: 'this run reached its time limit before the rollout ended; the next sweep continues it',
};

/** This run leaves a rollout that is not over. The workflow's rollback job, or `sweep`, continues it. */
export class RolloutAbandoned extends UserError {
  /** @param first what the user must do before `sweep` can run. */
  constructor(
    reason: string,
    { spec, store, informers }: Pick<RolloutContext, 'spec' | 'store' | 'informers'>,
    first?: string,
  ) {
    const { phase, rolledBackFrom: from } = store.rollout;
    // Promotion ends the watchdog.
    const ended =
      from === 'promoting' || from === 'watching' || phase === 'promoting' || phase === 'watching';
    const watched =
      !ended && informers.snapshot().jobs.some(each => each.metadata?.name === spec.watchdog?.name);
    const safe = watched ? '; meanwhile the watchdog restores traffic' : '';
    const before = first === undefined ? '' : `${first}, then `;
    super(reason, `${before}${howToRun('sweep')}, which finishes the rollout or rolls it back${safe}`);
  }
}

/** Milliseconds that a run waits for the gate's first verdict, before it decides without one. */
export const firstVerdictTimeout = 120_000;
