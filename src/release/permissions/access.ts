import { MissingPermission } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { eventsOfWorkloads, type Resource, resources } from '../../cluster/resources.ts';
import { metricGateOf } from '../../config/gate.ts';
import { watchedDatabases } from '../../config/standbys.ts';
import type { Environment } from '../../config/types.ts';
import { traitsOf } from '../../workloads/kinds.ts';
import { workersOf } from '../../workloads/workers.ts';
import { watchdogImage } from '../watchdog/watchdog.ts';

/** A permission that a release needs, in the terms of an access review. */
export interface Permission {
  verb: string;
  resource: Resource;
  subresource?: string;
  /** Only for this object, in another namespace than the release's. */
  elsewhere?: { namespace: string; name: string };
}

type Verbs = [Resource, string[]];

/**
 * Returns exactly the permissions that deploy, gate, promote, verify, rollback and sweep need in this environment. Deploy requires all of
 * them: a release that cannot be judged, verified or rolled back must fail before its first write. Pure.
 * @param manifestResources the resources of the manifests' objects.
 */
export function permissionsFor(environment: Environment, manifestResources: Resource[]): Permission[] {
  const { strategy } = environment;
  const verbs: Verbs[] = [
    ...ofEveryRelease(environment),
    ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
    ...ofHooks(environment),
    ...manifestResources.map((resource): Verbs => [resource, ['create', 'delete', 'get', 'patch']]),
    ...ofVerification(environment),
    ...ofDependencies(environment),
  ];
  const permissions = [
    ...permissionsIn(verbs),
    { verb: 'get', resource: resources.pod, subresource: 'log' },
    ...proxyOf(environment),
    ...ofDatabases(environment, 'block'),
    ...(strategy.kind === 'rolling' ? [] : readByGate(environment)),
  ];
  return [...new Map(permissions.map(permission => [nameOfPermission(permission), permission])).values()];
}

/**
 * Returns the permissions that a rollback needs while no rollout is under way. It needs none for gates, hooks and traffic routing, so that
 * it works when these do not. Pure.
 */
export function permissionsOfRollback(environment: Environment): Permission[] {
  const verbs: Verbs[] = [
    [resources.configMap, ['create', 'get', 'list', 'update']],
    [resources.secret, ['get']],
    [resources.lease, ofLease],
    ...ofKinds(environment),
    // For the number of pods of a workload that was deleted.
    [resources.horizontalPodAutoscaler, ['list']],
    // To verify the live pods, and their zones, afterwards.
    [resources.pod, ['list', 'watch']],
    [resources.node, ['list']],
    ...(environment.service === undefined ? [] : [[resources.endpointSlice, ['list']] satisfies Verbs]),
    ...ofVerification(environment),
  ];
  return [...permissionsIn(verbs), ...proxyOf(environment)];
}

/** The Lease also holds the state of the rollout. */
const ofLease = ['create', 'get', 'list', 'patch', 'update', 'watch'];

