import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/contents.ts';
import { metricGateOf } from '../../../src/config/gate.ts';
import { environmentOf } from '../../../src/config/load.ts';
import type { Environment } from '../../../src/config/types.ts';
import {
  recordedEnvironment,
  requireOneEnvironment,
} from '../../../src/release/store/recorded-environment.ts';
import { wording } from '../../wording.ts';
import { environment, release, sentence } from '../objects.ts';

const production = (changes: string) => `app: shop
images: { shop: { repository: ghcr.io/acme/shop } }
environments:
  production: { namespace: shop, workload: Deployment/shop, service: shop, route: HTTPRoute/shop, ${changes.includes('manifests') ? changes : `manifests: [deploy/], ${changes}`} }
`;
const configOf = (changes: string) => parseConfig(production(changes), 'slipway.yml');
const environmentIn = (changes: string) => environmentOf(configOf(changes), 'production');

const metrics =
  'metrics: [{ name: errors, total: requests_total, bad: "requests_total{code=~\\"5..\\"}", max: 2.5% }]';
const gateAt = (prometheus: string) => `gate: { prometheus: ${prometheus}, ${metrics}, tick: 5s }`;
const ofToday = gateAt('{ service: monitoring/prometheus:9090 }');
const elsewhere = gateAt('{ url: "https://evil.example.com", token: ACTIONS_ID_TOKEN_REQUEST_TOKEN }');
const canary =
  'strategy: { canary: { steps: [5%, 12.5%], bake: { for: 90s }, watchdog: { image: "curl:8" } } }';
const rest =
  'hooks: { pre: { job: hooks/migrate.yaml }, post: { run: "true" } }, workers: [CronJob/report], unversioned: [ConfigMap/flags], reversible: false';

const today = environmentIn('strategy: { rolling: {} }');
const recorded = (config: unknown, now: Environment = today, name = 'production') =>
  recordedEnvironment(release(1, {}, { config: JSON.parse(JSON.stringify(config)) }).record, name, now);

