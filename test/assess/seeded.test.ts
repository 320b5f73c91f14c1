import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requirementIds } from '../../src/assess/requirement.ts';
import { drill, drillReport, type Evidence, good, type Loose, now, reportOf } from './evidence.ts';
import { changed, pod } from './shop.ts';

/** Findings, each planted in the evidence of a shop that meets everything, and the requirements that it breaks. */

type Seed = [what: string, ids: string, plant: (evidence: Evidence) => void];

const known = <T>(value: T) => ({ known: true, value, asked: 'a question', at: new Date(now).toISOString() });
const edit = (file: string, from: string | RegExp, to: string) => (evidence: Evidence) => {
  evidence.files = changed(evidence.files, file, from, to);
};
const live = (key: string, value: unknown) => (evidence: Evidence) => {
  evidence.live = { ...evidence.live, [key]: known(value) };
};
const finding = (rule: string, message: string) => (evidence: Evidence) =>
  evidence.documents[rule.startsWith('image-') ? 'policy-images.json' : 'policy.json'].findings.push({
    rule,
    level: 'warning',
    message,
    remedy: 'correct it',
    images: [],
    place: {},
  });
const failed = (file: string, reason: string) => (evidence: Evidence) => {
  const { outputs } = evidence.documents[file];
  Object.assign(evidence.documents[file], { ended: 'failed', outputs: { ...outputs, reason } });
};
const output = (file: string, name: string, value: string) => (evidence: Evidence) => {
  evidence.documents[file].outputs[name] = value;
};
/** A check of `verify` that fails. */
const refused = (title: RegExp, reason: string) => (evidence: Evidence) => {
  const { outputs } = evidence.documents['verify.json'];
  const checks = JSON.parse(outputs.checks).map((each: { title: string }) =>
    title.test(each.title) ? { ...each, ok: false, reason } : each,
  );
  outputs.checks = JSON.stringify(checks);
};
const logs = (name: string, reason: string) => (evidence: Evidence) => {
  const { outputs } = evidence.documents['logs.json'];
  outputs.checks = JSON.stringify(
    JSON.parse(outputs.checks).map((each: { check: string }) =>
      each.check === name ? { ...each, verdict: 'fail', reason } : each,
    ),
  );
};
const reading = (change: (readings: Loose) => void) => (evidence: Evidence) =>
  change(evidence.monitor.readings);
const without = (name: string) =>
  reading(readings => {
    const found = readings.comparisons.find((each: Loose) => each.signal.name === name);
    Object.assign(found, { after: undefined, samples: { before: [], after: [] } });
  });
const down = (name: string) =>
  reading(readings =>
    Object.assign(
      readings.targets.find((each: Loose) => each.name === name),
      { up: 0, down: ['x'] },
    ),
  );
/** Changes the set of the second store; the first one keeps a good one. */
const set = (change: (manifest: Loose) => void) => (evidence: Evidence) =>
  change(evidence.recovery.stores[1].manifest);
const label = (text: string) =>
  set(({ databases: [{ backups }] }) => {
    for (const each of backups) each.label = text;
  });
const drilled =
  (scenario: string, verdict: 'fail' | 'breach' = 'fail') =>
  (evidence: Evidence) =>
    evidence.recovery.drills.push(drill(scenario, 0.5, verdict));
const other = (file: string, id: string) => (evidence: Evidence) => {
  const found = evidence.documents[file].assessments.find((each: Loose) => each.id === id);
  Object.assign(found, { status: 'not-met', what: `${id} does not hold`, level: 'error' });
};
const record = (change: (release: Loose) => void) => (evidence: Evidence) =>
  change(evidence.releases.releases[0]);

