import { ownershipPatch, wasAppliedClientSide } from '../cluster/apply.ts';
import type { KubeObject, ObjectMeta } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import type { DryRunTarget } from '../release/preflight/dry-run.ts';
import { isWorkload, type LiveState } from '../release/preflight/live-state.ts';
import { strategyFor } from '../release/preflight/strategy.ts';
import type { Release } from '../release/store/releases.ts';
import { isMap } from '../toolkit/map.ts';
import { announcesSecret, looksSecret, namesSecret } from '../toolkit/secrecy.ts';
import { mayTakeFromHelm } from '../workloads/controllers.ts';
import { keyOf, refOf, type Workload } from '../workloads/kinds.ts';
import type { ShippedConfig } from '../workloads/shipped.ts';
import { isWorker } from '../workloads/workers.ts';

/** A field that differs; an undefined side does not have it. Values are shortened JSON, and never secrets. */
export interface FieldDifference {
  path: string;
  before?: string;
  after?: string;
}

const hidden = '(not shown)';
const longestValue = 300;

/** Fields that the server sets, and our own marks, which every release sets again. */
const noise = [
  /^apiVersion$/,
  /^kind$/,
  /^status(\.|$)/,
  /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
  /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
  /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];

/**
 * Returns the fields in which two versions of an object differ, sorted. Items of a list are matched by name, if all have one, otherwise
 * by index. Of a Secret, only the keys are shown. Pure.
 * @param ignored paths that others manage.
 */
export function differences(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  ignored: readonly string[] = [],
): FieldDifference[] {
  const secret = (after ?? before)?.kind === 'Secret';
  const isNoise = (path: string) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
  const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
  return [...all.values()]
    .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
    .map(([path, a, b]): FieldDifference => {
      const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
      // If one side looks secret, the other side is secret, too.
      const hide = isSecret(path, secret, all) || values.some(looksSecret);
      const show = (value: unknown) => (hide ? hidden : shortened(JSON.stringify(value)));
      return {
        path,
        ...(a === undefined ? {} : { before: show(a) }),
        ...(b === undefined ? {} : { after: show(b) }),
      };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Whether an object has a value that `differences` would hide, because it looks secret or has the name of a secret. Pure. */
export const holdsSecret = (object: KubeObject): boolean =>
  differences(undefined, object).some(({ after }) => after === hidden);

/** Whether the path of a value, or the value beside it, names a secret. */
function isSecret(path: string, secret: boolean, all: ReadonlyMap<string, Leaf>): boolean {
  if (secret) return /^(data|stringData)/.test(path);
  const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
  const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
  const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
  if (namesSecret(name)) return true;
  // Duplicate variables are matched by index, so the name is in a leaf beside the value.
  if (item !== undefined) return sidesOf(all.get(`${item}.name`)).some(namesSecret);
  const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
  return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(announcesSecret);
}

const sidesOf = (leaf: Leaf | undefined) =>
  (leaf?.slice(1) ?? []).filter(side => typeof side === 'string') as string[];

function shortened(value: string): string {
  return value.length <= longestValue
    ? value
    : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}

type Leaf = [path: string, before: unknown, after: unknown];

/** Returns every value that is neither a map nor a list on both sides, by its path. Walks both sides together. */
function leaves(before: unknown, after: unknown, path: string): Leaf[] {
  const sides = [before, after];
  const given = sides.filter(side => side !== undefined);
  const filled = given.some(
    side => typeof side === 'object' && side !== null && Object.keys(side).length > 0,
  );
  if (filled && given.every(Array.isArray)) {
    const [a, b] = sides.map(side => (side ?? []) as unknown[]) as [unknown[], unknown[]];
    return inner(itemsOf(a, identifierOf(a, b)), itemsOf(b, identifierOf(a, b)), name => `${path}[${name}]`);
  }
  if (filled && given.every(isMap)) {
    const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
    return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
  }
  return [[path, before, after]];
}

function inner(a: Map<string, unknown>, b: Map<string, unknown>, pathOf: (key: string) => string): Leaf[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}

const itemsOf = (list: unknown[], key: string | undefined) =>
  new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));

const nameIn = (item: unknown, key: string) => String((item as Record<string, unknown>)[key]);

/** Returns the field that identifies the items of both lists: of containers, variables, mounts, ports. */
function identifierOf(...lists: unknown[][]): string | undefined {
  return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key =>
    lists.every(list => {
      const names = list.map(item => (isMap(item) ? item[key] : undefined));
      const good = names.every(name => typeof name === 'string' || typeof name === 'number');
      return good && new Set(names).size === names.length;
    }),
  );
}

const join = (path: string, key: string) => {
  if (!/^[A-Za-z0-9_-]+$/.test(key)) return `${path}["${key}"]`;
  return path === '' ? key : `${path}.${key}`;
};

/** The effect of a release on one object. */
export interface Change {
  /** `Kind/name`, as the manifest has it. */
  object: string;
  what: 'create' | 'change' | 'same' | 'refused';
  differences: FieldDifference[];
  note?: string;
}

/** Input of the comparison, beside the objects of the dry run. */
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
  target: DryRunTarget,
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
    (await cluster.get(path)) ?? (before && (await cluster.get(pathOf(resource, namespace, before.copy))));
  const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
  if (change.what === 'refused') return change;
  const as = comparison.salted ? `as ${copy.copy}` : 'under an immutable name';
  return { ...change, note: change.what === 'same' ? 'is already shipped' : `is shipped ${as}` };
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
  { manifest, objection, would }: Pick<DryRunTarget, 'manifest' | 'objection' | 'would'>,
  live: KubeObject | undefined,
  { environment, liveState }: Pick<ChangesInput, 'environment' | 'liveState'>,
): Change {
  if (would === undefined)
    return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
  // For a new object, the defaults that the server sets are not a difference.
  if (live === undefined)
    return { object, what: 'create', differences: differences(undefined, manifest.object) };
  // The release first takes ownership of the autoscaler's replicas, which the dry run does not, so spec.replicas is ignored.
  const scaled =
    (liveState.autoscaler !== undefined && isWorkload(manifest, environment)) ||
    (isWorker(manifest, environment) &&
      liveState.workers[keyOf(refOf(manifest.object as Workload))]?.autoscaler !== undefined);
  const found = differences(live, would, scaled ? ['spec.replicas'] : []);
  const blind =
    ownershipPatch(withoutMarks(live.metadata), mayTakeFromHelm(live, environment)) !== undefined ||
    wasAppliedClientSide(live);
  const what = found.length === 0 ? 'same' : 'change';
  const note =
    'was last written by a rollout or another tool: fields that the release removes may be missing here';
  return { object, what, differences: found, ...(blind ? { note } : {}) };
}

/** Leaves out updates that only set our annotations, such as the fencing token of each release: they cannot hide a removed field. */
function withoutMarks(metadata: ObjectMeta | undefined): ObjectMeta | undefined {
  if (metadata?.managedFields === undefined) return metadata;
  const managedFields = metadata.managedFields.filter(({ fieldsV1 }) => !onlyMarks(fieldsV1));
  return { ...metadata, managedFields };
}

const onlyMarks = (fields: unknown): boolean =>
  /^\{"f:metadata":\{"f:annotations":\{("f:slipway\.dev\/[^"]+":\{\},?)+\}\}\}$/.test(
    JSON.stringify(fields) ?? '',
  );
