import type { RequirementAssessment } from '../../src/assess/assessment.ts';
import { assessmentsFrom } from '../../src/assess/conformance/assessments-from.ts';
import type { SourceEvidence } from '../../src/assess/conformance/decide.ts';
import { readDocument } from '../../src/assess/conformance/documents.ts';
import { judgeApplication } from '../../src/assess/conformance/judges/application.ts';
import { judgeAlerting, judgeMonitoring } from '../../src/assess/conformance/judges/monitoring.ts';
import { judgeRecovery, type RecoveryEvidence } from '../../src/assess/conformance/judges/recovery.ts';
import { judgeReleases, type ReleaseEvidence } from '../../src/assess/conformance/judges/releases.ts';
import { conformanceReport } from '../../src/assess/conformance/report.ts';
import type { ConformanceReport } from '../../src/assess/conformance/report-schema.ts';
import type { Judgements } from '../../src/assess/judgement.ts';
import type { Live } from '../../src/assess/live.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { newestPolicy } from '../../src/config/policy-version.ts';
import type { HistoryEntry } from '../../src/recovery/history.ts';
import type { BackupManifest } from '../../src/recovery/manifest.ts';
import type { Release } from '../../src/release/store/releases.ts';
import { type Files, files, judged, manifestsIn, now as nowText, pod, running } from './shop.ts';

/** The evidence of a shop that meets every requirement, to be changed by tests. */

export const now = Date.parse(nowText);
const day = 86_400_000;
const digest = `sha256:${'0'.repeat(64)}`;
const image = `127.0.0.1:5000/shop@${digest}`;
const at = nowText;

export const slipwayYml = `
app: shop
policy-version: 2
images:
  shop:
    repository: 127.0.0.1:5000/shop
    platforms: [linux/amd64, linux/arm64]
    budget: { compressed: 100MB }
policy: { bases: ['node:*-slim'] }
environments:
  production:
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
    service: shop
    verify:
      url: https://shop.example.com
      identities:
        customer: { bearer: CUSTOMER_TOKEN }
        forged: { invalid: customer }
        web: { cookie: { session: WEB_SESSION } }
        tampered: { invalid: web }
        partner: { header: { X-API-Key: PARTNER_KEY } }
        former: { invalid: partner }
        lapsed: { header: { X-API-Key: LAPSED_KEY }, expired: true }
      matrix:
        - get: /api/orders
          expect: { none: 401, customer: 200, forged: 401, web: 200, tampered: 401, partner: 200, former: 401, lapsed: 401 }
        - { get: /api/admin, expect: { customer: 403 } }
      checks:
        - { get: /, type: text/html }
        - { get: /api/items, type: application/json }
        - { get: /login, cookies: [session] }
        - { get: /api/settings, as: customer, stored-secrets: { key: STORED_KEY } }
      revoked:
        - { get: /api/admin, as: partner, revoke: { request: DELETE /api/members/7, as: customer } }
      tls: {}
      page: { get: / }
      dependencies:
        image: postgres:17
        edges:
          database: { postgres: 'db:5432', user: shop, database: shop }
          cache: { redis: 'cache:6379' }
          storage: { http: 'http://s3:9000/health' }
          auth: { http: 'http://auth:8080/health' }
    monitoring:
      security-events:
        logins: { total: logins_total, failed: 'logins_total{result="failure"}' }
        permissions: role_changes_total
        data: sensitive_queries_total
        behavior: api_requests_total
    recovery:
      repositories:
        near: { survives: zone, pgbackrest: 1, store: { folder: backups } }
        far: { survives: region, pgbackrest: 2, offline: true }
      databases:
        shop:
          workload: StatefulSet/db
          stanza: shop
          database: shop
          archive-timeout: 60s
          to: [near, far]
          replicas: [{ survives: zone, mode: synchronous }]
      redis: { sessions: { workload: StatefulSet/redis } }
      recipients: [age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj]
`;

export const config = parseConfig(slipwayYml, 'slipway.yml');
export const environment = config.environments.production!;

/** What tests change freely: as JSON is read. */
export type Loose = ReturnType<typeof JSON.parse>;

/** Everything that a report is made of. */
export interface Evidence {
  files: Files;
  live: Live;
  /** Why the live release is not known, if it is not. */
  unknownLive?: string;
  documents: Record<string, Loose>;
  releases: {
    releases: Release[];
    live: number;
    pods: Loose;
    registry: Loose;
    decisions: Map<number, Loose>;
    endpoints: Loose;
  };
  recovery: {
    stores: Loose[];
    drills: HistoryEntry[];
    schedule: Loose[];
    images: string[];
    namespace: string;
  };
  alerting: { dashboards: Map<string, boolean> | undefined; silences: Loose };
  monitor: Loose;
  version: number | undefined;
}