const seeds: Seed[] = [
  // Application, by assess.
  ['two replicas', 'H1', edit('autoscaler.yaml', 'minReplicas: 6', 'minReplicas: 2')],
  [
    'pods in one zone',
    'H1',
    live(
      'pods',
      [0, 1, 2, 3, 4, 5].map(index => pod('node-a', index)),
    ),
  ],
  ['no readiness probe', 'H4', edit('deployment.yaml', 'readinessProbe', 'ignoredProbe')],
  ['no liveness probe', 'H5', edit('deployment.yaml', 'livenessProbe', 'ignoredProbe')],
  ['no preStop', 'H6', edit('deployment.yaml', 'preStop', 'ignored')],
  [
    'a node that is not ready',
    'A4',
    live(
      'nodes',
      ['a', 'b', 'c'].map(zone => ({
        metadata: { name: `node-${zone}`, labels: { 'topology.kubernetes.io/zone': zone } },
        spec: {},
        status: { conditions: [{ type: 'Ready', status: zone === 'a' ? 'False' : 'True' }] },
      })),
    ),
  ],
  [
    'a Role with every permission',
    'S5 S6',
    evidence => {
      const rules = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
      const subjects = [{ kind: 'ServiceAccount', name: 'default', namespace: 'shop' }];
      const binding = { metadata: { name: 'all' }, roleRef: { kind: 'Role', name: 'all' }, subjects };
      live('roles', [{ metadata: { name: 'all' }, rules }])(evidence);
      live('roleBindings', [binding])(evidence);
    },
  ],
  ['no network policy', 'S6', live('networkPolicies', [])],
  ['no quota', 'P5', live('quotas', [])],
  [
    'an autoscaler that measures nothing',
    'P6',
    evidence => {
      const { autoscalers } = evidence.live as Loose;
      const value = autoscalers.value.map((each: object) => ({
        ...each,
        status: {
          conditions: [{ type: 'ScalingActive', status: 'False', reason: 'FailedGetResourceMetric' }],
        },
      }));
      live('autoscalers', value)(evidence);
    },
  ],
  [
    'an API of autoscalers that is not served',
    'P6',
    live('served', new Set(['v1', 'apps/v1', 'policy/v1', 'gateway.networking.k8s.io/v1'])),
  ],
  [
    'an API of budgets that is not served',
    'C14',
    live('served', new Set(['v1', 'apps/v1', 'autoscaling/v2', 'gateway.networking.k8s.io/v1'])),
  ],
  [
    'an annotation of one cloud',
    'Z1',
    edit('service.yaml', 'metadata:\n', 'metadata:\n  annotations: { networking.gke.io/weighted: y }\n'),
  ],
  [
    'a node group of one cloud, which no node has',
    'Z1 H1',
    edit(
      'deployment.yaml',
      '      containers:\n',
      '      nodeSelector: { eks.amazonaws.com/nodegroup: a }\n      containers:\n',
    ),
  ],
  [
    'a load balancer of one cloud',
    'Z1',
    edit('service.yaml', 'spec:\n', 'spec:\n  loadBalancerClass: service.k8s.aws/nlb\n'),
  ],
  ...[
    'service.beta.kubernetes.io/aws-load-balancer-type',
    'service.beta.kubernetes.io/azure-load-balancer-internal',
    'alb.ingress.kubernetes.io/scheme',
  ].map(
    (name): Seed => [
      `the annotation ${name}`,
      'Z1',
      edit('service.yaml', 'metadata:\n', `metadata:\n  annotations: { ${name}: y }\n`),
    ],
  ),
  ...['kubernetes.io/aws-ebs', 'kubernetes.io/gce-pd'].map(
    (name): Seed => [
      `a StorageClass of ${name}`,
      'Z1',
      evidence => {
        const object = `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: ${name}\n`;
        edit('service.yaml', /^/, `${object}---\n`)(evidence);
        (evidence.live.served as Loose).value.add('storage.k8s.io/v1');
      },
    ],
  ),
  [
    'an old policy version',
    'Z9',
    evidence => {
      evidence.version = 1;
    },
  ],
  // Images.
  ['a base image without a digest', 'I1', finding('base-digest', 'node:24-slim has no digest')],
  ['npm install', 'I3', finding('npm-ci', '`npm install` does not follow the lock file')],
  ['unpinned pip packages', 'I4', finding('pin-pip', 'pip installs flask without a version')],
  ['a frontend lock file that is not copied', 'I3', finding('lock-file', 'package-lock.json is not copied')],
  ['a backend lock file that is not copied', 'I4', finding('lock-file', 'poetry.lock is not copied')],
  ['an image that runs as root', 'I5', finding('user-root', 'the image runs as root')],
  ['a setuid program', 'I5', finding('image-setuid', '/usr/bin/tool is setuid')],
  [
    'sources copied before the lock file',
    'I7',
    finding('copy-order', 'sources are copied before the lock file'),
  ],
  ['a base that is not allowed', 'I6', finding('base-allowed', 'ubuntu:latest is not allowed')],
  ['a base that has moved', 'I6', output('stale.json', 'images', '{"shop":{"base":"node","stale":true}}')],
  [
    'an image above its budget',
    'I2 C2',
    failed('build.json', 'the image shop has 120 MB, but its budget is 100 MB'),
  ],
  ['no tags', 'I9', output('build.json', 'tags', '[]')],
  [
    'a platform that is missing',
    'I8',
    evidence => {
      evidence.releases.registry = known(new Map([['shop', ['linux/amd64']]]));
    },
  ],
  [
    'an image that the registry lost',
    'A4 A6 D9',
    evidence => {
      evidence.releases.registry = known(new Map([['shop', undefined]]));
    },
  ],
  [
    'a release by tag',
    'Z3 I10 A6',
    record(({ record }) => {
      record.images = { shop: '127.0.0.1:5000/shop:latest' };
    }),
  ],
  // Keys, by another report.
  ...['K1', 'K2', 'K4', 'K5', 'S9'].map(
    (id): Seed => [`a finding of keys: ${id}`, id, other('keys.json', id)],
  ),
  [
    'a plain DATABASE_URL',
    'K7',
    edit(
      'deployment.yaml',
      'env:\n',
      'env:\n            - { name: DATABASE_URL, value: "postgres://shop:hunter2hunter2@db/shop?sslmode=verify-full" }\n',
    ),
  ],
  ['a stored secret that is not read', 'K6 A4 C6', refused(/settings/, 'answered another value')],
  // Acceptance.
  ['HTML for the API', 'A1 A4 C6', refused(/api\/items/, 'answered text/html')],
  ['a cookie without Secure', 'S2 A4 C6', refused(/login/, 'sets session without Secure')],
  ['a database that does not answer', 'A2 A3 A5', refused(/dependency database/, 'refused the connection')],
  [
    'an authentication service that does not answer',
    'A2 A5',
    refused(/dependency auth/, 'refused the connection'),
  ],
  ['an endpoint open to everyone', 'S1', refused(/orders as none/, 'answered 200, expected 401')],
  ['a forged token that is accepted', 'S1 S3', refused(/as forged/, 'answered 200, expected 401')],
  ['a wrong key that is accepted', 'S1 S4', refused(/as former/, 'answered 200, expected 401')],
  ['a tampered cookie that is accepted', 'S1 S2', refused(/as tampered/, 'answered 200, expected 401')],
  [
    'a revoked role that is still served',
    'S7',
    refused(/api\/admin as partner/, 'still answered 200 after 30s'),
  ],
  ['a certificate of five days', 'S8', refused(/certificate/, 'is valid for 5 days, expected 14')],
  ['a zone without an address', 'H2', refused(/zone-b/, 'did not answer')],
  ['a role that may do too much', 'S1 S3', refused(/admin as customer/, 'answered 200, expected 403')],
  ['an expired key that is accepted', 'S1 S4', refused(/as lapsed/, 'answered 200, expected 401')],
  ['a page that is not cacheable', 'P10', refused(/the page/, 'is not cacheable enough')],
  // Metrics and alerts.
  ['a pod that is not scraped', 'M1 A2 C16', down('pods')],
  ['an exporter that is down', 'M1', down('postgres')],
  ['no latency', 'P1', without('latency-p95')],
  ['no cost', 'P2', without('cost')],
  [
    'a cost that is always 0',
    'P2',
    reading(each => {
      each.comparisons.at(-1).samples.after = [[now, 0]];
    }),
  ],
  ['no cache hits', 'P3', without('cache-hits')],
  [
    'rules that are not loaded',
    'M2 M9 C16 S11',
    reading(each => {
      each.hasRules = false;
    }),
  ],
  [
    'an objective without data',
    'M9',
    reading(each => {
      each.objectives[0].after = undefined;
    }),
  ],
  [
    'a standby that stopped',
    'H3',
    reading(each => {
      each.standbys[0].within = 0;
    }),
  ],
  [
    'a dashboard that is missing',
    'M2 M3 C16',
    evidence => {
      evidence.alerting.dashboards = new Map([['slipway-shop-dashboard-service', false]]);
    },
  ],
  [
    'a silence that is left',
    'M10',
    evidence => {
      evidence.alerting.silences = known([
        { startsAt: '2026-11-01T00:00:00.000Z', status: { state: 'active' } },
      ]);
    },
  ],
  ['an alert that is lost', 'M2 M3 M4 M11', output('alerts-info.json', 'state', 'broken')],
  ['a role change that raises no alert', 'S11', output('alerts-security-events.json', 'state', 'broken')],
  [
    'a critical alert that is lost, before one of info that arrives',
    'M2 M3 M4 M11',
    evidence => {
      const { documents } = evidence;
      documents['alerts-info.json'].at = new Date(now + 1000).toISOString();
      documents['alerts-critical.json'].outputs.state = 'broken';
    },
  ],
  ['a rollback by an alert that failed', 'M12', output('alerts-rollback.json', 'state', 'failed')],
  [
    'a degraded release',
    'C7',
    evidence => {
      Object.assign(evidence.monitor, { verdict: 'degraded', reasons: [{ sentence: 'errors' }] });
    },
  ],
  ['plain lines', 'M5', logs('structure', '97 % of the lines are JSON')],
  ['a level without retention', 'M6', logs('retention', 'debug has no retention')],
  ['lines that do not arrive', 'M7', logs('arrival', 'Deployment/shop is missing')],
  [
    'a log store without a line of the application',
    'C17 M7',
    evidence => {
      const { outputs } = evidence.documents['logs.json'];
      const checks = JSON.parse(outputs.checks).map((each: { check: string }) => ({
        ...each,
        verdict: each.check === 'arrival' ? 'fail' : 'unknown',
        ...(each.check === 'structure' ? { lines: 0 } : {}),
      }));
      outputs.checks = JSON.stringify(checks);
    },
  ],
  ['a secret in a log', 'M8', logs('leaks', 'a bearer token is in the logs')],
  ['an audit chain that is broken', 'S11', failed('audit.json', 'entry 7 was changed')],
  // Recovery.
  [
    'no backup set',
    'D1 D2 D3 D4',
    evidence => {
      evidence.recovery.stores[1].manifest = undefined;
    },
  ],
  [
    'an old backup set',
    'D2',
    set(each => {
      each.at = now - 4 * 86_400_000;
    }),
  ],
  [
    'a set four days after the one before',
    'D2',
    evidence => {
      evidence.recovery.stores[1].sets = [now - 3_600_000, now - 97 * 3_600_000];
    },
  ],
  ['a full backup of three weeks ago', 'D5', label('20261109-031700F_20261130-031700I')],
  ['an incremental backup of three days ago', 'D6', label('20261126-031700F_20261127-031700I')],
  [
    'a database that is not in the set',
    'D1 D3 D4',
    set(each => {
      each.databases[0].name = 'other';
    }),
  ],
  [
    'a volume that nothing covers',
    'D1 D3 D4',
    set(each => {
      each.volumes[0].covered = 'not';
    }),
  ],
  [
    'a Redis that is not in the set',
    'D1 D3 D4 D10',
    set(each => {
      each.redis = [];
    }),
  ],
  [
    'no objects of the cluster',
    'D8',
    set(each => {
      each.clusterObjects = {};
    }),
  ],
  [
    'an image that is not in the set',
    'D9',
    set(each => {
      each.images = [];
    }),
  ],
  [
    'a schedule that cannot meet its target',
    'D18',
    evidence => {
      evidence.recovery.schedule[0].rows = [
        { kind: 'uncovered', sentence: 'region: not covered', help: 'archive WAL' },
      ];
    },
  ],
  ['a failed drill of a node', 'D14', drilled('node')],
  ...['node', 'pod'].map(
    (scenario): Seed => [
      `a drill of a ${scenario} that passed its target, and lost writes`,
      'D14',
      ({ recovery }) => recovery.drills.push({ ...drill(scenario, 0.5), rpo: 180_000 }),
    ],
  ),
  [
    'a report of a drill of a node that lost writes',
    'D14',
    ({ documents }) => {
      documents['dr-report.json'] = drillReport({ kind: 'lost', milliseconds: 180_000 });
    },
  ],
  ['a failed drill of a pod', 'D14', drilled('pod')],
  ['a failed drill of a bad release', 'C11', drilled('bad-release')],
  ['a drill of a zone that was too slow', 'D15', drilled('zone', 'breach')],
  ['a failed drill of a region', 'D16 D3 D4', drilled('region')],
  ['a failed drill of total loss', 'D17 D3 D4', drilled('total')],
  [
    'few scenarios',
    'D12',
    evidence => {
      evidence.recovery.drills = ['restore', 'pod', 'zone'].map(each => drill(each, 1));
    },
  ],
  [
    'drills that measured nothing',
    'D13',
    evidence => {
      for (const each of evidence.recovery.drills) Reflect.deleteProperty(each, 'rto');
    },
  ],
  [
    'only old drills',
    'D11 D12',
    evidence => {
      evidence.recovery.drills = ['restore', 'pod'].map(each => drill(each, 400));
    },
  ],
  [
    'drills of which none restores',
    'D11 D12',
    evidence => {
      evidence.recovery.drills = ['pod', 'node', 'zone', 'container-kill'].map(each => drill(each, 1));
    },
  ],
  [
    'drills of which none loses a pod, a node or a zone',
    'D12',
    evidence => {
      const ids = ['restore', 'region', 'secrets', 'rot', 'container-kill'];
      evidence.recovery.drills = ids.map(each => drill(each, 1));
    },
  ],
  ['a failed restore', 'D4', drilled('restore')],
  [
    'a table that differs',
    'H7',
    evidence => {
      Object.assign(evidence.documents['replication.json'].outputs, {
        verdict: 'fail',
        reason: 'items differs',
        tables: '[{"verdict":"differs","sentence":"items differs"}]',
      });
    },
  ],
  [
    'an archive that stopped',
    'D7 H3',
    evidence => {
      Object.assign(evidence.documents['replication.json'].outputs, {
        verdict: 'fail',
        reason: 'no WAL was archived for 2h',
      });
    },
  ],
  ['a masked restore that failed', 'S10', failed('restore.json', 'a value of users.email survived')],
  // Delivery and cost.
  ['a plan that is refused', 'C1', failed('plan.json', 'the manifest is invalid')],
  ['a failed test', 'C3', failed('test.json', '1 test failed')],
  ['a critical vulnerability', 'C4', failed('scan.json', 'CVE-2026-1 in openssl')],
  ['a build without a digest', 'C2', output('build.json', 'images', '{}')],
  [
    'a release that was not verified',
    'C6',
    record(({ outcome }) => {
      outcome.state = 'complete';
    }),
  ],
  [
    'a release without an outcome',
    'C5 C6',
    record(each => {
      each.outcome = undefined;
    }),
  ],
  [
    'a release by hand',
    'Z3',
    record(({ record: { by } }) => {
      by.revision = undefined;
    }),
  ],
  [
    'an unsigned release',
    'Z5',
    record(({ record: each }) => {
      each.signatures = undefined;
    }),
  ],
  [
    'a record that was deleted',
    'C5',
    evidence => {
      evidence.releases.releases.shift();
    },
  ],
  [
    'nothing that can be restored',
    'C11',
    evidence => {
      for (const each of evidence.releases.releases.slice(1))
        Reflect.deleteProperty(each.outcome!, 'template');
    },
  ],
  [
    'a blue-green release that failed',
    'C8',
    evidence => {
      (evidence.releases.releases[1]!.outcome as Loose).state = 'failed';
    },
  ],
  [
    'a blue-green release that lost requests',
    'C8',
    ({ releases }) => {
      releases.decisions.get(2).ticks[1].traffic = { canary: 500, total: 500, errors: 0, unserved: 3 };
    },
  ],
  [
    'a canary that got all requests at once',
    'C9',
    ({ releases }) => {
      releases.decisions.get(3).ticks = [
        { weight: 98, traffic: { canary: 64, total: 94 } },
        { weight: 98, traffic: { canary: 552, total: 564 } },
        { weight: 99, traffic: { canary: 188, total: 188 } },
        { weight: 100, traffic: { canary: 0, total: 94 } },
      ];
    },
  ],
  [
    'a pod that runs another image',
    'A6',
    evidence => {
      evidence.releases.pods.value[0].spec.containers[0].image = 'shop:other';
    },
  ],
  ...['containers', 'initContainers'].map(
    (list): Seed => [
      `a pod of which one of the ${list} runs another digest`,
      'A6',
      ({ releases }) => {
        const { spec } = releases.pods.value[0];
        const image = `127.0.0.1:5000/shop@sha256:${'1'.repeat(64)}`;
        spec[list] = [...(spec[list] ?? []), { name: 'more', image }];
      },
    ],
  ),
  [
    'a Service that leaves out a pod',
    'A6',
    ({ releases: { pods, endpoints } }) => {
      pods.value[0].status.conditions[0].lastTransitionTime = new Date(now - 120_000).toISOString();
      endpoints.value.delete(pods.value[0].metadata.name);
    },
  ],
  [
    'a Service that sends requests to no pod',
    'A6',
    evidence => {
      evidence.releases.endpoints = known(new Set());
    },
  ],
  ...['P4', 'P7', 'P8', 'P9', 'P11'].map(
    (id): Seed => [`a finding of cost: ${id}`, id, other('cost.json', id)],
  ),
  ['a failed drill of a container', 'H5', drilled('container-kill')],
  ['a failed drill of a pod under load', 'H6', drilled('pod-loss')],
];

