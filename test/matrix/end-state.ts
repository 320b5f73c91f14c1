import type { KubeObject } from '../../src/cluster/objects.ts';
import { watchdogAccount } from '../../src/release/watchdog/watchdog.ts';
import type { Workload } from '../../src/workloads/kinds.ts';
import { labels } from '../../src/workloads/naming.ts';
import { replicas, workerName, workerReplicas } from './app.ts';
import type { State } from './state.ts';

/** The required end state. */
export interface Expected {
  /** The tags of which exactly one must be live. */
  serves: string[];
  /** The application may be missing, with everything that its first release has created. */
  orNothing: boolean;
  digestOf(tag: string): string;
  route: boolean;
  /** There must be a worker with the version of the workload. */
  worker: boolean;
}

interface Outcome {
  release: number;
  state: string;
}

/** Returns a message for each fault; empty if the end state is right. Pure. */
export function faults(state: State, expected: Expected): string[] {
  const workload = main(state);
  if (workload === undefined) {
    return expected.orNothing
      ? [...leftovers(state, undefined, false), ...traces(state), ...locks(state)]
      : ['the workload shop is missing'];
  }
  const image = imageOf(workload);
  const tag = expected.serves.find(each => image.endsWith(`@${expected.digestOf(each)}`));
  if (tag === undefined)
    return [`${workload.kind}/shop has ${image}, which is none of ${expected.serves.join(', ')}`];
  return [
    ...pods(apart(state, false), image),
    ...(expected.worker ? worker(apart(state, true), image, tag) : []),
    ...traffic(state, expected),
    ...autoscaler(state),
    ...configuration(state, tag),
    ...leftovers(state, tag, expected.worker),
    ...locks(state),
    ...record(state, image),
  ];
}

const named = ({ workloads }: State, name: string) =>
  workloads.find(({ metadata }) => metadata?.name === name);

const main = (state: State) => named(state, 'shop');

const imageOf = (workload: Workload | undefined) =>
  workload?.spec?.template?.spec?.containers[0]?.image ?? '';

/** Keeps only the pods of the worker, or all others. */
const apart = (state: State, ofWorker: boolean): State => ({
  ...state,
  pods: state.pods.filter(({ metadata }) => (metadata?.labels?.app === workerName) === ofWorker),
});

/** Checks that the worker and all its pods have the version and the configuration of the workload. */
function worker(state: State, image: string, tag: string): string[] {
  const { pods } = state;
  const found = named(state, workerName);
  if (found === undefined) return [`Deployment/${workerName} is missing`];
  const own = imageOf(found);
  const others = pods.filter(pod => pod.spec?.containers[0]?.image !== image);
  return [
    ...(own === image ? [] : [`Deployment/${workerName} has ${own} instead of ${image}`]),
    ...(others.length > 0 ? [`${others.length} pods of the worker belong to another release`] : []),
    ...(pods.length === workerReplicas ? [] : [`there are ${pods.length} pods of the worker`]),
    ...(found.status?.availableReplicas === workerReplicas ? [] : ['the worker is not ready']),
    ...configurationOf(found, state, tag),
  ];
}

/** Checks that all pods belong to one release and are ready, and their number. */
function pods(state: State, image: string): string[] {
  const { pods } = state;
  const { kind, spec, status, metadata } = main(state) ?? {};
  const wanted = spec?.replicas ?? 1;
  const others = pods.filter(pod => pod.spec?.containers[0]?.image !== image);
  const ready = pods.filter(pod =>
    pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
  );
  return [
    ...(wanted < replicas - 1 ? [`${kind}/shop has ${wanted} replicas`] : []),
    ...(others.length > 0 ? [`${others.length} pods belong to another release`] : []),
    ...(ready.length !== wanted ? [`${ready.length} of ${wanted} pods are ready`] : []),
    ...(pods.length !== wanted ? [`there are ${pods.length} pods instead of ${wanted}`] : []),
    ...(status?.observedGeneration === metadata?.generation ? [] : ['the workload is not settled']),
  ];
}

/** Checks that all traffic goes to the Service, and from there only to the workload. */
function traffic({ routes, services }: State, { route }: Expected): string[] {
  const service = services.find(({ metadata }) => metadata?.name === 'shop');
  const selector = JSON.stringify(service?.spec?.selector);
  const rules = routes[0]?.spec.rules ?? [];
  return [
    ...(selector === '{"app":"shop"}' ? [] : [`Service/shop selects ${selector}`]),
    ...(route && rules.length !== 2 ? [`HTTPRoute/shop has ${rules.length} rules`] : []),
    ...rules.flatMap(({ backendRefs = [] }, index) => {
      const served = backendRefs.filter(({ weight }) => weight !== 0).map(({ name }) => name);
      return backendRefs.length === 1 && served.join() === 'shop'
        ? []
        : [`rule ${index} of HTTPRoute/shop has the backends ${JSON.stringify(backendRefs)}`];
    }),
  ];
}

function autoscaler({ autoscalers }: State): string[] {
  const min = autoscalers[0]?.spec?.minReplicas;
  return min === replicas - 1 ? [] : [`the autoscaler's minReplicas is ${min}, not ${replicas - 1}`];
}