const step = (name: string, outputs: Record<string, string>, about: Record<string, string> = {}) => ({
  ...{ schema: 1, step: name, at, ended: 'passed', about: { config: 'slipway.yml', ...about }, outputs },
});

const policy = (what: string, more: object = {}) => ({
  ...{ schema: 1, app: 'shop', at, verdict: 'pass', findings: [], notes: [] },
  counts: { error: 0, warning: 0, info: 0, excused: 0 },
  checked: { what, images: [{ image: 'shop', ...more }] },
});

const release = (number: number, kind: string, state: 'verified' | 'complete'): Release => {
  const strategy = { strategy: { kind }, gate: { metrics: [] } };
  return {
    record: {
      ...{ schema: 1, app: 'shop', environment: 'production', release: number, source: 'released' },
      ...{ at, token: number, images: { shop: image }, shipped: [], manifests: [] },
      by: { run: `run ${number} of acme/shop`, actor: 'ada', repository: 'acme/shop', revision: 'abc' },
      signatures: { shop: { by: 'the key cosign.pub', attested: [] } },
      config: { environments: { production: strategy } },
    } as unknown as Release['record'],
    outcome: {
      ...{ schema: 1, release: number, state, at },
      template: { spec: { containers: [] } },
    } as unknown as Release['outcome'],
  } as Release;
};

/** What a gateway counted in a tick. */
const requests = { canary: 500, total: 500, errors: 0 };

const known = <T>(value: T) => ({ known: true, value, asked: 'a question', at }) as const;

const tables = [{ schema: 'public', name: 'items', rows: 3 }];
const manifest: BackupManifest = {
  ...{ schema: 1, at: now - 3_600_000, by: { run: '7', actor: 'ada' } },
  databases: [
    {
      ...{ name: 'shop', server: '17.2', lsn: '0/1', timeline: 1, tables },
      backups: ['near', 'far'].map(repository => ({
        repository,
        label: '20261129-031700F_20261130-031700I',
      })),
    },
  ],
  objectStores: [{ name: 'files', count: 1, bytes: 1, hash: 'a'.repeat(64) as Loose }],
  redis: [{ name: 'sessions', keys: 3, unsettled: 0, bytes: 99 }],
  volumes: [{ namespace: 'shop', pvc: 'data', covered: 'database' }],
  ...{ clusterObjects: { ConfigMap: 4, 'apps/Deployment': 3 }, images: [image], secrets: [], tools: {} },
};

export const drill = (
  scenario: string,
  age: number,
  verdict: HistoryEntry['verdict'] = 'pass',
): HistoryEntry => ({
  ...{ schema: 1, app: 'shop', environment: 'production', scenario, verdict, at: now - age * day },
  ...(verdict === 'pass' ? { rto: 60_000, rpo: 0 } : {}),
});

/** The report of a drill of a node that passed, after that of the stores. */
export const drillReport = (point: object) => ({
  ...{ schema: 1, app: 'shop', environment: 'production', scenario: 'node', startedAt: now - day / 2 },
  ...{ verdict: 'pass', levelChecks: [], outage: { kind: 'over', rto: 60_000 }, loss: { point } },
});

const signal = (name: string, group = 'saturation', value = 1) => ({
  signal: { name, title: name, unit: 'count', group, worse: 'more' },
  ...{ before: value, after: value, change: 'same', samples: { before: [], after: [[now, value]] } },
});

const check = (part: string, title: string, more: object = {}) => ({
  part,
  title,
  get: '',
  ok: true,
  reason: '',
  ...more,
});
const cell = (identity: string, expected: number, endpoint = 'GET /api/orders') =>
  check('matrix', `${endpoint} as ${identity}`, { cell: { endpoint, identity, expected, got: expected } });

const given = (id: string, rule: string, what: string): RequirementAssessment =>
  ({
    ...{ id, rule, what, status: 'met', level: 'warning', remedy: 'see the report' },
    evidence: [{ asked: 'the database', of: 'shop', at }],
  }) as RequirementAssessment;

const rehearsed = [
  ...['restore', 'pod', 'node', 'zone', 'region', 'total', 'container-kill', 'pod-loss', 'bad-release'],
];

/** As the reports of `keys` and `cost`. */
const others: Record<string, RequirementAssessment[]> = {
  'keys.json': ['K1', 'K2', 'K4', 'K5', 'S9'].map(id => given(id, `keys-${id}`, `${id} holds`)),
  'cost.json': ['P4', 'P7', 'P8', 'P9', 'P11'].map(id => given(id, `cost-${id}`, `${id} holds`)),
};

