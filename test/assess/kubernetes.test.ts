import { describe, expect, it } from 'vitest';
import { judgeDockerfiles } from '../../src/assess/dockerfiles.ts';
import type { Live } from '../../src/assess/live.ts';
import { Places } from '../../src/assess/places.ts';
import { documentsFor, fromTrivy } from '../../src/assess/trivy.ts';
import { classOf } from '../../src/assess/variables.ts';
import { envPolicySchema } from '../../src/config/assess.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { changed, type Files, files, judged, noCluster, pod, running, runningWith, subject } from './shop.ts';

/** What Kubernetes really does with ordinary manifests: defaults, selectors, sidecars, affinities, and who owns a pod. */

const rules = (all: Files, live: Live, rule: string, more = {}) =>
  judged(all, live, more).filter(each => each.rule === rule);
const said = (...of: Parameters<typeof rules>) =>
  rules(...of).map(({ status, what }) => `${status}: ${what}`);
const statuses = (...of: Parameters<typeof rules>) => rules(...of).map(({ status }) => status);
const inDeployment = (from: string | RegExp, to: string) => changed(files(), 'deployment.yaml', from, to);
const withMore = (text: string) => ({ ...files(), 'deploy/more.yaml': text });
const without = (name: string) => {
  const { [`deploy/${name}`]: _, ...rest } = files();
  return rest;
};
const sixPods = (change: (one: ReturnType<typeof pod>) => object) => () =>
  runningWith({
    pods: ['a', 'b', 'c', 'a', 'b', 'c'].map((zone, index) => {
      const one = pod(`node-${zone}`, index);
      return { ...one, ...change(one) };
    }),
  });

describe('the pods of a workload', () => {
  const cron = `apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec: { schedule: "@daily", jobTemplate: { spec: { template: { spec: { containers: [{ name: report, image: "a:1.2.3" }] } } } } }
`;

  it('of a CronJob are those of its Jobs, not all of the namespace', () => {
    const about = (live: Live) =>
      rules(withMore(cron), live, 'image-floating').find(({ object, what }) =>
        `${object} ${what}`.includes('report'),
      );
    expect(about(running())?.status).toBe('unknown');
    const own = { kind: 'Job', name: 'report-29012345', apiVersion: 'batch/v1', uid: '1' };
    const one = { ...pod('node-a', 1), spec: { containers: [{ name: 'report', image: 'a:1.2.3' }] } };
    const live = runningWith({ pods: [{ ...one, metadata: { name: 'x', ownerReferences: [own] } }] });
    expect(about(live)).toMatchObject({ status: 'met', evidence: [{ of: '1 pod' }] });
  });

  it('are found by expressions of the selector, too', () => {
    const all = inDeployment(
      'matchLabels: { app: shop }',
      'matchExpressions: [{ key: track, operator: In, values: [blue] }]',
    );
    expect(statuses(all, running(), 'zone-pods')).toEqual(['unknown']);
  });

  it('are said to be too few in every zone without the words "0 zones"', () => {
    expect(said(files(), runningWith({ pods: [pod('node-a', 0)] }), 'zone-pods')).toEqual([
      'not-met: no zone has two ready pods of Deployment/shop, and 3 must (a: 1)',
    ]);
  });

  it('are none where the selector is empty', () => {
    const all = inDeployment('    matchLabels: { app: shop }\n', '    matchLabels: {}\n');
    const empty = changed(all, 'deployment.yaml', 'selector:\n    matchLabels: {}', 'selector: {}');
    expect(said(empty, running(), 'workload-invalid')).toEqual([
      'not-met: Deployment/shop has no spec.selector, so the API server refuses it',
    ]);
  });

  it('of a Job and alone are looked at for secrets and images', () => {
    const job = (kind: string, spec: string) =>
      `apiVersion: batch/v1\nkind: ${kind}\nmetadata: { name: migrate }\nspec: ${spec}\n`;
    const container =
      '{ containers: [{ name: a, image: a, env: [{ name: DB_PASSWORD, value: hunter2hunter2 }] }] }';
    for (const [kind, spec] of [
      ['Job', `{ template: { spec: ${container} } }`],
      ['Pod', container],
    ] as const)
      for (const rule of ['variable-high', 'image-floating'])
        expect(rules(withMore(job(kind, spec)), noCluster(), rule)).toContainEqual(
          expect.objectContaining({ status: 'not-met', object: `${kind}/migrate` }),
        );
  });

  it('are not judged by the init containers that others inject', () => {
    const live = sixPods(one => ({
      spec: {
        ...one.spec,
        initContainers: [
          { name: 'mesh-init', image: 'mesh:latest', env: [{ name: 'MESH_TOKEN', value: 'abcdefgh1234' }] },
        ],
      },
    }))();
    for (const rule of ['image-floating', 'variable-high'])
      expect(statuses(files(), live, rule)).toEqual(['met']);
  });

  it('with another type in one manifest do not hide those of others', () => {
    const odd = `apiVersion: apps/v1
kind: Deployment
metadata: { name: odd }
spec: { selector: { matchLabels: { app: odd } }, template: { metadata: { labels: { app: odd } }, spec: { containers: [{ name: odd, image: "a:1", env: none }] } } }
`;
    const all = {
      ...inDeployment(
        '          env:\n',
        '          env:\n            - { name: DB_PASSWORD, value: hunter2hunter2 }\n',
      ),
      'deploy/odd.yaml': odd,
    };
    expect(rules(all, noCluster(), 'variable-high').map(({ status, object }) => [status, object])).toEqual([
      ['not-met', 'Deployment/shop'],
      ['unknown', 'Deployment/odd'],
    ]);
  });
});

