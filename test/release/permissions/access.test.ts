import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Resource, resources } from '../../../src/cluster/resources.ts';
import type { Duration } from '../../../src/config/duration.ts';
import { gateSchema } from '../../../src/config/gate.ts';
import { monitoringSchema } from '../../../src/config/monitoring.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import {
  nameOfPermission,
  optionalPermissions,
  permissionsFor,
  permissionsOfRollback,
  requirePermissions,
} from '../../../src/release/permissions/access.ts';
import { rolesFor } from '../../../src/setup/roles.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { environment, production, sentence } from '../objects.ts';

const inManifests = fc.array(
  fc.constantFrom<Resource>(
    ...[resources.service, resources.deployment, resources.configMap, resources.secret, resources.httpRoute],
    {
      group: 'policy',
      version: 'v1',
      plural: 'poddisruptionbudgets',
      kind: 'PodDisruptionBudget',
      namespaced: true,
    },
    { group: 'batch', version: 'v1', plural: 'cronjobs', kind: 'CronJob', namespaced: true },
  ),
);
const { verify: checks, ...unverified } = production;
/** A canary behind a route, with these changes of the strategy and of the gate. */
function canary(strategy: object, gate: object = {}): typeof production {
  return environment({
    service: 'shop',
    route: { kind: 'HTTPRoute', name: 'shop' },
    strategy: strategySchema.parse({ canary: strategy }),
    gate: gateSchema.parse({
      prometheus: { service: 'monitoring/prometheus:9090' },
      metrics: [{ name: 'errors', total: 'a', bad: 'b' }],
      ...gate,
    }),
  });
}

const environments = fc.constantFrom(
  unverified as typeof production,
  environment({ verify: { ...checks!, from: 'service' } }),
  environment({ verify: { ...checks!, from: 'gateway' }, route: { kind: 'HTTPRoute', name: 'shop' } }),
  environment({ verify: { ...checks!, from: 'gateway', url: 'https://shop.example.com' } }),
  canary({}),
  canary({ watchdog: { image: 'tools/curl:8' } }),
  canary({}, { prometheus: { url: 'https://prometheus.example.com' } }),
);