/** Checks that the live version has its own configuration. */
function configuration(state: State, tag: string): string[] {
  return configurationOf(main(state), state, tag);
}

function configurationOf(
  workload: Workload | undefined,
  { configMaps }: Pick<State, 'configMaps'>,
  tag: string,
): string[] {
  const container = workload?.spec?.template?.spec?.containers[0];
  const name = container?.envFrom?.[0]?.configMapRef?.name;
  const copy = configMaps.find(({ metadata }) => metadata?.name === name);
  if (copy === undefined) return [`ConfigMap/${name}, which the pods use, is missing`];
  const { GREETING } = copy.data ?? {};
  return GREETING === tag ? [] : [`${tag} is live with the configuration of ${GREETING}`];
}

const ofReleases = /^slipway-shop(-r\d+(-outcome|-decision-.+)?|-salt)$/;

/** Returns all objects except the application, its records, and the configuration copies that these refer to. */
function leftovers(state: State, tag: string | undefined, worker: boolean): string[] {
  const { workloads, services, routes, configMaps, secrets, leases, others } = state;
  const own = (name: string) => tag !== undefined && (name === 'shop' || (worker && name === workerName));
  const copies = new Set(recordsIn(state).flatMap(({ shipped }) => shipped.map(({ copy }) => copy)));
  const data = (name: string) => ofReleases.test(name) || name === 'kube-root-ca.crt' || copies.has(name);
  const strangers = [
    ...[...workloads, ...services, ...routes].filter(({ metadata }) => !own(metadata?.name ?? '')),
    ...[...configMaps, ...secrets].filter(({ metadata }) => !data(metadata?.name ?? '')),
    ...leases.filter(({ metadata }) => metadata?.name !== 'slipway-shop'),
    ...others.filter(each => !isInstalled(each)),
  ];
  return strangers.map(left);
}

/** Whether an object belongs to the permanent permissions of the watchdog. */
const isInstalled = ({ kind, metadata }: KubeObject) =>
  (kind === 'Role' || kind === 'RoleBinding') && metadata?.name === `${watchdogAccount}:shop`;

const left = ({ kind, metadata }: KubeObject) => `${kind}/${metadata?.name} is left over`;

/** Returns the tag of the live version by the record of the release in the workload's annotation; undefined if no version is live. */
export function recordedTag(
  state: State,
  tags: readonly string[],
  digestOf: Expected['digestOf'],
): string | undefined {
  const workload = main(state);
  const serving = Number(workload?.metadata?.annotations?.[labels.release]);
  const image = recordsIn(state).find(({ release }) => release === serving)?.images.shop;
  return tags.find(tag => image?.endsWith(`@${digestOf(tag)}`));
}

interface RecordText {
  release: number;
  images: Record<string, string>;
  shipped: { copy: string }[];
}

const recordsIn = ({ configMaps }: State) =>
  configMaps.flatMap(({ data }) =>
    data?.record === undefined ? [] : [JSON.parse(data.record) as RecordText],
  );

/** Checks that nothing is left of a rolled back first release. */
function traces({ pods, autoscalers }: State): string[] {
  return [...pods, ...autoscalers].map(left);
}

/** Checks that no run holds the Lease, and no rollout is in progress. */
function locks({ leases }: State): string[] {
  const { holderIdentity: holder, renewTime = '', leaseDurationSeconds = 0 } = leases[0]?.spec ?? {};
  // The Lease of a dead run expires and may remain.
  const living = Date.now() < Date.parse(renewTime) + (leaseDurationSeconds + 2) * 1000;
  const { [labels.state]: text } = leases[0]?.metadata?.annotations ?? {};
  const phase = text === undefined ? 'done' : (JSON.parse(text) as { phase: string }).phase;
  return [
    ...(holder && living ? [`the Lease is held by ${holder}`] : []),
    ...(['done', 'rolled-back'].includes(phase) ? [] : [`the rollout is ${phase}`]),
  ];
}

/** Checks that the record matches the live version, and that no later release counts as live. */
function record(state: State, image: string): string[] {
  const { configMaps } = state;
  const workload = main(state);
  const serving = Number(workload?.metadata?.annotations?.[labels.release] ?? Number.NaN);
  const records = recordsIn(state);
  const outcomes = configMaps.flatMap(({ data }) =>
    data?.outcome === undefined ? [] : [JSON.parse(data.outcome) as Outcome],
  );
  const stateOf = (release: number) => outcomes.find(each => each.release === release)?.state ?? 'open';
  const own = records.find(({ release }) => release === serving);
  if (own === undefined) return [`there is no record of release ${serving}, the release of the workload`];
  const passed = records.filter(({ release }) => release !== serving);
  return [
    ...(own.images.shop === image ? [] : [`the record of release ${serving} has another image`]),
    ...(['complete', 'verified'].includes(stateOf(serving))
      ? []
      : [`release ${serving} is live, and its outcome is ${stateOf(serving)}`]),
    ...passed
      .filter(({ release }) => release > serving && !['rolled-back', 'failed'].includes(stateOf(release)))
      .map(({ release }) => `release ${release} is not live, and its outcome is ${stateOf(release)}`),
    ...passed
      .filter(({ release }) => release < serving && stateOf(release) === 'open')
      .map(({ release }) => `release ${release} has ended without an outcome`),
  ];
}