describe('containers', () => {
  const start = (extra: string) =>
    inDeployment(
      '      containers:\n',
      `      initContainers:\n        - { name: proxy, image: "proxy:1.2.3"${extra} }\n      containers:\n`,
    );

  it('that start before the others and stay (sidecars) need resources, and those that end do not', () => {
    expect(statuses(start(', restartPolicy: Always'), noCluster(), 'resource-memory')).toEqual(['not-met']);
    expect(statuses(start(''), noCluster(), 'resource-memory')).toEqual(['unknown']);
  });

  it('that start before the others have valid resources, too', () => {
    const all = start(', resources: { requests: { cpu: lots } }');
    expect(statuses(all, noCluster(), 'resource-invalid')).toEqual(['not-met']);
  });

  it('may have the port that a Service names', () => {
    const all = start(', restartPolicy: Always, ports: [{ name: web, containerPort: 9000 }]');
    const service = changed(all, 'service.yaml', 'targetPort: http', 'targetPort: web');
    expect(statuses(service, running(), 'service-selector')).toEqual(['met']);
  });

  it('share the resources of their pod', () => {
    const bare = inDeployment(/ {10}resources:\n( {12}.*\n)+/, '');
    const whole = changed(
      bare,
      'deployment.yaml',
      '      automountServiceAccountToken',
      '      resources: { requests: { cpu: 1, memory: 1Gi }, limits: { memory: 1Gi } }\n      automountServiceAccountToken',
    );
    for (const rule of ['resource-requests', 'resource-memory']) {
      expect(statuses(bare, noCluster(), rule)).toEqual(['not-met']);
      expect(statuses(whole, noCluster(), rule)).toEqual(['unknown']);
    }
  });
});