/** Requirements that follow from others, or from one part of the evidence. */
const derived = ['Z4', 'Z5', 'Z6', 'Z7', 'K3'];

describe('the good shop', () => {
  it('has every requirement decided, and none that is not met', () => {
    const { counts, requirements } = reportOf(good());
    expect(requirements.map(({ id }) => id)).toEqual(requirementIds);
    expect(counts).toEqual({ met: 106, 'not-met': 0, unknown: 0, 'not-applicable': 6 });
    expect(requirements.filter(each => each.status === 'met' && each.evidence.length === 0)).toEqual([]);
  });

  it('has the same verdicts whatever the order of the evidence', () => {
    const seed = fc.sample(fc.integer(), 8);
    for (const each of seed) {
      const shuffle = <T>(all: T[]): T[] =>
        all
          .map((item, index) => [Math.sin(each + index * 7919), item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      expect(reportOf(good(), shuffle).requirements).toEqual(reportOf(good()).requirements);
    }
  });
});

describe('a seeded finding', () => {
  it.each(seeds)('is found: %s', (_, ids, plant) => {
    const evidence = good();
    plant(evidence);
    const { requirements } = reportOf(evidence);
    const short = requirements.filter(({ status }) => status === 'not-met');
    const direct = short.map(({ id }) => id).filter(id => !derived.includes(id));
    expect(direct.sort()).toEqual(
      ids
        .split(' ')
        .filter(id => !derived.includes(id))
        .sort(),
    );
    expect(short.map(({ id }) => id)).toEqual(expect.arrayContaining(ids.split(' ')));
    for (const each of short) expect(each.remedy, each.id).toBeTruthy();
  });

  it('is planted at least 60 times, over most requirements', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(seeds.flatMap(([, ids]) => ids.split(' '))).size).toBeGreaterThanOrEqual(80);
  });
});