function ofEveryRelease(environment: Environment): Verbs[] {
  const { service, route } = environment;
  // A run that attaches to a rollout watches every object that any rollout may change.
  const watched = ['list', 'watch'];
  return [
    // Records, outcomes; shipped configuration is applied with the manifests.
    [resources.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
    // The salt and the shipped copies. Never list: the names are known.
    [resources.secret, ['create', 'delete', 'get', 'patch']],
    [resources.lease, ofLease],
    ...ofKinds(environment),
    [resources.pod, watched],
    [resources.service, watched],
    [resources.horizontalPodAutoscaler, watched],
    [resources.endpointSlice, service === undefined ? ['list'] : watched],
    ...(route === undefined ? [] : [[resources.httpRoute, watched] satisfies Verbs]),
    [resources.event, ['list']],
    [resources.resourceQuota, ['list']],
    [resources.node, ['list']],
    [resources.namespace, ['get']],
  ];
}

/** Permissions for the workloads, and for the objects that show their revisions and failures. */
function ofKinds({ workload, workers }: Environment): Verbs[] {
  const watched = ['list', 'watch'];
  const kinds = new Set([workload, ...workersOf({ workers })].map(({ kind }) => kind));
  return [...kinds].flatMap(kind => {
    const { resource, revisions, refusedInEvents } = traitsOf(kind);
    return [
      [resource, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
      ...(revisions === undefined ? [] : [[revisions, watched] satisfies Verbs]),
      ...(refusedInEvents ? [[resources.event, watched] satisfies Verbs] : []),
      // A failed pod blocks the rollback of the others.
      ...(kind === 'StatefulSet' ? [[resources.pod, ['delete', 'get']] satisfies Verbs] : []),
    ] satisfies Verbs[];
  });
}

const permissionsIn = (verbs: Verbs[]): Permission[] =>
  verbs.flatMap(([resource, names]) => names.map((verb): Permission => ({ verb, resource })));

/** Permissions to find the address that `verify` sends its requests to. */
export const ofVerification = ({ verify }: Environment): Verbs[] => {
  if (verify?.from === 'service') return [[resources.service, ['get']]];
  if (verify?.from !== 'gateway' || verify.url !== undefined) return [];
  return [
    [resources.httpRoute, ['get']],
    [resources.gateway, ['get']],
  ];
};

/** Permissions for the Job that asks the dependencies. */
export const ofDependencies = ({ verify }: Environment): Verbs[] =>
  verify?.dependencies === undefined ? [] : [[resources.job, ['create', 'delete']]];

/** Permissions to send the requests of `verify` through the API server. */
export const proxyOf = ({ verify, gate }: Environment): Permission[] =>
  verify?.from === 'service' || gate === 'checks'
    ? [{ verb: 'get', resource: resources.service, subresource: 'proxy' }]
    : [];

/** Permissions to read metrics and log lines behind the API server's proxy. */
function readByGate({ monitoring, ...environment }: Environment): Permission[] {
  const gate = metricGateOf(environment);
  const readsLines = gate?.metrics.some(metric => 'logs' in metric) === true;
  const services = [gate?.prometheus.service, readsLines ? monitoring?.logs?.service : undefined];
  return services.flatMap(service => (service === undefined ? [] : proxyPermission('get', service)));
}

/** Returns the permissions that a release can do without, and a clause that says what is missing without them. Pure. */
export function optionalPermissions(environment: Pick<Environment, 'monitoring' | 'recovery'>): {
  permissions: Permission[];
  without: string;
}[] {
  const { silence, alertmanager } = environment.monitoring ?? {};
  const service = silence === undefined ? undefined : alertmanager?.service;
  const events: Permission = { verb: 'create', resource: eventsOfWorkloads };
  const databases = ofDatabases(environment, 'warn');
  const silences = service ? ['create', 'delete', 'get'].map(verb => proxyPermission(verb, service)) : [];
  return [
    { permissions: [events], without: 'releases create no Events for the workload' },
    { permissions: databases, without: 'releases cannot check the lag of standbys and WAL archives' },
    { permissions: silences, without: 'releases silence no alerts' },
  ].filter(({ permissions }) => permissions.length > 0);
}

/** Permissions to ask the databases in their pods; required only where slipway.yml blocks releases by the answer. */
const ofDatabases = ({ recovery }: Pick<Environment, 'recovery'>, reaction: 'block' | 'warn'): Permission[] =>
  watchedDatabases(recovery)
    .filter(([, database]) => database['on-lag'] === reaction)
    .flatMap(([, { workload }]) => [
      { verb: 'get', resource: traitsOf(workload.kind).resource },
      ...['get', 'list'].map(verb => ({ verb, resource: resources.pod })),
      { verb: 'create', resource: resources.pod, subresource: 'exec' },
    ]);

/** Returns the permission to send requests to a Service through the API server's proxy; `create` is POST. */
const proxyPermission = (
  verb: string,
  { namespace, name, port }: { namespace: string; name: string; port: string },
): Permission => {
  const elsewhere = { namespace, name: `${name}:${port}` };
  return { verb, resource: resources.service, subresource: 'proxy', elsewhere };
};

/** Permissions for the Jobs of hooks: created, read, and deleted when the next one needs the name. */
function ofHooks({ hooks = {} }: Environment): Verbs[] {
  const inCluster = Object.values(hooks).some(hook => 'job' in hook);
  return inCluster ? [[resources.job, ['create', 'delete', 'get']]] : [];
}

/** Permissions for a candidate beside the baseline: its Service, the selectors, the traffic split, the autoscaler's minimum, the watchdog. */
function ofTwoTracks({ route, strategy }: Environment): Verbs[] {
  return [
    [resources.service, ['create', 'delete', 'get', 'patch']],
    [resources.horizontalPodAutoscaler, ['get', 'patch']],
    // To replace a single bad pod.
    [resources.pod, ['delete', 'get']],
    ...(route === undefined
      ? []
      : ([
          [resources.httpRoute, ['get', 'patch']],
          [resources.gateway, ['get']],
          [resources.gatewayClass, ['get']],
          ...otherRoutes.map((resource): Verbs => [resource, ['list']]),
        ] satisfies Verbs[])),
    ...(watchdogImage(strategy) === undefined
      ? []
      : ([
          [resources.job, ['create', 'list', 'watch']],
          [resources.serviceAccount, ['get']],
        ] satisfies Verbs[])),
  ];
}

/** Kinds that route to a Service or refer to it, but are not split with its HTTPRoutes. */
export const otherRoutes: readonly Resource[] = [
  resources.grpcRoute,
  resources.tcpRoute,
  resources.tlsRoute,
  resources.udpRoute,
  resources.backendTlsPolicy,
];

/** Returns a permission as `kubectl auth can-i` writes it: `patch deployments.apps`. */
export function nameOfPermission({ verb, resource, subresource, elsewhere }: Permission): string {
  const group = resource.group === '' ? '' : `.${resource.group}`;
  const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
  return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}

/** A permission, and whether the credential has it. */
export interface Grant {
  permission: Permission;
  /** By `nameOfPermission`. */
  name: string;
  allowed: boolean;
}

/**
 * Asks the API server which of these permissions the credential has.
 * @param account a ServiceAccount of the namespace to ask for instead.
 */
export async function askPermissions(
  cluster: Cluster,
  namespace: string,
  permissions: Permission[],
  account?: string,
): Promise<Grant[]> {
  const [kind, subject] =
    account === undefined
      ? ['SelfSubjectAccessReview', {}]
      : ['SubjectAccessReview', userOf(namespace, account)];
  return Promise.all(
    permissions.map(async (permission): Promise<Grant> => {
      const { resource, verb, subresource, elsewhere } = permission;
      const review = await cluster.create<{ status: { allowed: boolean } }>(
        `/apis/authorization.k8s.io/v1/${kind.toLowerCase()}s`,
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind,
          spec: {
            ...subject,
            resourceAttributes: {
              verb,
              group: resource.group,
              resource: resource.plural,
              ...(subresource === undefined ? {} : { subresource }),
              // A Gateway may be in another namespace.
              ...(resource.namespaced && resource !== resources.gateway ? { namespace } : {}),
              ...elsewhere,
            },
          },
        },
      );
      return { permission, name: nameOfPermission(permission), allowed: review.status.allowed };
    }),
  );
}

/** How the API server knows a ServiceAccount. */
const userOf = (namespace: string, account: string) => ({
  user: `system:serviceaccount:${namespace}:${account}`,
  groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
});

/** @throws MissingPermission naming the permissions that the credential lacks. */
export async function requirePermissions(
  cluster: Cluster,
  namespace: string,
  permissions: Permission[],
): Promise<void> {
  const grants = await askPermissions(cluster, namespace, permissions);
  const lacking = permissionsProblem(grants, namespace);
  if (lacking !== undefined) throw lacking;
}

/** Returns the error for missing permissions; undefined when none is missing. Pure. */
export function permissionsProblem(grants: Grant[], namespace: string): MissingPermission | undefined {
  const lacking = grants.filter(({ allowed }) => !allowed).map(({ permission }) => permission);
  const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
  const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(
    nameOfPermission,
  );
  if (names.length === 0) return undefined;
  const shown =
    names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
  return new MissingPermission(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
}