describe('zones', () => {
  const constraint = /topologySpreadConstraints:\n( {8}.*\n| {10}.*\n)+?(?= {6}securityContext)/;
  const spread = (text: string) => inDeployment(constraint, text);
  const apart = (term: string) => spread(`affinity: { podAntiAffinity: { ${term} } }\n`);
  const zone = 'topologyKey: topology.kubernetes.io/zone';
  const labels = 'labelSelector: { matchLabels: { app: shop } }';

  it.each([
    [
      `requiredDuringSchedulingIgnoredDuringExecution: [{ ${zone}, ${labels} }]`,
      'warning',
      'allows only one pod in each zone',
    ],
    [
      `requiredDuringSchedulingIgnoredDuringExecution: [{ ${zone} }]`,
      'warning',
      'has no topologySpreadConstraint',
    ],
    [
      `preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { ${zone}, ${labels} } }]`,
      'info',
      'does not require, a spread',
    ],
  ])('are not ensured by podAntiAffinity: %s', (term, level, what) => {
    expect(rules(apart(term), running(), 'zone-spread')).toMatchObject([
      { status: 'not-met', level, what: expect.stringContaining(what) },
    ]);
  });

  it('are ensured by one of several constraints', () => {
    const all = inDeployment(
      'topologySpreadConstraints:\n',
      `topologySpreadConstraints:\n        - { maxSkew: 1, ${zone}, whenUnsatisfiable: ScheduleAnyway, ${labels} }\n`,
    );
    expect(statuses(all, noCluster(), 'zone-spread')).toEqual(['unknown']);
  });

  it('may differ with a maxSkew above 1', () => {
    expect(said(inDeployment('maxSkew: 1', 'maxSkew: 5'), noCluster(), 'zone-spread')).toEqual([
      'not-met: Deployment/shop allows zones to differ by 5 pods',
    ]);
  });

  it.each([
    [
      'matchExpressions: [{ key: topology.kubernetes.io/zone, operator: In, values: [a] }]',
      'are in 1 zone (a)',
    ],
    [
      'matchExpressions: [{ key: topology.kubernetes.io/zone, operator: NotIn, values: [a] }]',
      'are in 2 zones (b, c)',
    ],
    ['matchFields: [{ key: metadata.name, operator: In, values: [node-b] }]', 'are in 1 zone (b)'],
    ['matchExpressions: [{ key: cores, operator: Gt, values: ["4"] }]', 'are in 0 zones'],
  ])('are those that nodeAffinity allows: %s', (term, what) => {
    const all = inDeployment(
      '      automountServiceAccountToken',
      `      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ ${term} }] } } }\n      automountServiceAccountToken`,
    );
    expect(said(all, running(), 'zone-nodes')).toEqual([expect.stringContaining(what)]);
  });

  it('get their pods from the autoscaler of KEDA', () => {
    const scaled = (least: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: shop }
spec: { scaleTargetRef: { name: shop }${least}, triggers: [] }
`;
    const all = (least: string) => ({ ...without('autoscaler.yaml'), 'deploy/more.yaml': scaled(least) });
    expect(statuses(all(', minReplicaCount: 6'), running(), 'zone-replicas')).toEqual(['met']);
    expect(rules(all(''), running(), 'zone-replicas')).toMatchObject([
      {
        status: 'not-met',
        remedy: expect.stringContaining('minReplicaCount'),
        place: { file: 'deploy/more.yaml', line: 4 },
      },
    ]);
  });
});

describe('a PodDisruptionBudget', () => {
  it('without a selector selects nothing', () => {
    const all = changed(files(), 'disruption.yaml', /\s+selector:\n.*\n/, '\n');
    expect(statuses(all, running(), 'disruption-budget')).toEqual(['not-met', 'not-met']);
  });

  it('counts the pods of all workloads that it selects', () => {
    const web = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec: { replicas: 2, selector: { matchLabels: { part: ${name} } }, template: { metadata: { labels: { all: one, part: ${name} } }, spec: { containers: [] } } }
---
`;
    const budget = (least: number) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: all }
spec: { minAvailable: ${least}, selector: { matchLabels: { all: one } } }
`;
    const about = (least: number) =>
      said({ 'a.yaml': web('a') + web('b') + budget(least) }, noCluster(), 'disruption-blocked');
    expect(about(3)).toEqual(['unknown: the cluster was not queried']);
    expect(about(4)).toEqual([
      expect.stringContaining(
        'never allows the eviction of a pod of Deployment/a and Deployment/b when it has 4',
      ),
    ]);
  });

  it('of a DaemonSet does not stop a drain', () => {
    const all = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: a }
spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [] } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a }
spec: { minAvailable: 1, selector: { matchLabels: { a: b } } }
`;
    expect(statuses({ 'a.yaml': all }, noCluster(), 'disruption-blocked')).toEqual(['not-applicable']);
  });

  it('may select pods that an operator creates', () => {
    const all = withMore(
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: db }\nspec: { maxUnavailable: 1, selector: { matchLabels: { cluster: db } } }\n',
    );
    const known = running().pods;
    const live = runningWith({
      pods: [...(known.known ? known.value : []), { metadata: { labels: { cluster: 'db' } } }],
    });
    expect(statuses(all, live, 'disruption-budget')).toEqual(['met']);
  });

  it('that only the cluster has is not called missing there', () => {
    expect(said(without('disruption.yaml'), running(), 'disruption-budget')).toEqual([
      'not-met: PodDisruptionBudget/shop, which protects Deployment/shop in node drains, is only in the cluster, not in the manifests',
    ]);
  });
});

