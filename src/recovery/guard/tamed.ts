import type { KubeObject } from '../../cluster/objects.ts';
import { isMap } from '../../toolkit/map.ts';

/**
 * What of restored objects would act by itself, and how it is kept from that: a copy that sends mails, opens a way out, or takes the
 * name of what it is a copy of is no rehearsal.
 */

export interface Tamed {
  /** What may be applied; nothing of it acts, and nothing runs before somebody scales it. */
  readonly manifests: readonly KubeObject[];
  /** What was changed or left out, a sentence each. */
  readonly changes: readonly string[];
}

export interface TameOptions {
  /** Kinds of custom resources that are known to do nothing, such as `bitnami.com/SealedSecret`. */
  readonly inert?: readonly string[];
}

/** How many pods it had, for whoever starts the application. */
export const replicasAnnotation = 'dr-drill/replicas';

/** external-dns takes only what has its own name here, or none. */
const dnsController = 'external-dns.alpha.kubernetes.io/controller';
const actingAnnotation = /^(?:external-dns\.alpha\.kubernetes\.io|cert-manager\.io|acme\.cert-manager\.io)\//;

/** What would act by itself, as `Kind/name (why)`; nothing of what `tamed` gives back. Pure. */
export function acting(manifests: readonly KubeObject[], options: TameOptions = {}): string[] {
  return flat(manifests).flatMap(object => {
    const verdict = tame(object, options);
    return verdict.why.length === 0 ? [] : [`${titleOf(object)} (${verdict.why.join(', ')})`];
  });
}

/** Suspends, strips and rewrites what would act by itself, leaves out what cannot be kept from it, and scales all to nothing. Pure. */
export function tamed(manifests: readonly KubeObject[], options: TameOptions = {}): Tamed {
  const all = flat(manifests).map(object => ({ object, ...tame(object, options) }));
  return {
    manifests: all.flatMap(({ tamed: kept }) => (kept === undefined ? [] : [kept])),
    changes: all.flatMap(({ object, why, tamed: kept }) =>
      why.length === 0
        ? []
        : [`${titleOf(object)} was ${kept === undefined ? 'left out' : 'changed'}: ${why.join(', ')}`],
    ),
  };
}

/** How many pods a workload had before it was tamed; undefined for what has no number of pods. Pure. */
export function replicasBefore({ metadata }: KubeObject): number | undefined {
  const written = metadata?.annotations?.[replicasAnnotation];
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}

interface Verdict {
  readonly why: readonly string[];
  /** Undefined: it is left out. */
  readonly tamed: KubeObject | undefined;
}

const leftOut = (why: string): Verdict => ({ why: [why], tamed: undefined });

function tame(object: KubeObject, options: TameOptions): Verdict {
  const known = `${groupOf(object)}/${object.kind ?? ''}`;
  const why = neverKept(known, options);
  if (why !== undefined) return leftOut(why);
  const steps = [withoutAnnotations, ...(changers[known] ?? [])];
  return steps.reduce<Verdict>(
    (before, step) => {
      const after = before.tamed === undefined ? before : step(before.tamed);
      return { why: [...before.why, ...(after === before ? [] : after.why)], tamed: after.tamed };
    },
    { why: [], tamed: object },
  );
}

/** What cannot be suspended. */
const never: Readonly<Record<string, string>> = {
  '/Pod': 'it would run at once',
  '/ReplicationController': 'it would start pods at once',
  'apps/DaemonSet': 'it would start pods at once',
  'networking.k8s.io/NetworkPolicy': 'it could open a way out of the namespace',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': 'it would judge what others write',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': 'it would change what others write',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': 'it would judge what others write',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': 'it would judge what others write',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy': 'it would change what others write',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': 'it would change what others write',
  'apiregistration.k8s.io/APIService': 'it would answer for the API server',
  'gateway.networking.k8s.io/Gateway': 'it would open a load balancer',
  // At the same gateway it would take traffic of the names that the original has, and external-dns would move the names.
  'networking.k8s.io/Ingress': 'it would lead traffic to the copy',
  ...Object.fromEntries(
    ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(kind => [
      `gateway.networking.k8s.io/${kind}`,
      'it would lead traffic to the copy',
    ]),
  ),
  'cert-manager.io/Certificate': 'it would order a certificate',
};

/** Kubernetes' own, whose objects only do what is looked at here. */
const ownGroups = new Set([
  ...['', 'apps', 'batch', 'autoscaling', 'policy'],
  ...[
    ...['rbac.authorization', 'networking', 'gateway.networking', 'storage', 'scheduling', 'node'],
    ...['discovery', 'coordination', 'events', 'apiextensions', 'resource'],
  ].map(name => `${name}.k8s.io`),
]);

