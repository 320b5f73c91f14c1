import type { KubeObject } from '../../src/cluster/objects.ts';
import { watchdogAccount } from '../../src/release/watchdog/watchdog.ts';
import type { Workload } from '../../src/release/workloads/kinds.ts';
import { labels } from '../../src/release/workloads/naming.ts';
import { replicas, workerName, workerReplicas } from './app.ts';
import type { State } from './state.ts';

/** What must be so when everything is over. */
export interface Expected {
  /** The tags of which exactly one serves. */
  serves: string[];
  /** The application may be gone, with all that its first release made. */
  orNothing: boolean;
  digestOf(tag: string): string;
  route: boolean;
  /** It has the version of the workload. */
  worker: boolean;
}

interface Outcome {
  release: number;
  state: string;
}

/** What is wrong, a sentence each; nothing when the end is as it must be. Pure. */
export function faults(state: State, expected: Expected): string[] {
  const workload = main(state);
  if (workload === undefined) {
    return expected.orNothing
      ? [...leftovers(state, undefined, false), ...traces(state), ...locks(state)]
      : ['the workload shop is gone'];
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

/** With the pods of the worker alone, or without them. */
const apart = (state: State, ofWorker: boolean): State => ({
  ...state,
  pods: state.pods.filter(({ metadata }) => (metadata?.labels?.app === workerName) === ofWorker),
});

/** On the version of the workload, with its configuration, all pods of it. */
function worker(state: State, image: string, tag: string): string[] {
  const { pods } = state;
  const found = named(state, workerName);
  if (found === undefined) return [`Deployment/${workerName} is gone`];
  const own = imageOf(found);
  const others = pods.filter(pod => pod.spec?.containers[0]?.image !== image);
  return [
    ...(own === image ? [] : [`Deployment/${workerName} has ${own} beside ${image}`]),
    ...(others.length > 0 ? [`${others.length} pods of the worker are of another release`] : []),
    ...(pods.length === workerReplicas ? [] : [`there are ${pods.length} pods of the worker`]),
    ...(found.status?.availableReplicas === workerReplicas ? [] : ['the worker is not up']),
    ...configurationOf(found, state, tag),
  ];
}

/** All of one release, all ready, as many as there must be. */
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
    ...(others.length > 0 ? [`${others.length} pods are of another release`] : []),
    ...(ready.length !== wanted ? [`${ready.length} of ${wanted} pods are ready`] : []),
    ...(pods.length !== wanted ? [`there are ${pods.length} pods instead of ${wanted}`] : []),
    ...(status?.observedGeneration === metadata?.generation ? [] : ['the workload is not settled']),
  ];
}

/** All of it to the one Service, and that Service to nothing but the workload. */
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

/** The values that were shipped with the release that serves. */
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
  if (copy === undefined) return [`ConfigMap/${name}, which the pods use, is not there`];
  const { GREETING } = copy.data ?? {};
  return GREETING === tag ? [] : [`${tag} is served with the configuration of ${GREETING}`];
}

const ofReleases = /^slipway-shop(-r\d+(-outcome|-decision-.+)?|-salt)$/;

/** Whatever is there beside the application, its records, and the configuration that these refer to. */
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

/** The rights of the watchdog are there for good. */
const isInstalled = ({ kind, metadata }: KubeObject) =>
  (kind === 'Role' || kind === 'RoleBinding') && metadata?.name === watchdogAccount;

const left = ({ kind, metadata }: KubeObject) => `${kind}/${metadata?.name} is left over`;

/** The one of those tags that the record of the release names which the workload says that it is; undefined when nothing serves. */
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

/** Nothing of a first release that was rolled back. */
function traces({ pods, autoscalers }: State): string[] {
  return [...pods, ...autoscalers].map(left);
}

/** Nobody holds the application, and no rollout is under way. */
function locks({ leases }: State): string[] {
  const { holderIdentity: holder, renewTime = '', leaseDurationSeconds = 0 } = leases[0]?.spec ?? {};
  // A dead run's own runs out by itself, and may be the last word.
  const living = Date.now() < Date.parse(renewTime) + (leaseDurationSeconds + 2) * 1000;
  const { [labels.state]: text } = leases[0]?.metadata?.annotations ?? {};
  const phase = text === undefined ? 'done' : (JSON.parse(text) as { phase: string }).phase;
  return [
    ...(holder && living ? [`the lease is held by ${holder}`] : []),
    ...(['done', 'rolled-back'].includes(phase) ? [] : [`the rollout is ${phase}`]),
  ];
}

/** The record names what serves, and says of every other release since then that it does not. */
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
  if (own === undefined) return [`there is no record of release ${serving}, which the workload names`];
  const passed = records.filter(({ release }) => release !== serving);
  return [
    ...(own.images.shop === image ? [] : [`the record of release ${serving} names another image`]),
    ...(['complete', 'verified'].includes(stateOf(serving))
      ? []
      : [`release ${serving} serves, and its record says ${stateOf(serving)}`]),
    ...passed
      .filter(({ release }) => release > serving && !['rolled-back', 'failed'].includes(stateOf(release)))
      .map(({ release }) => `release ${release} does not serve, and its record says ${stateOf(release)}`),
    ...passed
      .filter(({ release }) => release < serving && stateOf(release) === 'open')
      .map(({ release }) => `release ${release} ended, and its record does not say how`),
  ];
}