describe('an autoscaler', () => {
  const scaler = (from: string | RegExp, to: string) => changed(files(), 'autoscaler.yaml', from, to);
  const metrics = /metrics:[\s\S]*/;

  it('without metrics compares the processor with its request', () => {
    const all = changed(
      scaler(metrics, ''),
      'deployment.yaml',
      'requests: { cpu: 20m, memory',
      'requests: { memory',
    );
    expect(statuses(all, running(), 'autoscaler-requests')).toEqual(['not-met']);
    const given = runningWith({
      limitRanges: [{ spec: { limits: [{ type: 'Container', defaultRequest: { cpu: '1' } }] } }],
    });
    expect(statuses(all, given, 'autoscaler-requests')).toEqual(['met']);
  });

  it('of one container needs the request of that one', () => {
    const of = (container: string) =>
      `metrics: [{ type: ContainerResource, containerResource: { name: cpu, container: ${container}, target: { type: Utilization, averageUtilization: 50 } } }]`;
    const bare = (name: string) =>
      changed(
        scaler(metrics, of(name)),
        'deployment.yaml',
        'requests: { cpu: 20m, memory',
        'requests: { memory',
      );
    expect(statuses(bare('shop'), running(), 'autoscaler-requests')).toEqual(['not-met']);
    expect(statuses(bare('other'), running(), 'autoscaler-requests')).toEqual(['met']);
  });

  it('with one number as its range does not follow the load', () => {
    expect(said(scaler('maxReplicas: 10', 'maxReplicas: 6'), running(), 'autoscaler-replicas')).toEqual([
      'not-met: HorizontalPodAutoscaler/shop always keeps 6 pods, because minReplicas equals maxReplicas',
    ]);
  });

  it('may scale a kind that is no workload of ours', () => {
    const all = scaler('kind: Deployment', 'kind: Rollout');
    expect(statuses(all, noCluster(), 'autoscaler-target')).toEqual(['not-met']);
    const rollout = {
      ...all,
      'deploy/more.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: shop }\n',
    };
    expect(statuses(rollout, noCluster(), 'autoscaler-target')).toEqual(['not-applicable']);
  });
});

