import { ownershipPatch, wasAppliedClientSide } from '../../cluster/apply.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import type { Release } from '../store/releases.ts';
import { keyOf, refOf, type Workload } from '../workloads/kinds.ts';
import type { ShippedConfig } from '../workloads/shipped.ts';
import { isWorker } from '../workloads/workers.ts';
import { type Difference, differences } from './difference.ts';
import { isWorkload, type LiveState } from './preflight.ts';
import type { Rehearsed } from './rehearsal.ts';
import { strategyFor } from './strategy.ts';

/** The effect of a release on one object. */
export interface Change {
  /** `Kind/name`, as the manifest has it. */
  object: string;
  what: 'create' | 'change' | 'same' | 'refused';
  differences: Difference[];
  note?: string;
}

/** Input of the comparison, beside the rehearsed objects. */
interface ChangesInput {
  environment: Environment;
  liveState: LiveState;
  shipped: ShippedConfig[];
  /** The live release: the new copies replace the configuration that it shipped. */
  baseline: Release | undefined;
  /** False while the names of copies are not known: no release has created the salt yet. */
  salted: boolean;
}

/** Compares an object with the live one. */
export async function compareWithLive(
  cluster: Cluster,
  target: Rehearsed,
  comparison: ChangesInput,
): Promise<Change> {
  const { manifest, resource, path } = target;
  const { kind } = manifest.object;
  const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
  if (copy === undefined) {
    const change = changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
    return isWorker(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
  }
  const before = comparison.baseline?.record.shipped.find(
    each => each.kind === copy.kind && each.name === copy.name,
  );
  const { namespace } = comparison.environment;
  const live =
    (await cluster.get(path)) ??
    (before && (await cluster.get(pathOf(resource, namespace, before.copy)))) ??
    undefined;
  const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
  const as = comparison.salted ? ` as ${copy.copy}` : ' under an immutable name';
  const note = {
    create: `is shipped${as}`,
    change: `is shipped${as}`,
    same: 'is already shipped',
    refused: '',
  };
  return { ...change, ...(note[change.what] === '' ? {} : { note: note[change.what] }) };
}

function followingNote(change: Change, worker: string, { environment, liveState }: ChangesInput): Change {
  const { kind } = strategyFor(environment, liveState);
  const what = worker === 'CronJob' ? 'for its next run,' : 'updated';
  const when = `${what} ${kind === 'rolling' ? 'once the workload is ready' : 'after the verdict'}`;
  const note = change.note === undefined ? when : `${change.note}; ${when}`;
  return { ...change, note };
}

/** Returns the change of one object. Pure. */
export function changeOf(
  object: string,
  { manifest, objection, would }: Pick<Rehearsed, 'manifest' | 'objection' | 'would'>,
  live: KubeObject | undefined,
  { environment, liveState }: Pick<ChangesInput, 'environment' | 'liveState'>,
): Change {
  if (would === undefined) {
    return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
  }
  // For a new object, the defaults that the server sets are no difference.
  if (live === undefined)
    return { object, what: 'create', differences: differences(undefined, manifest.object) };
  // The release first takes ownership of the autoscaler's replicas, which the dry run does not, so spec.replicas is ignored.
  const scaled =
    (liveState.autoscaler !== undefined && isWorkload(manifest, environment)) ||
    (isWorker(manifest, environment) &&
      liveState.workers[keyOf(refOf(manifest.object as Workload))]?.autoscaler !== undefined);
  const found = differences(live, would, scaled ? ['spec.replicas'] : []);
  const blind = ownershipPatch(live.metadata) !== undefined || wasAppliedClientSide(live);
  return {
    object,
    what: found.length === 0 ? 'same' : 'change',
    differences: found,
    ...(blind
      ? { note: 'was last written by another tool: fields that the release removes may be missing here' }
      : {}),
  };
}
