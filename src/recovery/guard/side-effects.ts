import type { KubeObject } from '../../cluster/objects.ts';
import { groupOf } from '../../cluster/resources.ts';
import { isMap } from '../../toolkit/map.ts';

/**
 * Finds restored objects with side effects, and neutralizes them: a copy must not send mail, open the namespace, or take over the DNS
 * names of the original.
 */

interface Neutralized {
  /** The objects to apply: without side effects, and without pods until a workload is scaled up. */
  readonly manifests: readonly KubeObject[];
  /** The changed and the omitted objects, one sentence each. */
  readonly changes: readonly string[];
}

/** The original number of replicas, to start the application with. */
const replicasAnnotation = 'slipway.dev/drill-replicas';

/** external-dns ignores an object that names another controller here. */
const dnsController = 'external-dns.alpha.kubernetes.io/controller';
const sideEffectAnnotation =
  /^(?:external-dns\.alpha\.kubernetes\.io|cert-manager\.io|acme\.cert-manager\.io)\//;

/** Returns the objects with side effects, as `Kind/name (why)`; empty for the result of `neutralize`. Pure. */
export function withSideEffects(manifests: readonly KubeObject[]): string[] {
  return flat(manifests).flatMap(object => {
    const verdict = neutralizeOne(object);
    return verdict.why.length === 0 ? [] : [`${titleOf(object)} (${verdict.why.join(', ')})`];
  });
}

/** Neutralizes objects: suspends or rewrites those with side effects, omits those that cannot be changed, and scales to 0. Pure. */
export function neutralize(manifests: readonly KubeObject[]): Neutralized {
  const all = flat(manifests).map(object => ({ object, ...neutralizeOne(object) }));
  return {
    manifests: all.flatMap(({ neutralized: kept }) => (kept === undefined ? [] : [kept])),
    changes: all.flatMap(({ object, why, neutralized: kept }) =>
      why.length === 0
        ? []
        : [`${titleOf(object)} was ${kept === undefined ? 'left out' : 'changed'}: ${why.join(', ')}`],
    ),
  };
}

/** Returns the replicas of a workload before `neutralize`; undefined for an object without replicas. Pure. */
export function replicasBefore({ metadata }: KubeObject): number | undefined {
  const written = metadata?.annotations?.[replicasAnnotation];
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}

interface Verdict {
  readonly why: readonly string[];
  /** Undefined if the object is omitted. */
  readonly neutralized: KubeObject | undefined;
}

function neutralizeOne(object: KubeObject): Verdict {
  const known = `${groupOf(object)}/${object.kind ?? ''}`;
  const omitted = whyOmitted(known);
  if (omitted !== undefined) return { why: [omitted], neutralized: undefined };
  const steps = [withoutAnnotations, ...(changers[known] ?? [])];
  return steps.reduce<Verdict>(
    (before, step) => {
      const after = before.neutralized === undefined ? before : step(before.neutralized);
      return { why: [...before.why, ...(after === before ? [] : after.why)], neutralized: after.neutralized };
    },
    { why: [], neutralized: object },
  );
}

const allOf = (group: string, kinds: readonly string[], why: string) =>
  Object.fromEntries(kinds.map(kind => [`${group}/${kind}`, why]));

/** Kinds that cannot be suspended, and why they are omitted. */
const omittedKinds: Readonly<Record<string, string>> = {
  '/Pod': 'it would start immediately',
  '/ReplicationController': 'it would start pods immediately',
  'apps/DaemonSet': 'it would start pods immediately',
  'networking.k8s.io/NetworkPolicy': 'it could allow egress from the namespace',
  ...allOf(
    'admissionregistration.k8s.io',
    ['ValidatingWebhookConfiguration', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
    'it would validate requests of the whole cluster',
  ),
  ...allOf(
    'admissionregistration.k8s.io',
    ['MutatingWebhookConfiguration', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
    'it would mutate requests of the whole cluster',
  ),
  'apiregistration.k8s.io/APIService': 'it would take over an API of the API server',
  'gateway.networking.k8s.io/Gateway': 'it would create a load balancer',
  // On the same gateway it would receive traffic for the original's host names, and external-dns would move their DNS records.
  'networking.k8s.io/Ingress': 'it would route traffic to the copy',
  ...allOf(
    'gateway.networking.k8s.io',
    ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'],
    'it would route traffic to the copy',
  ),
  'cert-manager.io/Certificate': 'it would request a certificate',
};

/** API groups of Kubernetes, whose objects have no side effects other than those handled here. */
const ownGroups = new Set([
  ...['', 'apps', 'batch', 'autoscaling', 'policy'],
  ...[
    ...['rbac.authorization', 'networking', 'gateway.networking', 'storage', 'scheduling', 'node'],
    ...['discovery', 'coordination', 'events', 'apiextensions', 'resource'],
  ].map(name => `${name}.k8s.io`),
]);

function whyOmitted(known: string): string | undefined {
  if (omittedKinds[known] !== undefined) return omittedKinds[known];
  const [group = ''] = known.split('/');
  return ownGroups.has(group) ? undefined : `an operator may act on ${known}`;
}

type Step = (object: KubeObject) => Verdict;

const untouched = (object: KubeObject): Verdict => ({ why: [], neutralized: object });

const suspended: Step = object =>
  specOf(object).suspend === true
    ? untouched(object)
    : { why: ['it would run'], neutralized: withSpec(object, { suspend: true }) };

const scaledDown: Step = object => {
  const { replicas = 1 } = specOf(object);
  if (replicas === 0) return untouched(object);
  const scaled = withSpec(object, { replicas: 0 });
  return {
    why: ['it would start pods immediately'],
    neutralized: withAnnotations(scaled, {
      ...annotationsOf(object),
      [replicasAnnotation]: String(replicas),
    }),
  };
};

/** NetworkPolicies do not apply to a pod in the host network. */
const offTheNode =
  (...path: string[]): Step =>
  object => {
    const pod = path.reduce<unknown>((at, key) => (isMap(at) ? at[key] : undefined), object);
    if (!isMap(pod) || pod.hostNetwork !== true) return untouched(object);
    return {
      why: ['its pods would use the host network'],
      neutralized: replaced(object, path, { ...pod, hostNetwork: false }) as KubeObject,
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
    why: [opens ? `it would open a ${spec.type}` : 'it would claim external IP addresses'],
    neutralized: { ...object, spec: inside },
  };
};

/** Removes annotations on which external-dns and cert-manager act. A route with a host needs none, so `omittedKinds` contains routes. */
function withoutAnnotations(object: KubeObject): Verdict {
  const annotations = annotationsOf(object);
  const acts = (key: string) =>
    sideEffectAnnotation.test(key) && !(key === dnsController && annotations[key] === 'none');
  const found = Object.keys(annotations).filter(acts);
  if (found.length === 0) return untouched(object);
  const rest = Object.fromEntries(Object.entries(annotations).filter(([key]) => !acts(key)));
  return {
    why: [`it is annotated with ${found.sort().join(' and ')}`],
    neutralized: withAnnotations(object, rest),
  };
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

/** Expands lists. */
function flat(manifests: readonly KubeObject[]): KubeObject[] {
  return manifests.flatMap(object =>
    object.kind?.endsWith('List') === true && Array.isArray(object.items)
      ? flat(object.items.filter(isMap) as KubeObject[])
      : [object],
  );
}

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