describe('permissions', () => {
  const binding = (roleRef: object, subjects: object[]) => ({ metadata: { name: 'b' }, roleRef, subjects });
  const account = { kind: 'ServiceAccount', name: 'default' };
  const custom = { kind: 'ClusterRole', name: 'custom' };
  const about = (rule: string, roleBindings: object[], roles: object[] = []) =>
    statuses(files(), runningWith({ roleBindings, roles }), rule);

  it('of a ClusterRole that was not read are unknown', () => {
    for (const rule of ['access-wildcard', 'access-sensitive']) {
      expect(about(rule, [binding(custom, [account])])).toEqual(['unknown']);
      expect(about(rule, [binding({ ...custom, name: 'view' }, [account])])).toEqual(['met']);
    }
  });

  it('of a Role are not those of a ClusterRole of that name', () => {
    const roles = [
      { metadata: { name: 'view' }, rules: [{ verbs: ['*'], resources: ['*'], apiGroups: ['*'] }] },
    ];
    expect(
      about('access-wildcard', [binding({ kind: 'ClusterRole', name: 'view' }, [account])], roles),
    ).toEqual(['met']);
    expect(about('access-wildcard', [binding({ kind: 'Role', name: 'view' }, [account])], roles)).toEqual([
      'not-met',
    ]);
  });

  it('of all accounts are those of the pods, and those of an account in another namespace are not', () => {
    const roles = [{ metadata: { name: 'all' }, rules: [{ verbs: ['*'] }] }];
    const by = (each: object) =>
      about('access-wildcard', [binding({ kind: 'Role', name: 'all' }, [each])], roles);
    expect(by({ kind: 'Group', name: 'system:serviceaccounts:shop' })).toEqual(['not-met']);
    expect(by({ kind: 'Group', name: 'system:serviceaccounts:other' })).toEqual(['met']);
    expect(by({ ...account, namespace: 'other' })).toEqual(['met']);
  });

  it.each<[string, string[], object]>([
    ['of an account of that name', ['met'], account],
    ['of an account of another namespace', ['not-met'], { ...account, namespace: 'other' }],
    ['of a user of that name', ['not-met'], { kind: 'User', name: 'default' }],
    ['of all accounts', ['met'], { kind: 'Group', name: 'system:serviceaccounts:shop' }],
  ])('%s explain a token, or do not', (_, expected, each) => {
    const roleBindings = [binding({ kind: 'Role', name: 'a' }, [each])];
    const all = inDeployment('      automountServiceAccountToken: false\n', '');
    const tokens = sixPods(({ spec }) => ({ spec: { ...spec, automountServiceAccountToken: true } }))();
    const live = { ...tokens, roleBindings: runningWith({ roleBindings }).roleBindings };
    expect(statuses(all, live, 'token-mounted')).toEqual(expected);
  });

  it('that are added to the roles of people are not those of an account', () => {
    const role = (labels: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: shop-admin, labels: { ${labels} } }
rules: [{ apiGroups: [shop.example], resources: ["*"], verbs: ["*"] }]
`;
    expect(statuses(withMore(role('a: b')), running(), 'access-wildcard')).toEqual(['not-met']);
    const aggregated = role('rbac.authorization.k8s.io/aggregate-to-admin: "true"');
    expect(statuses(withMore(aggregated), running(), 'access-wildcard')).toEqual(['met']);
  });
});

describe('a NetworkPolicy', () => {
  const about = (spec: object) => {
    const networkPolicies = [{ metadata: { name: 'a' }, spec }];
    return statuses(files(), runningWith({ networkPolicies }), 'network-policy');
  };

  it.each<[string[], object]>([
    [['met'], { podSelector: {}, policyTypes: ['Ingress'] }],
    [
      ['met'],
      {
        podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
        ingress: [{ ports: [{ port: 80 }] }],
      },
    ],
    [['not-met'], { podSelector: {}, policyTypes: ['Egress'] }],
    [['not-met'], { podSelector: {}, ingress: [{}] }],
    ...[
      { namespaceSelector: {} },
      { namespaceSelector: { matchLabels: {} }, podSelector: {} },
      { ipBlock: { cidr: '0.0.0.0/0' } },
      { ipBlock: { cidr: '::/0' } },
    ].flatMap((peer): [string[], object][] => [
      [['not-met'], { podSelector: {}, ingress: [{ from: [{ podSelector: {} }, peer] }] }],
      [['met'], { podSelector: {}, ingress: [{ from: [peer], ports: [{ port: 80 }] }] }],
    ]),
    ...[
      { podSelector: {} },
      { namespaceSelector: {}, podSelector: { matchLabels: { app: 'gateway' } } },
      { namespaceSelector: { matchLabels: { team: 'shop' } } },
      { namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['x'] }] } },
      { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } },
    ].map((peer): [string[], object] => [['met'], { podSelector: {}, ingress: [{ from: [peer] }] }]),
    [
      ['not-met'],
      { podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['shop'] }] } },
    ],
  ])('is %j: %j', (expected, spec) => expect(about(spec)).toEqual(expected));
});

describe('variables', () => {
  const policy = envPolicySchema.parse({});

  it.each([
    ['CACHE_PASSWORD', 'high'],
    ['CACHE_API_KEY', 'high'],
    ['DEBUG_TOKEN', 'high'],
    ['CACHE_DIR', 'low'],
    ['TOKEN_TTL', 'low'],
    ['SECRET_KEY_TIMEOUT', 'low'],
    ['DEBUG_SQL', 'medium'],
  ])('%s is of class %s', (name, wanted) => expect(classOf(name, policy)).toBe(wanted));

  const args = (text: string) =>
    inDeployment('          env:\n', `          args: ${text}\n          env:\n`);

  it.each(['["--db-password=hunter2hunter2"]', '["--password", "hunter2hunter2"]'])(
    'are found in %s',
    text => {
      expect(statuses(args(text), noCluster(), 'variable-high')).toContain('not-met');
    },
  );

  it.each([
    '["--db-password=$(DB_PASSWORD)"]',
    '["--password-file", "/run/x"]',
    '["--token", "--verbose"]',
    '["-c", "echo hello"]',
  ])('are not seen in %s', text =>
    expect(statuses(args(text), noCluster(), 'variable-high')).toEqual(['unknown']),
  );

  const file = (text: string) =>
    changed(
      files(),
      'config.yaml',
      '  GREETING:',
      `  app.conf: |\n    ${text.replaceAll('\n', '\n    ')}\n  GREETING:`,
    );

  it.each([
    'spring.datasource.password=hunter2hunter2',
    'db:\n  password: "hunter2hunter2"',
    '{\n  "apiKey": "abcdefgh1234",\n  "a": 1 }',
  ])('are found in a file of settings: %j', text => {
    expect(statuses(file(text), noCluster(), 'variable-high')).toContain('not-met');
  });

  it.each([
    'spring.datasource.password=${DB_PASSWORD}',
    'client_secret: $oidc.clientSecret',
    'password_file: /run/secrets/x',
    'secretName: shop-tls',
    'token: <token>',
    'password = os.environ.get("DB_PASSWORD")',
    'password:\n  valueFrom: x',
    'max_tokens: 4096',
    '# password: see the manual',
  ])('are not seen in a file of settings: %j', text => {
    expect(statuses(file(text), noCluster(), 'variable-high')).toEqual(['unknown']);
  });

  it.each([
    ['production', true],
    ['prod-eu', true],
    ['eu_live2', true],
    ['preprod', false],
    ['non-prod', false],
    ['delivery', false],
  ])('for development are off in %s: %s', (environment, asked) => {
    const all = inDeployment(
      '          env:\n',
      '          env:\n            - { name: DEBUG, value: "true" }\n',
    );
    expect(statuses(all, noCluster(), 'variable-medium', { environment })).toEqual([
      asked ? 'not-met' : 'not-applicable',
    ]);
  });

  it('of class high in a Dockerfile have the level of slipway.yml', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/assess-');
    writeFileSync(`${folder}/Dockerfile`, 'FROM a@sha256:1\nENV LICENSE=abcdefgh1234\n');
    const config = {
      ...parseConfig('app: shop\nimages: { shop: { repository: a.example/shop } }\n', 'slipway.yml'),
      'env-policy': { ...policy, high: ['LICENSE'] },
    };
    const levels = async (level?: 'off' | 'info') =>
      (await judgeDockerfiles(config, folder, level ? { 'variable-high': level } : {}, new Date())).map(
        each => each.level,
      );
    expect([await levels(), await levels('info'), await levels('off')]).toEqual([['error'], ['info'], []]);
    rmSync(folder, { recursive: true });
  });

  it('in a Secret may be certificates', () => {
    const secret = (value: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: more }\nstringData: { ca.crt: "${value}" }\n`;
    expect(
      statuses(withMore(secret('-----BEGIN CERTIFICATE-----\\nMIIB\\n')), running(), 'secret-plain'),
    ).toEqual(['not-applicable']);
    expect(statuses(withMore(secret('abcdefgh1234')), running(), 'secret-plain')).toEqual(['not-met']);
  });
});

