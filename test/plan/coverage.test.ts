import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/cluster/manifests.ts';
import { gateSchema } from '../../src/config/gate.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import { gapsOf, validate } from '../../src/plan/coverage.ts';
import { liveImages } from '../../src/plan/images.ts';
import {
  config,
  configMap,
  deployment,
  environment,
  manifest,
  production,
  secret,
  template,
} from '../release/objects.ts';
import { wording } from '../wording.ts';

const probe = { httpGet: { port: 80 } };
const container = { name: 'shop', image: 'ghcr.io/acme/shop', readinessProbe: probe };
const running = (spec: object = {}, more: object = {}) =>
  manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'shop' } },
      template: template('', { containers: [container], ...spec }),
      ...more,
    },
  });
const budget = manifest({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'shop' },
  spec: { selector: { matchLabels: { app: 'shop' } } },
});
const checked = (check: object) =>
  environment({
    verify: { from: 'service', checks: [{ get: '/ready', status: 200, 'retry-for': 1, ...check }] },
  } as Partial<Environment>);
const whole = checked({ type: 'application/json' });
const gaps = (manifests: Manifest[], place = whole, live?: string[], autoscaled?: boolean) =>
  gapsOf(config, place, manifests, live, autoscaled).map(({ gap }) => gap.split(':')[0]);
const never = wording();

