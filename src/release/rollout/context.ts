import type { Destination } from '../../cluster/apply.ts';
import type { ConfigMap, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Gate } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { Created } from '../store/fenced-writes.ts';
import type { Lease } from '../store/lease.ts';
import type { StateStore } from '../store/rollout-state.ts';
import type { Pause, ReleaseRecord } from '../store/schema.ts';
import type { Workload } from '../workloads/kinds.ts';
import type { Informers, Snapshot } from './informers.ts';
import type { Inputs, RolloutSpec } from './spec.ts';

/** What judges, beside the engine: it reads metrics in its own time and says what it thinks of the present step. */
export interface GateRunner {
  /** Called at every look, also before anything is exposed. */
  look(o: Snapshot): void;
  /**
   * The newest word on this phase and step.
   * @returns `judgedAt`: when the verdict came up, in milliseconds of `performance.now()`.
   */
  inputs(o: Snapshot): Pick<Inputs, 'verdict' | 'facts'> & { judgedAt?: number };
  /** Resolves when it writes nothing more. */
  stop(): Promise<void>;
}

export interface RolloutContext {
  cluster: Cluster;
  informers: Informers;
  spec: RolloutSpec;
  store: StateStore;
  decisions: DecisionStore;
  /** Where the metrics are, when something is judged by them. */
  prometheus?: Gate['prometheus'];
  fence: ConfigMap | undefined;
  /** The workload as the candidate's release applies it, and how the baseline was. */
  candidate: Workload;
  record: ReleaseRecord;
  /** What the run that began the release applies before its workload; undefined in any other run. */
  pending?: Pending;
  /** What this run creates is entered here, so that it can be taken back when another run has taken over. */
  creations: Created[];
  lease: Pick<Lease, 'assertHeld'>;
  baseline: { template: PodTemplate; manifest: Workload | undefined } | undefined;
  watcher?: GateRunner;
  /**
   * Writes down how it ended, before the state says that it has.
   * @returns why a release that came up ends rolled back all the same: others have put another version in its place.
   */
  conclude(phase: 'done' | 'rolled-back', reason: string | undefined): Promise<string | undefined>;
  report: (line: string) => void;
  signal?: AbortSignal;
  /** Milliseconds of `performance.now()` at which this run leaves it as it is. */
  until?: number;
}

/** Manifests of a release that are not applied yet. */
export interface Pending {
  manifests: Destination[];
  /** Those of a release that replaces a canary with traffic: they follow when the workload has all of it. */
  routes: Destination[];
}

export type RolloutEnd =
  | { state: 'prepared' | 'judged' | 'done'; pods: number }
  /** `open`: it is written, and the run was cancelled before it was all there. */
  | { state: 'rolled-back'; reason: string; pods: number; open?: true }
  /** It waits on purpose, for what stands in the state. */
  | { state: 'paused'; paused: Pause; pods: number }
  /** Neither forward nor back without a person; `late`: the time of this run is over, and the next one goes on. */
  | { state: 'needs-action'; reason: string; timeIsUp?: true };

/** For a run that is given less time than the rollout takes. */
export const late: RolloutEnd = {
  state: 'needs-action',
  timeIsUp: true,
  reason: 'the time of this run was over before it had ended: sweep ends it',
};

/** This run can do nothing more about a rollout, which is not over. The workflow's rollback job, or sweep, goes on. */
export class RolloutAbandoned extends UserError {
  /** @param first what to do before `sweep` can run. */
  constructor(reason: string, { spec, store }: Pick<RolloutContext, 'spec' | 'store'>, first?: string) {
    const watched =
      spec.watchdog !== undefined && /^(stepping|baking|rolling-back)$/.test(store.rollout.phase);
    const safe = watched ? 'the watchdog takes the traffic back; ' : '';
    const before = first === undefined ? '' : `${first}, then `;
    super(reason, `${safe}${before}run \`sweep\`, which completes or rolls back the rollout`);
  }
}

/** Milliseconds for Prometheus to be read, before it is decided without a word. */
export const untilHeard = 120_000;