function neverKept(known: string, { inert = [] }: TameOptions): string | undefined {
  if (never[known] !== undefined) return never[known];
  const [group = ''] = known.split('/');
  return ownGroups.has(group) || inert.includes(known)
    ? undefined
    : `what an operator does with ${known} is not known`;
}

type Step = (object: KubeObject) => Verdict;

const untouched = (object: KubeObject): Verdict => ({ why: [], tamed: object });

const suspended: Step = object =>
  specOf(object).suspend === true
    ? untouched(object)
    : { why: ['it would run'], tamed: withSpec(object, { suspend: true }) };

const scaledDown: Step = object => {
  const { replicas = 1 } = specOf(object);
  if (replicas === 0) return untouched(object);
  const scaled = withSpec(object, { replicas: 0 });
  return {
    why: ['it would start pods at once'],
    tamed: withAnnotations(scaled, { ...annotationsOf(object), [replicasAnnotation]: String(replicas) }),
  };
};

/** A pod in its node's network is in no policy. */
const offTheNode =
  (...path: string[]): Step =>
  object => {
    const pod = [...path].reduce<unknown>((at, key) => (isMap(at) ? at[key] : undefined), object);
    if (!isMap(pod) || pod.hostNetwork !== true) return untouched(object);
    return {
      why: ['its pods would be in the network of their node'],
      tamed: replaced(object, path, { ...pod, hostNetwork: false }) as KubeObject,
    };
  };

const outward = [
  ...['externalIPs', 'externalTrafficPolicy', 'healthCheckNodePort', 'allocateLoadBalancerNodePorts'],
  ...['loadBalancerIP', 'loadBalancerClass', 'loadBalancerSourceRanges'],
];

const inward: Step = object => {
  const spec = specOf(object);
  const opens = spec.type === 'LoadBalancer' || spec.type === 'NodePort';
  const external = Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0;
  if (!opens && !external) return untouched(object);
  const ports = Array.isArray(spec.ports) ? spec.ports : [];
  const kept = Object.fromEntries(Object.entries(spec).filter(([field]) => !outward.includes(field)));
  const inside = {
    ...kept,
    ...(opens ? { type: 'ClusterIP' } : {}),
    ports: ports.map(port =>
      isMap(port) ? Object.fromEntries(Object.entries(port).filter(([key]) => key !== 'nodePort')) : port,
    ),
  };
  return {
    why: [opens ? `it would open a ${spec.type}` : 'it would take addresses of others'],
    tamed: { ...object, spec: inside },
  };
};

/** What has a host has a name, whether it is annotated or not. */
function withoutAnnotations(object: KubeObject): Verdict {
  const annotations = annotationsOf(object);
  const acts = (key: string) =>
    actingAnnotation.test(key) && !(key === dnsController && annotations[key] === 'none');
  const found = Object.keys(annotations).filter(acts);
  if (found.length === 0) return untouched(object);
  const rest = Object.fromEntries(Object.entries(annotations).filter(([key]) => !acts(key)));
  return { why: [`it is annotated ${found.sort().join(' and ')}`], tamed: withAnnotations(object, rest) };
}

const podOf = ['spec', 'template', 'spec'];
const workload = [scaledDown, offTheNode(...podOf)];

const changers: Readonly<Record<string, readonly Step[]>> = {
  'apps/Deployment': workload,
  'apps/StatefulSet': workload,
  'apps/ReplicaSet': workload,
  'batch/Job': [suspended, offTheNode(...podOf)],
  'batch/CronJob': [suspended, offTheNode('spec', 'jobTemplate', ...podOf)],
  '/Service': [inward],
};

/** The objects of lists, too. */
function flat(manifests: readonly KubeObject[]): KubeObject[] {
  return manifests.flatMap(object =>
    object.kind?.endsWith('List') === true && Array.isArray(object.items)
      ? flat(object.items.filter(isMap) as KubeObject[])
      : [object],
  );
}

const groupOf = ({ apiVersion = '' }: KubeObject) =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
const titleOf = ({ kind, metadata }: KubeObject) => `${kind ?? 'object'}/${metadata?.name ?? ''}`;
const specOf = ({ spec }: KubeObject) => (isMap(spec) ? spec : {});
const annotationsOf = ({ metadata }: KubeObject): Readonly<Record<string, string>> =>
  metadata?.annotations ?? {};
const withSpec = (object: KubeObject, more: object): KubeObject => ({
  ...object,
  spec: { ...specOf(object), ...more },
});
const withAnnotations = (object: KubeObject, annotations: Record<string, string>): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, annotations },
});

function replaced(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const map = isMap(at) ? at : {};
  return { ...map, [key]: replaced(map[key], rest, value) };
}
