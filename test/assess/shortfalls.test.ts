import { describe, expect, it } from 'vitest';
import type { Live } from '../../src/assess/live.ts';
import type { SubjectOptions } from '../../src/assess/subject.ts';
import { changed, type Files, files, judged, pod, runningWith, short } from './shop.ts';

/** Findings that are put into the good shop: each is found by its requirement and rule, at its line. */

interface Seeded {
  readonly name: string;
  readonly finds: readonly [id: string, rule: string, line?: number];
  files?(good: Files): Files;
  live?(): Live;
  readonly more?: Partial<SubjectOptions>;
}

const inDeployment = (from: string | RegExp, to: string) => (good: Files) =>
  changed(good, 'deployment.yaml', from, to);
const env = (line: string) => inDeployment('          env:\n', `          env:\n            - ${line}\n`);
const extra = (text: string) => (good: Files) => ({ ...good, 'deploy/more.yaml': text });

/** The pod with another spec. */
const podsWith = (change: (spec: NonNullable<ReturnType<typeof pod>['spec']>) => object) => () =>
  runningWith({
    pods: ['a', 'b', 'c', 'a', 'b', 'c'].map((zone, index) => {
      const one = pod(`node-${zone}`, index);
      return { ...one, spec: { ...one.spec, ...change(one.spec as NonNullable<typeof one.spec>) } };
    }),
  });

