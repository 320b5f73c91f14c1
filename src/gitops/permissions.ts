import { resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { ofDependencies, ofVerification, type Permission, proxyOf } from '../release/permissions/access.ts';
import { workersOf } from '../workloads/workers.ts';
import { objectOf } from './controller.ts';

/** Returns the permissions that releases by a commit need, as in docs/gitops.md: they read, and start the Job of `verify.dependencies`. Pure. */
export function permissionsOfDelivery(environment: Environment): Permission[] {
  const { workers, delivery } = environment;
  const looks = ['get', 'list'];
  const { deployment, statefulSet, daemonSet, replicaSet, controllerRevision } = resources;
  const hasCronJob = workersOf({ workers }).some(({ kind }) => kind === 'CronJob');
  const controller = delivery?.gitops.controller;
  const verbs = [
    ...[resources.pod, resources.event, resources.service].map(each => [each, looks] as const),
    ...[deployment, statefulSet, daemonSet, replicaSet, controllerRevision].map(
      each => [each, looks] as const,
    ),
    ...(hasCronJob ? [[resources.cronJob, ['get']] as const] : []),
    [resources.endpointSlice, looks] as const,
    // For the zones.
    [resources.node, ['list']] as const,
    ...ofVerification(environment),
    ...ofDependencies(environment),
  ];
  return [
    ...verbs.flatMap(([resource, names]) => names.map((verb): Permission => ({ verb, resource }))),
    { verb: 'get', resource: resources.pod, subresource: 'log' },
    ...proxyOf(environment),
    ...(controller === undefined ? [] : [ofController(controller)]),
  ];
}

function ofController(controller: Parameters<typeof objectOf>[0]): Permission {
  const { resource, ...elsewhere } = objectOf(controller);
  return { verb: 'get', resource, elsewhere };
}