describe('the environment that a release was made in', () => {
  it.each([
    ['rolling', 'strategy: { rolling: { deadline: 7m } }'],
    ['canary', `${canary}, ${ofToday}, ${rest}`],
    ['blue-green', 'strategy: { blue-green: { watch: 3m, preview: { header: X-Preview, value: "1" } } }'],
    [
      'histogram',
      `${canary}, gate: { prometheus: { service: m/p:9090 }, metrics: [{ name: t, histogram: h, slow: [0.3] }] }`,
    ],
    [
      'checks as a gate',
      `${canary.replace('[5%, 12.5%]', '[5%, pause: 10m, approve, 12.5%]')}, gate: checks, verify: { checks: [{ get: /ready }] }`,
    ],
    [
      'log lines',
      `${canary}, gate: { prometheus: { service: m/p:9090 }, metrics: [{ name: e, total: t, logs: [error] }] }, monitoring: { logs: { loki: true, service: l/l:3100 } }`,
    ],
    [
      'charts',
      'hooks: { pre: { job: "oci://r.example.com/c/shop/templates/a.yaml" } }, take-over: { helm: shop }, manifests: [{ helm: "oci://r.example.com/c/shop", version: 1.0.0, values: [a.yaml], set: { a.b: 1 } }, { helm: charts/b }]',
    ],
    [
      'acceptance',
      'verify: { url: "https://shop.example.com", checks: [{ get: /a, as: me, faster-than: 300ms, times: 9 }, { request: POST /b, send: { json: { a: [1] } } }], identities: { me: { bearer: TOKEN } }, matrix: [{ request: DELETE /c, expect: { none: 401 } }], revoked: [{ get: /d, as: me, revoke: { request: PUT /e } }], tls: {}, page: { get: / }, dependencies: { image: "busybox:1", edges: { db: { tcp: "db:5432" } } } }',
    ],
    ['verification', 'verify: { checks: [{ get: /ready, status: 204, retry-for: 3s }] }'],
  ])('is exactly what slipway.yml said then: %s', (_, changes) => {
    const made = configOf(changes);
    const now = { ...environmentIn(changes), manifests: ['now/'] };
    const { monitoring, ...kept } = environmentOf(made, 'production');
    expect(recorded(made, now)).toEqual(kept);
    expect(monitoring === undefined).toBe(!changes.includes('logs'));
  });

  it('takes over objects of Helm only as slipway.yml allows today', () => {
    const forged = configOf('take-over: { helm: web }');
    expect(recorded(forged)['take-over']).toBeUndefined();
    expect(recorded(forged, environmentIn('take-over: { helm: shop }'))['take-over']).toEqual({
      helm: 'shop',
    });
  });

  it('security 13: uses the Prometheus of today, and none if today has no gate', () => {
    const forged = configOf(`${canary}, ${elsewhere}`);
    const { prometheus } = metricGateOf(environmentIn(ofToday))!;
    expect(recorded(forged, environmentIn(ofToday)).gate).toMatchObject({ prometheus, tick: 5000 });
    expect(recorded(forged).gate).toBeUndefined();
  });

  it('security 13: is not judged by checks alone because its record says so, nor by metrics that today does not have', () => {
    const checked = `${canary}, gate: checks, verify: { checks: [{ get: /ready }] }`;
    const measured = `${canary}, ${ofToday}`;
    expect(recorded(configOf(checked), environmentIn(measured)).gate).toBeUndefined();
    expect(recorded(configOf(measured), environmentIn(checked)).gate).toBeUndefined();
    expect(recorded(configOf(checked), environmentIn(checked)).gate).toBe('checks');
  });

  it('is verified at the address of today', () => {
    const inside = 'verify: { url: "http://169.254.169.254/", checks: [{ get: / }] }';
    const outside = 'verify: { url: "https://shop.example.com", checks: [{ get: /ready }] }';
    const made = configOf(inside);
    expect(recorded(made, environmentIn(outside)).verify?.url).toBe('https://shop.example.com');
    expect(recorded(made).verify).toEqual({ from: 'gateway', checks: environmentIn(inside).verify?.checks });
  });

  it('sends the identities of today, and asks for nothing but its checks', () => {
    const forged = configOf(
      'verify: { url: "https://evil.example.com", ca: EVIL, checks: [{ get: /then, as: me }, { get: /plain }], identities: { me: { header: { X-Key: ACTIONS_ID_TOKEN_REQUEST_TOKEN } } }, addresses: { evil: 203.0.113.7 }, dependencies: { image: "evil:1", edges: { a: { tcp: "a:1" } } } }',
    );
    const now =
      'verify: { url: "https://shop.example.com", checks: [{ get: /now }], identities: { me: { bearer: TOKEN } } }';
    expect(recorded(forged, environmentIn(now)).verify).toMatchObject({
      checks: [{ get: '/then', as: 'me' }, { get: '/plain' }],
      identities: { me: { bearer: 'TOKEN' } },
    });
    expect(JSON.stringify(recorded(forged, environmentIn(now)).verify)).not.toMatch(/EVIL|evil|ACTIONS/);
    expect(Object.keys(recorded(forged).verify ?? {}).sort()).toEqual(['checks', 'from']);
  });

  it('security 2: takes the repositories and the trust of today', () => {
    const made = configOf('repositories: { shop: evil.example.com/shop }, trust: { signed: false }');
    const now = 'trust: { attestations: [provenance] }';
    expect(recorded(made, environmentIn(now))).toMatchObject({ trust: environmentIn(now).trust });
    expect(recorded(made)).not.toHaveProperty('repositories');
    expect(recorded(made)).not.toHaveProperty('trust');
  });

  it('engine 9: has the gateway times of then, and the defaults in a record of an older version', () => {
    const made = configOf(`${canary}, ${ofToday}, gateway: { accept-timeout: 5m, arrival: 90s, drain: 1m }`);
    const { production: environment } = made.environments;
    const now = environmentIn(`${canary}, ${ofToday}, gateway: { drain: 5s }`);
    expect(recorded(made, now).gateway).toEqual({
      'accept-timeout': 300_000,
      arrival: 90_000,
      drain: 60_000,
    });
    const { gateway: _, ...before } = environment ?? {};
    const old = recorded({ ...made, environments: { production: before } }, now);
    expect(old).toMatchObject({ strategy: environment?.strategy, gateway: { drain: 3000 } });
  });

  it('is that of today when the release recorded none of that name, or there is no record', () => {
    expect(recorded(configOf(ofToday), today, 'staging')).toBe(today);
    expect(recordedEnvironment(undefined, 'production', today)).toBe(today);
  });

  it('is that of today when the release was made in another namespace', () => {
    expect(recorded(configOf(''), { ...today, namespace: 'elsewhere' })).toMatchObject({
      namespace: 'elsewhere',
    });
  });

  it('security 16: is that of today when the recorded one would be invalid in slipway.yml', () => {
    const made = JSON.parse(JSON.stringify(configOf(`${canary}, ${ofToday}, ${rest}`)));
    const { production: environment } = made.environments;
    const keys = [
      'manifests',
      'workload',
      'workers',
      'service',
      'route',
      'strategy',
      'gate',
      'hooks',
      'unversioned',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.oneof(
          fc.constantFrom(null, 7, '', [7], { kind: 'x' }, { kind: 'canary', steps: 'all' }),
          fc.jsonValue(),
        ),
        (key, value) => {
          const broken = { ...made, environments: { production: { ...environment, [key]: value } } };
          const found = recorded(broken);
          if (found !== today) expect(recorded({ environments: { production: found } })).toEqual(found);
        },
      ),
    );
    for (const config of [null, 7, 'x', [], {}, { environments: null }, { environments: { production: [] } }])
      expect(recorded(config)).toBe(today);
  });
});

describe('environments of one application in one namespace', () => {
  const shop = { kind: 'Deployment', name: 'shop' } as const;
  const staging = { kind: 'Deployment', name: 'shop-staging' } as const;
  /** A release to staging when slipway.yml had these environments. */
  const releaseTo = (
    environments: Record<string, Environment>,
    source: 'released' | 'observed' = 'released',
  ) => release(6, {}, { environment: 'staging', source, config: { ...configOf(''), environments } });
  const check = (made: ReturnType<typeof release>, environments: Record<string, Environment>) =>
    requireOneEnvironment([made], {
      config: { app: 'shop', environments },
      environment: environment({ workload: shop }),
    });
  const both = { production: environment(), staging: environment({ workload: staging }) };

  it.each([
    ['when both are in slipway.yml', both],
    ['when the other one was removed from slipway.yml', { production: environment() }],
  ])('cannot have different workloads, which would share the records, %s', async (_, now) => {
    expect(await sentence(async () => check(releaseTo(both), now))).toEqual(
      wording('namespace shop', 'staging', 'Deployment/shop-staging', 'slipway-shop-r6'),
    );
  });

  it.each([
    ['an environment was renamed', releaseTo({ staging: environment() }), { production: environment() }],
    ['its workload was renamed', releaseTo(both), { staging: environment() }],
    [
      'the other one is in another namespace',
      releaseTo({ staging: environment({ namespace: 'shop-staging', workload: staging }) }),
      both,
    ],
    ['the version was only adopted', releaseTo(both, 'observed'), both],
  ])('may be two in the records where %s', (_, made, now) => {
    expect(() => check(made, now)).not.toThrow();
  });
});