describe('what a release does not cover', () => {
  it('is only the gate, when everything else is there', () => {
    expect(gaps([running(), budget])).toEqual([never]);
  });

  it('is a worker, and one without a probe', () => {
    const workers = [{ kind: 'Deployment' as const, name: 'shop-worker' }];
    const labels = { app: 'shop-worker' };
    const worker = (spec: object, more: object = {}) =>
      manifest({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'shop-worker' },
        spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec }, ...more },
      });
    const probed = { containers: [container] };
    const blind = { containers: [{ name: 'worker', image: container.image }] };
    const follows = wording('Deployment/shop-worker');
    const unwatched = wording('Deployment/shop-worker', 'readinessProbe');
    const found = (each: Manifest) => gaps([running(), budget, each], { ...whole, workers });
    expect(found(worker(probed))).toEqual([follows, never]);
    expect(found(worker(blind))).toEqual([follows, unwatched, never]);
    expect(found(worker(blind, { minReadySeconds: 30 }))).toEqual([follows, never]);
  });

  it('is the next run of a CronJob', () => {
    const workers = [{ kind: 'CronJob' as const, name: 'report' }];
    const spec = { jobTemplate: { spec: { template: { spec: { containers: [container] } } } } };
    const report = manifest({ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'report' }, spec });
    expect(gaps([running(), budget, report], { ...whole, workers })).toEqual([
      wording('CronJob/report'),
      never,
    ]);
  });

  it('has no replicas of a DaemonSet, and no canary as a remedy', () => {
    const daemons = { ...whole, workload: { kind: 'DaemonSet' as const, name: 'shop' } };
    const all = running();
    const found = gapsOf(config, daemons, [{ ...all, object: { ...all.object, kind: 'DaemonSet' } }]);
    expect(found.map(({ gap }) => gap.split(':')[0])).toEqual([never]);
    expect(found[0]?.remedy).toEqual(wording());
  });

  it('is what the gate does not compare, by strategy', () => {
    const canary = strategySchema.parse({ canary: { watchdog: 'off' } });
    const gate = (dryRun: boolean) =>
      gateSchema.parse({
        prometheus: { url: 'https://prometheus.example.com' },
        metrics: [{ name: 'errors', total: 'a', bad: 'b', 'dry-run': dryRun }],
      });
    const judged = (changes: object) => gaps([running(), budget], { ...whole, ...changes } as Environment);
    expect(judged({ strategy: canary, gate: gate(false) })).toEqual([]);
    expect(judged({ strategy: canary, gate: gate(true) })).toEqual([wording()]);
    const blueGreen = strategySchema.parse({ 'blue-green': { watchdog: 'off' } });
    expect(judged({ strategy: blueGreen, gate: gate(false) })[0]).toEqual(wording());
  });

  const { verify: _verify, ...unverified } = production;
  it.each<[string, Manifest[], Environment, string]>([
    ['no checks', [running(), budget], unverified, wording()],
    ['a check of the status alone', [running(), budget], checked({}), wording('/ready')],
    [
      'a container without a readiness probe',
      [running({ containers: [container, { name: 'sidecar', image: 'x@sha256:1' }] }), budget],
      whole,
      wording('sidecar'),
    ],
    ['one replica, which needs no budget', [running({}, { replicas: 1 })], whole, wording()],
    [
      'a strategy that stops everything',
      [running({}, { strategy: { type: 'Recreate' } }), budget],
      whole,
      wording(),
    ],
    ['pods that draining may take all at once', [running()], whole, wording()],
    [
      'a budget for other pods',
      [
        running(),
        manifest({
          kind: 'PodDisruptionBudget',
          metadata: { name: 'x' },
          spec: { selector: { matchLabels: { app: 'x' } } },
        }),
      ],
      whole,
      wording(),
    ],
    [
      'configuration of others',
      [running({ volumes: [{ name: 'v', secret: { secretName: 'certificate' } }] }), budget],
      whole,
      wording('Secret/certificate'),
    ],
  ])('includes: %s', (_, manifests, place, expected) => {
    expect(gaps(manifests, place)).toEqual([expected, never]);
  });

  it('includes a Service that is not in the manifests, without a cluster', () => {
    const [first] = validate(config, { ...whole, service: 'web' }, [running(), budget]);
    expect(first?.gap).toEqual(wording('Service/web'));
    const service = manifest({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } });
    expect(validate(config, { ...whole, service: 'web' }, [running(), budget, service])).toHaveLength(1);
  });

  it('includes images by tag, whose content a rollback does not restore', () => {
    const tagged = running({ initContainers: [{ name: 'init', image: 'docker.io/library/busybox:1' }] });
    expect(gapsOf(config, whole, [tagged, budget])[0]?.gap).toEqual(
      wording('docker.io/library/busybox:1', 'Deployment/shop', 'slipway.yml'),
    );
    const job = manifest({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'nightly' },
      spec: { jobTemplate: { spec: { template: template('job:1') } } },
    });
    expect(gapsOf(config, whole, [running(), budget, job])[0]?.gap).toEqual(
      wording('job:1', 'CronJob/nightly'),
    );
  });

  it('has no single replica when an autoscaler sets the number', () => {
    expect(gaps([running({}, { replicas: 1 }), budget], whole, [], true)).toEqual([never]);
  });

  it('includes configuration in the manifests only when it stays live', () => {
    const reading = running({
      containers: [
        {
          ...container,
          envFrom: [{ configMapRef: { name: 'conf' } }],
          env: [{ name: 'K', valueFrom: { secretKeyRef: { name: 'key', key: 'k' } } }],
        },
      ],
    });
    const all = [reading, budget, configMap('conf', {}), secret('key', {})];
    expect(gaps(all)).toEqual([never]);
    expect(gaps(all, whole, ['Secret/key'])).toEqual(['Secret/key stays live', never]);
    expect(gaps(all, { ...whole, unversioned: ['ConfigMap/conf'] } as Environment)).toEqual([
      'ConfigMap/conf stays live',
      never,
    ]);
  });
});

describe('the images that are kept', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const living = (image: string) => deployment({ spec: { template: template(image) } });
  it.each([
    [
      'by their digest',
      living(`ghcr.io/acme/shop@${digest}`),
      { shop: { repository: 'ghcr.io/acme/shop', digest } },
    ],
    [
      'with a tag beside it',
      living(`ghcr.io/acme/shop:1@${digest}`),
      { shop: { repository: 'ghcr.io/acme/shop', digest } },
    ],
    ['not by a tag alone', living('ghcr.io/acme/shop:1'), {}],
    ['not of another repository', living(`ghcr.io/acme/other@${digest}`), {}],
  ])('live %s', (_, live, expected) => {
    expect(liveImages(config.images, [live as never])).toEqual(expected);
  });
});