describe('ends and probes', () => {
  const stop = (hook: string) => inDeployment('preStop: { sleep: { seconds: 2 } }', `preStop: ${hook}`);

  it('wait only with a hook that waits', () => {
    expect(statuses(stop('{ sleep: { seconds: 0 } }'), noCluster(), 'pre-stop-hook')).toEqual(['not-met']);
    expect(statuses(stop('{ exec: { command: [sleep, "0.5"] } }'), noCluster(), 'pre-stop-hook')).toEqual([
      'unknown',
    ]);
  });

  it('add the pauses of a hook', () => {
    const all = stop('{ exec: { command: [sh, -c, "sleep 10; nginx -s quit; sleep 10"] } }');
    expect(said(all, noCluster(), 'termination-grace-period')).toEqual([
      expect.stringContaining('takes 20 s'),
    ]);
  });

  it('do not judge a start by pods that were ready later than a probe allows, and never restarted', () => {
    const live = runningWith({ pods: [pod('node-a', 1, 200)] });
    expect(statuses(files(), live, 'probe-startup')).toEqual(['unknown']);
    expect(statuses(files(), runningWith({ pods: [pod('node-a', 1, 45)] }), 'probe-startup')).toEqual([
      'not-met',
    ]);
  });

  it('judge a start by a restart, when every pod that never restarted has lost its readiness since', () => {
    const [lost, restarted] = [pod('node-a', 1, 2000), pod('node-b', 2, 3)];
    restarted.status!.containerStatuses![0]!.restartCount = 2;
    expect(statuses(files(), runningWith({ pods: [lost, restarted] }), 'probe-startup')).toEqual(['met']);
  });

  it('judge a start by the pods that can show it, when most have lost their readiness since', () => {
    const spans = [200, 300, 400, 500, 10, 12];
    const live = runningWith({
      pods: spans.map((span, index) => pod(`node-${'abcabc'[index]}`, index, span)),
    });
    expect(statuses(files(), live, 'probe-startup')).toEqual(['met']);
  });

  it('may both open the port', () => {
    const tcp = (name: string, all: Files) =>
      changed(
        all,
        'deployment.yaml',
        new RegExp(`${name}:\\n            httpGet: .*`),
        `${name}:\n            tcpSocket: { port: http }`,
      );
    expect(statuses(tcp('livenessProbe', tcp('readinessProbe', files())), noCluster(), 'probe-same')).toEqual(
      ['unknown'],
    );
  });
});