/** What tests replace, and do not change. */
const [ownFiles, ownLive] = [files(), running()];
const ownPods = ['a', 'b', 'c'].map((zone, index) => pod(`node-${zone}`, index));
const ownAssessments = judged(ownFiles, ownLive);

/** Returns the evidence of a shop that meets every requirement. */
export function good(): Evidence {
  return {
    files: ownFiles,
    live: ownLive,
    version: newestPolicy,
    releases: {
      releases: [
        release(3, 'canary', 'verified'),
        release(2, 'blue-green', 'complete'),
        release(1, 'rolling', 'verified'),
      ],
      live: 3,
      pods: known(structuredClone(ownPods)),
      registry: known(new Map([['shop', ['linux/amd64', 'linux/arm64']]])),
      decisions: new Map([
        [3, { strategy: { kind: 'canary' }, ticks: [{ traffic: { canary: 25, total: 100 } }] }],
        [2, { strategy: { kind: 'blue-green' }, ticks: [{}, { traffic: requests }, { traffic: requests }] }],
      ]),
      endpoints: known(new Set(ownPods.map(({ metadata }) => metadata?.name))),
    },
    recovery: {
      stores: ['near', 'other'].map(repository => ({
        ...{ repository, manifest: structuredClone(manifest) },
        sets: [now - 3_600_000, now - 25 * 3_600_000],
      })),
      drills: rehearsed.map(each => drill(each, 1)),
      schedule: [{ database: 'shop', rows: [{ kind: 'covered', sentence: 'node: covered' }] }],
      ...{ images: [image], namespace: 'shop' },
    },
    alerting: {
      dashboards: new Map([['slipway-shop-dashboard-service', true]]),
      silences: known([{ startsAt: at, status: { state: 'expired' } }]),
    },
    monitor: {
      ...{
        app: 'shop',
        environment: 'production',
        release: 3,
        at: now,
        verdict: 'healthy',
        reasons: [],
        notes: [],
      },
      readings: {
        comparisons: [
          ...['requests', 'latency-p95', 'cpu', 'memory', 'network', 'disk', 'connections', 'cache-hits'].map(
            each => signal(each),
          ),
          signal('cost', 'business'),
        ],
        objectives: [{ objective: 'availability', allowed: 0.001, before: 0, after: 0, bad: 0, budget: 1 }],
        targets: ['pods', 'node', 'postgres', 'redis'].map(name => ({ name, up: 1, down: [] })),
        ...{ alerts: [], standbys: [{ lag: 1000, promised: 1, within: 1 }], hasRules: true, failures: [] },
      },
    },
    documents: {
      ...Object.fromEntries(
        Object.entries(others).map(([path, assessments]) => [
          path,
          {
            schema: 1,
            app: 'shop',
            environment: 'production',
            at,
            assessments: structuredClone(assessments),
          },
        ]),
      ),
      'policy.json': policy('dockerfiles', { managers: ['npm', 'pip'] }),
      'policy-images.json': policy('images', { digest }),
      'plan.json': step('plan', { verdict: 'pass' }, { environment: 'production' }),
      'build.json': step('build', {
        ...{ images: JSON.stringify({ shop: digest }), tags: '["1.0.0"]' },
        steps: JSON.stringify({ shop: { total: 9, cached: 7 } }),
      }),
      'test.json': step('test', { verdict: 'pass', passed: '120', failed: '0' }),
      'scan.json': step('scan', { app: 'shop', verdict: 'pass', images: JSON.stringify({ shop: digest }) }),
      'stale.json': step('stale', {
        stale: 'false',
        images: JSON.stringify({ shop: { digest, base: 'node', stale: false } }),
      }),
      'restore.json': step(
        'restore',
        { proved: 'L4', reason: '' },
        { environment: 'production', masking: 'masking.txt' },
      ),
      'audit.json': step(
        'audit',
        { head: 'a'.repeat(64), 'pending-since': '', 'head-compared': 'true', reason: '' },
        { environment: 'production', operation: 'verify' },
      ),
      'replication.json': step(
        'replication',
        {
          ...{ verdict: 'pass', standbys: '["db-1 streams"]', reason: '' },
          replicates: '{"streaming": 1, "apart": 1, "synchronous": 1, "allWait": true, "archiving": true}',
          tables: '[{"table": "items", "replica": "db-1", "verdict": "equal", "sentence": "equal"}]',
        },
        { environment: 'production', database: '' },
      ),
      'logs.json': step('logs', {
        ...{ verdict: 'pass', reason: '' },
        checks: JSON.stringify(
          ['structure', 'arrival', 'leaks', 'retention'].map(name => ({
            check: name,
            verdict: 'pass',
            reason: 'good',
            findings: [],
            ...(name === 'structure' ? { lines: 900 } : {}),
            ...(name === 'retention' ? { deleted: { verdict: 'pass', reason: 'old lines are gone' } } : {}),
          })),
        ),
      }),
      ...Object.fromEntries(
        ['critical', 'warning', 'info'].map(severity => [
          `alerts-${severity}.json`,
          step('alerts', { state: 'delivered', reason: '' }, { operation: 'test', severity }),
        ]),
      ),
      // A test of security events says nothing about receivers.
      'alerts-security-events.json': step(
        'alerts',
        {
          state: 'delivered',
          reason: '',
          hops: JSON.stringify(
            ['logins', 'permissions', 'data', 'behavior'].map(kind => ({ name: `${kind}-metric` })),
          ),
        },
        { operation: 'security-events', severity: 'info' },
      ),
      'alerts-rollback.json': step(
        'alerts',
        { state: 'would-roll-back', reason: '' },
        { operation: 'rollback' },
      ),
      'verify.json': step(
        'verify',
        {
          ...{ verdict: 'pass', release: '3', reason: '' },
          checks: JSON.stringify([
            ...['GET /', 'GET /api/items', 'GET /login', 'GET /api/settings as customer'].map(title =>
              check('checks', title),
            ),
            ...[
              cell('none', 401),
              cell('customer', 200),
              cell('forged', 401),
              cell('web', 200),
              cell('tampered', 401),
            ],
            ...[cell('partner', 200), cell('former', 401), cell('lapsed', 401)],
            cell('customer', 403, 'GET /api/admin'),
            check('revoked', 'GET /api/admin as partner after DELETE /api/members/7 as customer'),
            ...['a', 'b', 'c'].map((zone, n) =>
              check('addresses', `GET / at the address zone-${zone} (192.0.2.${n}:8443)`),
            ),
            ...['certificate', 'HSTS'].map(what => check('tls', `the ${what} of the address shop`)),
            check('page', 'the page /'),
            ...['database', 'cache', 'storage', 'auth'].map(to =>
              check('dependencies', `the dependency ${to}`, { edge: { from: 'shop', to, needs: [] } }),
            ),
          ]),
        },
        { environment: 'production' },
      ),
    },
  };
}