const role = (rules: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: shop }\nrules:\n  - ${rules}\n`;
const binding = (roleRef: string, account = 'shop') =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: shop }\nroleRef: ${roleRef}\nsubjects:\n  - { kind: ServiceAccount, name: ${account} }\n`;
const secret = (body: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: more }\n${body}\n`;
const probe = (name: string) => new RegExp(`          ${name}:\\n(            .*\\n)+?(?=          \\S)`);

const seeded: readonly Seeded[] = [
  {
    name: 'a Deployment without a selector',
    finds: ['H8', 'workload-invalid', 7],
    files: inDeployment('  selector:\n    matchLabels: { app: shop }\n', ''),
  },
  {
    name: 'a template without labels',
    finds: ['H8', 'workload-invalid', 15],
    files: inDeployment('      labels: { app: shop }\n      annotations', '      annotations'),
  },
  {
    name: 'a selector of other pods',
    finds: ['H8', 'workload-invalid', 10],
    files: inDeployment('    matchLabels: { app: shop }', '    matchLabels: { app: store }'),
  },
  {
    name: 'a Service that selects nothing',
    finds: ['A5', 'service-selector', 8],
    files: good => changed(good, 'service.yaml', 'selector: { app: shop }', 'selector: { app: store }'),
  },
  {
    name: 'a Service with an unknown port',
    finds: ['A5', 'service-selector', 10],
    files: good => changed(good, 'service.yaml', 'targetPort: http', 'targetPort: web'),
  },
  {
    name: 'a version that is not served',
    finds: ['C14', 'api-served', 1],
    files: good => changed(good, 'disruption.yaml', 'policy/v1', 'policy/v1beta1'),
  },
  {
    name: 'an autoscaler of a version that is not served',
    finds: ['P6', 'api-served', 2],
    files: good => changed(good, 'autoscaler.yaml', 'autoscaling/v2', 'autoscaling/v2beta1'),
  },
  {
    name: 'a kubelet that is newer than the API server',
    finds: ['C14', 'version-skew'],
    live: () => runningWith({ version: 'v1.33.9-eks-1' }),
  },
  {
    name: 'a kubelet that is four minors old',
    finds: ['C14', 'version-skew'],
    live: () => runningWith({ version: 'v1.38.0' }),
  },
  {
    name: 'a version that will be removed',
    finds: ['C14', 'api-deprecated', 1],
    live: () =>
      runningWith({ warnings: new Map([['policy/v1 PodDisruptionBudget', 'policy/v1 is deprecated']]) }),
  },
  {
    name: 'too few pods for the zones',
    finds: ['H1', 'zone-replicas', 11],
    files: good => changed(good, 'autoscaler.yaml', 'minReplicas: 6', 'minReplicas: 3'),
  },
  {
    name: 'no spread',
    finds: ['H1', 'zone-spread', 22],
    files: inDeployment(/ {6}topologySpreadConstraints:\n( {8}.*\n)+/, ''),
  },
  {
    name: 'a spread over nodes only',
    finds: ['H1', 'zone-spread', 22],
    files: inDeployment('topologyKey: topology.kubernetes.io/zone', 'topologyKey: kubernetes.io/hostname'),
  },
  {
    name: 'a spread of other pods',
    finds: ['H1', 'zone-spread', 32],
    files: inDeployment(
      '            matchLabels: { app: shop }\n          # Spreads',
      '            matchLabels: { app: x }\n          # Spreads',
    ),
  },
  {
    name: 'a spread that is only preferred',
    finds: ['H1', 'zone-spread', 29],
    files: inDeployment('DoNotSchedule', 'ScheduleAnyway'),
  },
  {
    name: 'nodes in two zones',
    finds: ['H1', 'zone-nodes'],
    live: () =>
      runningWith({
        nodes: ['a', 'b'].map(zone => ({
          metadata: { name: `node-${zone}`, labels: { 'topology.kubernetes.io/zone': zone } },
        })),
      }),
  },
  {
    name: 'tainted nodes in a zone',
    finds: ['H1', 'zone-nodes'],
    live: () =>
      runningWith({
        nodes: ['a', 'b', 'c'].map(zone => ({
          metadata: { name: `node-${zone}`, labels: { 'topology.kubernetes.io/zone': zone } },
          spec: zone === 'c' ? { taints: [{ key: 'dead', effect: 'NoSchedule' }] } : {},
        })),
      }),
  },
  {
    name: 'all pods in one zone',
    finds: ['H1', 'zone-pods'],
    live: () => runningWith({ pods: [0, 1, 2, 3, 4, 5].map(index => pod('node-a', index)) }),
  },
  {
    name: 'too few running pods',
    finds: ['H1', 'zone-replicas'],
    live: () => runningWith({ pods: [pod('node-a', 0)] }),
  },
  ...['zone-replicas', 'zone-pods'].map(
    (rule): Seeded => ({
      name: `pods that crash, by ${rule}`,
      finds: ['H1', rule],
      live: () =>
        runningWith({
          pods: ['a', 'b', 'c', 'a', 'b', 'c'].map((zone, index) => {
            const one = pod(`node-${zone}`, index);
            const conditions = [{ type: 'Ready', status: index === 0 ? 'False' : 'True' }];
            return { ...one, status: { ...one.status, conditions } };
          }),
        }),
    }),
  ),
  {
    name: 'no readinessProbe',
    finds: ['H4', 'probe-readiness', 42],
    files: inDeployment(probe('readinessProbe'), ''),
  },
  {
    name: 'no livenessProbe',
    finds: ['H5', 'probe-liveness', 42],
    files: inDeployment(probe('livenessProbe'), ''),
  },
  {
    name: 'a livenessProbe that asks for readiness',
    finds: ['H4', 'probe-same'],
    files: inDeployment(
      'livenessProbe:\n            httpGet: { path: /live',
      'livenessProbe:\n            httpGet: { path: /ready',
    ),
  },
  {
    name: 'a probe at an unknown port',
    finds: ['H4', 'probe-port'],
    files: inDeployment('path: /ready, port: http', 'path: /ready, port: web'),
  },
  {
    name: 'a probe that waits longer than its interval',
    finds: ['H4', 'probe-timing'],
    files: inDeployment('timeoutSeconds: 5', 'timeoutSeconds: 60'),
  },
  {
    name: 'a restart after one failure',
    finds: ['H4', 'probe-timing'],
    files: inDeployment('timeoutSeconds: 5', 'failureThreshold: 1'),
  },
  {
    name: 'a start that takes nearly as long as it may',
    finds: ['H4', 'probe-startup'],
    live: () =>
      runningWith({
        pods: ['a', 'b', 'c', 'a', 'b', 'c'].map((zone, index) => pod(`node-${zone}`, index, 50)),
      }),
  },
  {
    name: 'a long initial delay in place of a startupProbe',
    finds: ['H4', 'probe-startup'],
    files: good =>
      changed(
        inDeployment(probe('startupProbe'), '')(good),
        'deployment.yaml',
        'timeoutSeconds: 5',
        'initialDelaySeconds: 120',
      ),
  },
  {
    name: 'no PodDisruptionBudget',
    finds: ['H1', 'disruption-budget'],
    files: ({ 'deploy/disruption.yaml': _, ...rest }) => rest,
  },
  {
    name: 'a PodDisruptionBudget of other pods',
    finds: ['H1', 'disruption-budget', 9],
    files: good =>
      changed(good, 'disruption.yaml', 'matchLabels: { app: shop }', 'matchLabels: { app: store }'),
  },
  {
    name: 'a PodDisruptionBudget that keeps all pods',
    finds: ['H1', 'disruption-blocked', 8],
    files: good => changed(good, 'disruption.yaml', 'minAvailable: 4', 'minAvailable: 100%'),
  },
  {
    name: 'a PodDisruptionBudget that lets none go',
    finds: ['H1', 'disruption-blocked', 8],
    files: good => changed(good, 'disruption.yaml', 'minAvailable: 4', 'maxUnavailable: 0'),
  },
  {
    name: 'no preStop hook',
    finds: ['H6', 'pre-stop-hook', 42],
    files: inDeployment(/ {10}lifecycle:\n.*\n.*\n/, ''),
  },
  {
    name: 'a preStop hook longer than the grace period',
    finds: ['H6', 'termination-grace-period'],
    files: inDeployment('sleep: { seconds: 2 }', 'exec: { command: [sh, -c, sleep 20] }'),
  },
  {
    name: 'an update by Recreate',
    finds: ['C10', 'update-downtime', 12],
    files: inDeployment(/type: RollingUpdate\n.*\n/, 'type: Recreate\n'),
  },
  {
    name: 'an update that may take all pods',
    finds: ['C10', 'update-downtime', 12],
    files: inDeployment('maxUnavailable: 0', 'maxUnavailable: 100%'),
  },
  {
    name: 'no requests',
    finds: ['H8', 'resource-requests'],
    files: inDeployment('            requests: { cpu: 20m, memory: 48Mi }\n', ''),
  },
  {
    name: 'no limit of memory',
    finds: ['H8', 'resource-memory'],
    files: inDeployment('            limits: { memory: 128Mi }\n', ''),
  },
  {
    name: 'a request above the limit',
    finds: ['H8', 'resource-invalid'],
    files: inDeployment('memory: 48Mi', 'memory: 1Gi'),
  },
  {
    name: 'a sidecar with a moving tag',
    finds: ['I10', 'image-floating'],
    files: inDeployment(
      '      containers:\n',
      '      initContainers:\n        - { name: first, image: busybox:latest }\n      containers:\n',
    ),
  },
  {
    name: 'pods that run a moving tag',
    finds: ['I10', 'image-floating'],
    live: podsWith(spec => ({
      containers: spec.containers.map(each => ({ ...each, image: '127.0.0.1:5000/shop:latest' })),
    })),
  },
  {
    name: 'no autoscaler',
    finds: ['P6', 'autoscaler-missing'],
    files: ({ 'deploy/autoscaler.yaml': _, ...rest }) => rest,
  },
  {
    name: 'an autoscaler of another workload',
    finds: ['P6', 'autoscaler-target', 9],
    files: good =>
      changed(good, 'autoscaler.yaml', 'kind: Deployment, name: shop', 'kind: Deployment, name: store'),
  },
  {
    name: 'replicas outside of the range of the autoscaler',
    finds: ['P6', 'autoscaler-replicas', 8],
    files: inDeployment('replicas: 6', 'replicas: 2'),
  },
  {
    name: 'an autoscaler that needs a request',
    finds: ['P6', 'autoscaler-requests'],
    files: good =>
      changed(
        changed(
          good,
          'autoscaler.yaml',
          'type: AverageValue, averageValue: 250m',
          'type: Utilization, averageUtilization: 60',
        ),
        'deployment.yaml',
        'cpu: 20m, ',
        '',
      ),
  },
  {
    name: 'an autoscaler that cannot measure',
    finds: ['P6', 'autoscaler-missing'],
    live: () =>
      runningWith({
        autoscalers: [
          {
            metadata: { name: 'shop' },
            status: {
              conditions: [{ type: 'ScalingActive', status: 'False', reason: 'FailedGetResourceMetric' }],
            },
          },
        ],
      }),
  },
  {
    name: 'a namespace without a quota',
    finds: ['P5', 'namespace-quota'],
    live: () => runningWith({ quotas: [] }),
  },
  {
    name: 'a namespace without default limits',
    finds: ['P5', 'namespace-limits'],
    live: () => runningWith({ limitRanges: [] }),
  },
  {
    name: 'a quota of ConfigMaps alone',
    finds: ['P5', 'namespace-quota'],
    live: () =>
      runningWith({ quotas: [{ metadata: { name: 'all' }, status: { hard: { configmaps: '9' } } }] }),
  },
  {
    name: 'a LimitRange without default limits',
    finds: ['P5', 'namespace-limits'],
    live: () =>
      runningWith({
        limitRanges: [
          { metadata: { name: 'most' }, spec: { limits: [{ type: 'Container', max: { cpu: 2 } }] } } as never,
        ],
      }),
  },
  {
    name: 'a quota too small for an update',
    finds: ['P5', 'quota-peak'],
    live: () =>
      runningWith({
        quotas: [{ metadata: { name: 'all' }, status: { hard: { pods: '7' }, used: { pods: '6' } } }],
      }),
  },
  {
    name: 'a Role with every permission',
    finds: ['S5', 'access-wildcard', 5],
    files: extra(role("{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }")),
  },
  {
    name: 'a live Role with every permission',
    finds: ['S5', 'access-wildcard'],
    live: () =>
      runningWith({
        roles: [
          { metadata: { name: 'wide' }, rules: [{ apiGroups: [''], resources: ['*'], verbs: ['get'] }] },
        ],
        roleBindings: [
          {
            metadata: { name: 'wide' },
            roleRef: { kind: 'Role', name: 'wide' },
            subjects: [{ kind: 'ServiceAccount', name: 'default' }],
          },
        ],
      }),
  },
  {
    name: 'a ServiceAccount that is cluster-admin',
    finds: ['S5', 'access-admin', 4],
    files: extra(binding('{ kind: ClusterRole, name: cluster-admin }')),
  },
  {
    name: 'permissions of the default ServiceAccount',
    finds: ['S5', 'access-default-account', 6],
    files: extra(binding('{ kind: Role, name: shop }', 'default')),
  },
  {
    name: 'a Role that may run programs in pods',
    finds: ['S5', 'access-sensitive', 5],
    files: extra(role("{ apiGroups: [''], resources: [pods/exec], verbs: [create] }")),
  },
  {
    name: 'a Role that reads all Secrets',
    finds: ['S5', 'access-sensitive', 5],
    files: extra(role("{ apiGroups: [''], resources: [secrets], verbs: [list] }")),
  },
  {
    name: 'a token that no Role needs',
    finds: ['S5', 'token-mounted'],
    files: inDeployment('      automountServiceAccountToken: false\n', ''),
  },
  {
    name: 'no NetworkPolicy',
    finds: ['S6', 'network-policy'],
    live: () => runningWith({ networkPolicies: [] }),
  },
  {
    name: 'Redis without TLS',
    finds: ['S8', 'connection-plain', 49],
    files: env('{ name: CACHE_URL, value: "redis://:hunter2hunter2@cache:6379/0" }'),
  },
  {
    name: 'PostgreSQL without TLS',
    finds: ['S8', 'connection-plain', 49],
    files: env('{ name: DB_SSLMODE, value: disable }'),
  },
  {
    name: 'PostgreSQL that need not use TLS',
    finds: ['S8', 'connection-plain', 49],
    files: env('{ name: DB_SSL_MODE, value: prefer }'),
  },
  ...[
    'postgres://db/shop',
    'postgresql+psycopg://shop:$(DB_PASSWORD)@$(DB_HOST):5432/shop?connect_timeout=5',
    'jdbc:postgresql://db:5432/shop',
  ].map(
    (url): Seeded => ({
      name: `PostgreSQL by a URL that does not ask for TLS: ${url}`,
      finds: ['S8', 'connection-plain', 49],
      files: env(`{ name: DATABASE_URL, value: "${url}" }`),
    }),
  ),
  {
    name: 'PostgreSQL by such a URL in a ConfigMap',
    finds: ['S8', 'connection-plain', 9],
    files: good =>
      changed(good, 'config.yaml', '  GREETING:', '  DATABASE_URL: postgres://db/shop\n  GREETING:'),
  },
  {
    name: 'PostgreSQL without TLS in a ConfigMap',
    finds: ['S8', 'connection-plain', 9],
    files: good =>
      changed(
        good,
        'config.yaml',
        '  GREETING:',
        '  DSN: "host=db dbname=shop sslmode=disable"\n  GREETING:',
      ),
  },
  {
    name: 'a DATABASE_URL with a password',
    finds: ['K7', 'variable-high', 49],
    files: env('{ name: DATABASE_URL, value: "postgres://shop:hunter2hunter2@db/shop" }'),
  },
  {
    name: 'a password in a variable',
    finds: ['K7', 'variable-high', 49],
    files: env('{ name: DB_PASSWORD, value: hunter2hunter2 }'),
  },
  {
    name: 'a token in a ConfigMap',
    finds: ['K7', 'variable-high', 9],
    files: good =>
      changed(good, 'config.yaml', '  GREETING:', '  PAYMENT_TOKEN: hunter2hunter2\n  GREETING:'),
  },
  {
    name: 'a password in a file of a ConfigMap',
    finds: ['K7', 'variable-high', 9],
    files: good =>
      changed(
        good,
        'config.yaml',
        '  GREETING:',
        '  app.ini: |\n    [db]\n    url=postgres://shop:hunter2hunter2@db/shop\n  GREETING:',
      ),
  },
  {
    name: 'a secret from a ConfigMap',
    finds: ['K7', 'variable-high', 49],
    files: env('{ name: API_KEY, valueFrom: { configMapKeyRef: { name: shop, key: key } } }'),
  },
  {
    name: 'a variable that env-policy calls high',
    finds: ['K7', 'variable-high', 49],
    files: env('{ name: LICENSE, value: abcdef }'),
    more: { variables: { high: ['LICENSE'], medium: [], low: [] } },
  },
  {
    name: 'debugging in production',
    finds: ['K7', 'variable-medium', 49],
    files: env('{ name: DEBUG_MODE, value: "true" }'),
  },
  {
    name: 'a setting in a Secret',
    finds: ['K7', 'variable-low', 49],
    files: env('{ name: CACHE_TTL, valueFrom: { secretKeyRef: { name: shop, key: ttl } } }'),
  },
  {
    name: 'a Secret with values',
    finds: ['K8', 'secret-plain', 5],
    files: extra(secret('data:\n  password: aHVudGVyMmh1bnRlcjI=')),
  },
  {
    name: 'a file of SOPS without a mac',
    finds: ['K8', 'secret-sops', 6],
    files: extra(
      secret(
        'stringData:\n  key: ENC[AES256_GCM,data:x]\nsops:\n  encrypted_regex: ^(data|stringData)$'.replace(
          'stringData:\n  key',
          'stringData:\n  key',
        ),
      ),
    ),
  },
  {
    name: 'a file of SOPS with a plain value',
    finds: ['K8', 'secret-sops', 5],
    files: extra(
      secret(
        'stringData:\n  key: hunter2hunter2\nsops:\n  mac: ENC[AES256_GCM,data:x]\n  encrypted_regex: ^(data|stringData)$',
      ),
    ),
  },
];

describe('a seeded finding', () => {
  it.each(seeded)('is found: $name', ({ finds: [id, rule, line], files: change, live, more }) => {
    const all = change?.(files()) ?? files();
    const found = short(judged(all, live?.(), more)).filter(each => each.rule === rule);
    expect(
      found.map(each => [each.id, each.rule, ...(line === undefined ? [] : [each.place?.line])]),
    ).toContainEqual([id, rule, ...(line === undefined ? [] : [line])]);
    for (const each of found) expect(each.remedy).not.toBe('');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it.each([
    '{ name: CACHE_URL, value: "rediss://cache:6379" }',
    '{ name: CACHE_URL, value: "redis://localhost:6379" }',
    '{ name: DATABASE_URL, value: "postgres://shop@127.0.0.1/shop?sslmode=disable" }',
    '{ name: PGSSLMODE, value: verify-full }',
    '{ name: DB_SSL_MODE, value: require }',
    '{ name: DATABASE_URL, value: "postgres://db/shop?sslmode=verify-ca" }',
    '{ name: DATABASE_URL, value: "jdbc:postgresql://db/shop?user=shop&ssl=true" }',
    '{ name: DATABASE_URL, value: "postgres://shop@/shop?host=/run/postgresql" }',
    '{ name: DATABASE_URL, value: "postgres://%2Frun%2Fpostgresql/shop" }',
    '{ name: DATABASE_URL, value: "postgres:///shop" }',
    '{ name: PGSSLMODE, value: verify-full }\n            - { name: DATABASE_URL, value: "postgres://db/shop" }',
  ])('is none: %s', variable => {
    const all = judged(env(variable)(files()));
    expect(short(all).filter(({ rule }) => rule === 'connection-plain')).toEqual([]);
  });

  it('is none where a ConfigMap of the container names the mode', () => {
    const all = changed(
      env('{ name: DATABASE_URL, value: "postgres://db/shop" }')(files()),
      'config.yaml',
      '  GREETING:',
      '  PGSSLMODE: verify-full\n  GREETING:',
    );
    expect(short(judged(all)).filter(({ rule }) => rule === 'connection-plain')).toEqual([]);
  });

  it.each(['DATABASE_URL', 'SHOP_DB_DSN', 'REDIS_URL'])('cannot be seen in a Secret: %s', name => {
    const line = `{ name: ${name}, valueFrom: { secretKeyRef: { name: shop, key: url } } }`;
    const all = judged(env(line)(files())).filter(({ rule }) => rule === 'connection-plain');
    expect(all).toContainEqual(
      expect.objectContaining({ status: 'unknown', what: expect.stringContaining(name) }),
    );
    expect(short(all)).toEqual([]);
  });

  it('is none in a comment of a file', () => {
    const text = '  app.ini: |\n    # url = redis://cache\n    url = rediss://cache\n  GREETING:';
    const all = judged(changed(files(), 'config.yaml', '  GREETING:', text));
    expect(short(all).filter(({ rule }) => rule === 'connection-plain')).toEqual([]);
  });
});