describe('the permissions that a release needs', () => {
  it('are each named once', () => {
    fc.assert(
      fc.property(environments, inManifests, (where, manifests) => {
        const names = permissionsFor(where, manifests).map(nameOfPermission);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('are exactly what the Role and the ClusterRole grant', () => {
    fc.assert(
      fc.property(environments, inManifests, (where, manifests) => {
        const permissions = permissionsFor(where, manifests);
        const { role, clusterRole, elsewhere } = rolesFor(permissions);
        const grantedBy = (rules: typeof role, namespace = '') =>
          rules.flatMap(({ apiGroups, resources, verbs, resourceNames = [''] }) =>
            apiGroups.flatMap(group =>
              resources.flatMap(name =>
                resourceNames.flatMap(only =>
                  verbs.map(verb => [verb, group, name, namespace, only].join(' ')),
                ),
              ),
            ),
          );
        const granted = [
          ...grantedBy([...role, ...clusterRole]),
          ...elsewhere.flatMap(each => grantedBy(each.role, each.namespace)),
        ];
        const needed = permissions.map(({ verb, resource, subresource, elsewhere }) =>
          [
            verb,
            resource.group,
            `${resource.plural}${subresource === undefined ? '' : `/${subresource}`}`,
            elsewhere?.namespace,
            elsewhere?.name,
          ].join(' '),
        );
        expect(granted.sort()).toEqual(needed.sort());
      }),
    );
  });

  it('in the whole cluster are to read only, and never a wildcard anywhere', () => {
    fc.assert(
      fc.property(environments, inManifests, (where, manifests) => {
        const { role, clusterRole } = rolesFor(permissionsFor(where, manifests));
        for (const { verbs } of clusterRole)
          expect(['get', 'list', 'watch']).toEqual(expect.arrayContaining(verbs));
        expect(JSON.stringify([role, clusterRole])).not.toContain('*');
      }),
    );
  });

  it('are not to list or watch Secrets', () => {
    const verbs = permissionsFor(production, [])
      .filter(permission => permission.resource === resources.secret)
      .map(permission => permission.verb);
    expect(verbs.sort()).toEqual(['create', 'delete', 'get', 'patch']);
  });

  it('include the gateway only when requests are sent to it', () => {
    const names = (where: typeof production) => permissionsFor(where, []).map(nameOfPermission);
    const gateway = {
      verify: { ...checks!, from: 'gateway' as const },
      route: { kind: 'HTTPRoute' as const, name: 'shop' },
    };
    expect(names(environment(gateway))).toContain('get gateways.gateway.networking.k8s.io');
    expect(names(production)).not.toContain('get gateways.gateway.networking.k8s.io');
    expect(names(production)).toContain('get services/proxy');
    expect(names(environment({ ...gateway, gate: 'checks' }))).toContain('get services/proxy');
    expect(names(environment(gateway))).not.toContain('get services/proxy');
  });

  it('include Jobs for dependencies, but not for a rollback, which does not ask them', () => {
    const edges = { db: { tcp: 'db:5432' } };
    const dependencies = { image: 'busybox:1', timeout: 60_000 as never, edges };
    const where = environment({ verify: { ...checks!, from: 'service', dependencies } });
    const jobs = (permissions: ReturnType<typeof permissionsFor>) =>
      permissions.map(nameOfPermission).filter(name => name.includes('jobs'));
    expect(jobs(permissionsFor(where, []))).toEqual(['create jobs.batch', 'delete jobs.batch']);
    expect(jobs(permissionsOfRollback(where))).toEqual([]);
  });

  it('of a canary are those for its temporary objects and its traffic, by configuration', () => {
    const added = (where: typeof production, than: typeof production) => {
      const fewer = new Set(permissionsFor(than, []).map(nameOfPermission));
      return permissionsFor(where, [])
        .map(nameOfPermission)
        .filter(name => !fewer.has(name));
    };
    const plain = canary({});
    const { gate: _, ...ungated } = plain;
    const rolling = { ...ungated, strategy: production.strategy } as typeof production;
    expect(added(plain, rolling)).toEqual([
      'create services',
      'delete services',
      'patch services',
      'get horizontalpodautoscalers.autoscaling',
      'patch horizontalpodautoscalers.autoscaling',
      'delete pods',
      'get pods',
      'get httproutes.gateway.networking.k8s.io',
      'patch httproutes.gateway.networking.k8s.io',
      'get gateways.gateway.networking.k8s.io',
      'get gatewayclasses.gateway.networking.k8s.io',
      'list grpcroutes.gateway.networking.k8s.io',
      'list tcproutes.gateway.networking.k8s.io',
      'list tlsroutes.gateway.networking.k8s.io',
      'list udproutes.gateway.networking.k8s.io',
      'list backendtlspolicies.gateway.networking.k8s.io',
      wording('get services/proxy', 'monitoring/prometheus:9090'),
    ]);
    expect(added(canary({ watchdog: { image: 'tools/curl:8' } }), plain)).toEqual([
      'create jobs.batch',
      'list jobs.batch',
      'watch jobs.batch',
      'get serviceaccounts',
    ]);
    expect(added(plain, canary({}, { prometheus: { url: 'https://prometheus.example.com' } }))).toEqual([
      wording('get services/proxy', 'monitoring/prometheus:9090'),
    ]);
  });

  it('include those to count log lines, if the gate does', () => {
    const monitoring = monitoringSchema.parse({
      logs: { elasticsearch: 'logs-*', service: 'logging/opensearch:9200' },
    });
    const metrics = [{ name: 'error-logs', total: 'a', logs: ['error'] }];
    const permissionsOf = (gate: object, more: Partial<typeof production> = {}) =>
      permissionsFor({ ...canary({}, gate), monitoring, ...more }, []).map(nameOfPermission);
    const needed = wording('get services/proxy', 'logging/opensearch:9200');
    expect(permissionsOf({ metrics })).toContainEqual(needed);
    expect(permissionsOf({})).not.toContainEqual(expect.stringContaining('opensearch'));
    const strategy = strategySchema.parse({ rolling: {} });
    expect(permissionsOf({ metrics }, { strategy })).not.toContainEqual(
      expect.stringContaining('opensearch'),
    );
  });

  it('of a blue-green release are those of a canary: both have a candidate beside the baseline', () => {
    const names = (where: typeof production) => permissionsFor(where, []).map(nameOfPermission);
    const { gate } = canary({});
    const blueGreen = environment({
      service: 'shop',
      route: { kind: 'HTTPRoute', name: 'shop' },
      strategy: strategySchema.parse({ 'blue-green': {} }),
      ...(gate === undefined ? {} : { gate }),
    });
    expect(names(blueGreen)).toEqual(names(canary({})));
  });

  it('are those for the kinds of its workload and workers, and no other', () => {
    const names = (where: typeof production) => permissionsFor(where, []).map(nameOfPermission);
    const ofKinds = (where: typeof production) =>
      names(where).filter(name => /\.(apps|batch)$| events$|(get|delete) pods$/.test(name));
    const of = (plural: string) =>
      ['create', 'delete', 'get', 'list', 'patch', 'watch'].map(verb => `${verb} ${plural}`);
    const versions = ['list controllerrevisions.apps', 'watch controllerrevisions.apps'];
    const events = ['list events', 'watch events'];
    const stateful = environment({ workload: { kind: 'StatefulSet', name: 'shop' } });
    expect(ofKinds(production).sort()).toEqual(
      [...of('deployments.apps'), 'list replicasets.apps', 'watch replicasets.apps', 'list events'].sort(),
    );
    // Of a StatefulSet a pod may have to go before it goes back.
    expect(ofKinds(stateful).sort()).toEqual(
      [...of('statefulsets.apps'), ...versions, ...events, 'delete pods', 'get pods'].sort(),
    );
    expect(ofKinds(environment({ workload: { kind: 'DaemonSet', name: 'shop' } })).sort()).toEqual(
      [...of('daemonsets.apps'), ...versions, ...events].sort(),
    );
    const reported = environment({ workers: [{ kind: 'CronJob', name: 'report' }] });
    expect(names(reported).filter(name => !names(production).includes(name))).toEqual(of('cronjobs.batch'));
  });

  it('to ask databases are optional, required where they block releases, and absent where slipway.yml promises nothing', () => {
    const database = { workload: { kind: 'StatefulSet', name: 'db' }, replicas: [{}], 'on-lag': 'warn' };
    const where = (more: object) =>
      ({
        ...production,
        recovery: { databases: { shop: { ...database, ...more } } },
      }) as unknown as typeof production;
    const asks = ['get statefulsets.apps', 'get pods', 'list pods', 'create pods/exec'];
    const optional = (more: object) =>
      optionalPermissions(where(more)).flatMap(({ permissions }) => permissions.map(nameOfPermission));
    const required = (more: object) => permissionsFor(where(more), []).map(nameOfPermission);
    expect(optional({})).toEqual(expect.arrayContaining(asks));
    expect(required({})).toEqual(required({ replicas: [] }));
    expect(required({ 'on-lag': 'block' })).toEqual(expect.arrayContaining(asks));
    expect([...required({ replicas: [] }), ...optional({ replicas: [] })]).not.toContain('create pods/exec');
  });

  it('to a Prometheus are only for that Service in its namespace', () => {
    expect(rolesFor(permissionsFor(canary({}), [])).elsewhere).toEqual([
      {
        namespace: 'monitoring',
        role: [
          {
            apiGroups: [''],
            resources: ['services/proxy'],
            resourceNames: ['prometheus:9090'],
            verbs: ['get'],
          },
        ],
      },
    ]);
  });

  it('include those for the objects of the manifests', () => {
    expect(permissionsFor(production, [resources.service]).map(nameOfPermission)).toEqual(
      expect.arrayContaining(['create services', 'delete services', 'get services', 'patch services']),
    );
  });
});

describe('the permissions of a rollback', () => {
  it('engine 7: are fewer than those of a release, and none for gates, hooks, routes and quotas', () => {
    const hooks = { pre: { job: 'hooks/migrate.yaml', timeout: 1000 as Duration } };
    const wide = { ...canary({}), hooks };
    const release = new Set(permissionsFor(wide, []).map(nameOfPermission));
    const rollback = permissionsOfRollback(wide).map(nameOfPermission);
    expect(rollback.filter(permission => !release.has(permission))).toEqual([]);
    const foreign =
      /prometheus|gatewayclasses|jobs|resourcequotas|grpcroutes|patch httproutes|create secrets/;
    expect(rollback.filter(permission => foreign.test(permission))).toEqual([]);
    expect(rollback).toEqual(
      expect.arrayContaining(['patch deployments.apps', 'update leases.coordination.k8s.io']),
    );
  });
});

describe('a credential', () => {
  /** What is asked of it. */
  const askedOf = (api: FakeApiServer) =>
    api.calls.map(({ body }) => (body as { spec: { resourceAttributes: object } }).spec.resourceAttributes);

  it('that has every permission passes, with each permission checked in its namespace', async () => {
    const api = new FakeApiServer();
    await requirePermissions(api.cluster, 'shop', permissionsFor(production, []));
    const seen = askedOf(api);
    const nodes = expect.objectContaining({ resource: 'nodes' });
    expect(seen.find(each => nodes.asymmetricMatch(each))).not.toHaveProperty('namespace');
    expect(seen).toContainEqual(expect.objectContaining({ resource: 'leases', namespace: 'shop' }));
    expect(seen).toContainEqual({
      verb: 'get',
      group: '',
      resource: 'pods',
      subresource: 'log',
      namespace: 'shop',
    });
  });

  it('that lacks one is refused with its name', async () => {
    const api = new FakeApiServer();
    api.forbid('patch deployments.apps');
    expect(
      await sentence(() => requirePermissions(api.cluster, 'shop', permissionsFor(production, []))),
    ).toEqual(wording('shop'));
  });

  it('is checked in another namespace for the permissions that are needed there', async () => {
    const api = new FakeApiServer();
    api.forbid('get services', 'get services/proxy');
    expect(
      await sentence(() => requirePermissions(api.cluster, 'shop', permissionsFor(canary({}), []))),
    ).toEqual(wording('get services/proxy', 'monitoring/prometheus:9090', 'shop'));
    expect(askedOf(api)).toContainEqual({
      verb: 'get',
      group: '',
      resource: 'services',
      subresource: 'proxy',
      namespace: 'monitoring',
      name: 'prometheus:9090',
    });
  });

  it('that lacks many is refused with the first four and their number', async () => {
    const api = new FakeApiServer();
    api.forbid(/./);
    expect(
      await sentence(() => requirePermissions(api.cluster, 'shop', permissionsFor(production, []))),
    ).toEqual(wording('shop'));
  });
});