/** Judges all of it. @param order turns the sources around. */
export function reportOf(evidence: Evidence, order: <T>(all: T[]) => T[] = all => all): ConformanceReport {
  const { releases, recovery, live, documents, alerting, version, monitor } = evidence;
  const counts = 7 * day;
  const own = (of: string, assessments: readonly RequirementAssessment[]): SourceEvidence => ({
    of,
    at: now,
    counts,
    assessments,
  });
  const written = (all: Judgements, what: string) => assessmentsFrom(all, what, 'shop', now);
  const reading = {
    ...{ config, configPath: 'slipway.yml', environmentName: 'production', environment, counts },
    live: evidence.unknownLive ?? {
      release: releases.live,
      images: releases.releases[0]?.record.images ?? {},
    },
  };
  const read = Object.entries(documents).map(([path, value]) =>
    readDocument(path, JSON.stringify(value), reading),
  );
  for (const each of read) if ('problem' in each) throw new Error(each.problem);
  const drills = [
    ...recovery.drills.map(each => ({ ...each, of: 'the store of near' })),
    ...read.flatMap(each => ('drill' in each ? [each.drill] : [])),
  ];
  const isOwn = evidence.files === ownFiles && live === ownLive;
  const assessments = isOwn ? ownAssessments : judged(evidence.files, live);
  const trivy = { ...given('I5', 'trivy', 'trivy finds nothing'), level: 'info' } as RequirementAssessment;
  const shown = [
    own('assess', [...assessments, trivy]),
    own(
      'application',
      written(
        judgeApplication(manifestsIn(evidence.files), live, { version, newest: newestPolicy }),
        'manifests',
      ),
    ),
    own('releases', written(judgeReleases(releases as ReleaseEvidence, config, 'production'), 'records')),
    own('monitor', written(judgeMonitoring(monitor, environment.monitoring), 'Prometheus')),
    own('alerting', written(judgeAlerting(alerting, now), 'Alertmanager')),
    own(
      'recovery',
      written(judgeRecovery({ ...recovery, drills } as RecoveryEvidence, environment.recovery!, now), 'sets'),
    ),
    ...read.flatMap(each => ('shown' in each ? [each.shown] : [])),
  ];
  return conformanceReport({
    ...{ app: 'shop', environment: 'production', by: 'slipway 0.0.0', notes: [], failedSources: {}, now },
    shown: order(shown.map(each => ({ ...each, assessments: order([...each.assessments]) }))),
  });
}

export const statusOf = (report: ConformanceReport, id: string) =>
  report.requirements.find(each => each.id === id)!;