describe('objects', () => {
  it('of a definition in the manifests are served once it is applied', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.com }
spec: { group: example.com, names: { kind: Thing }, versions: [{ name: v1 }] }
---
apiVersion: example.com/v1
kind: Thing
metadata: { name: a }
`;
    const live = running();
    const value = new Set([...(live.served.known ? live.served.value : []), 'apiextensions.k8s.io/v1']);
    expect(
      statuses(
        withMore(crd),
        { ...live, served: { ...live.served, known: true, value, asked: '', at: '' } },
        'api-served',
      ),
    ).toEqual(['met']);
  });

  it('of other kinds may be behind a Service', () => {
    const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "a:1" }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`;
    expect(statuses(withMore(rollout), noCluster(), 'service-selector')).toEqual(['unknown', 'unknown']);
  });

  it('of an operator may be behind a Service and a budget, where the cluster is not asked', () => {
    const text = (name: string) => `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: ${name} }
---
apiVersion: v1
kind: Service
metadata: { name: prometheus }
spec: { selector: { prometheus: main }, ports: [{ port: 80 }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: prometheus }
spec: { maxUnavailable: 1, selector: { matchLabels: { prometheus: main } } }
`;
    for (const rule of ['service-selector', 'disruption-budget']) {
      expect(statuses(withMore(text('main')), noCluster(), rule)).not.toContain('not-met');
      expect(statuses(withMore(text('main')), running(), rule)).toContain('not-met');
      expect(statuses(withMore(text('other')), noCluster(), rule)).toContain('not-met');
    }
  });

  it('whose Service is for metrics alone get no requests', () => {
    const named = (port: string) => {
      const all = changed(files(), 'service.yaml', 'name: http,', `name: ${port} ,`);
      return statuses(all, noCluster(), 'pre-stop-hook', { workload: { kind: 'Deployment', name: 'other' } });
    };
    expect([named('http'), named('http-metrics')]).toEqual([['unknown'], ['not-applicable']]);
  });

  it('have the hash of their template in the selector of a spread with matchLabelKeys', () => {
    const pods = running().pods;
    if (!pods.known) throw new Error('no pods');
    const hash = 'pod-template-hash';
    const hashed = pods.value.map(each => ({
      ...each,
      metadata: { ...each.metadata, labels: { ...each.metadata?.labels, [hash]: '5d4f' } },
      spec: {
        ...each.spec,
        topologySpreadConstraints: each.spec?.topologySpreadConstraints?.map(spread => ({
          ...spread,
          labelSelector: {
            ...spread.labelSelector,
            matchExpressions: [{ key: hash, operator: 'In', values: ['5d4f'] }],
          },
        })),
      },
    }));
    expect(statuses(files(), runningWith({ pods: hashed }), 'zone-spread')).toEqual(['met']);
  });

  it('that trivy looked at are not more than one pod', () => {
    const of = subject(files(), running());
    const [met] = fromTrivy(of, {}, new Places(new Map()), documentsFor(of), []);
    expect(met?.what).toBe('trivy finds nothing in Deployment/shop and in one of its running pods');
  });
});
