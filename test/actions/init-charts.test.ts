import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { folderWith, helmFolder } from '../cluster/charts.ts';
import { type Checkout, checkout } from '../setup/checkout.ts';
import { wording } from '../wording.ts';

let at: Checkout;
const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
  vi.unstubAllEnvs();
  at.close();
});

const init = (...more: string[]) => at.slipway('init', '--folder', at.folder, ...more);
const config = () => parse(at.read('slipway.yml'));
const lines = (err: string) => err.split('\n');

const template = `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }} }
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:
        - name: shop
          image: "{{ .Values.image.repository }}:{{ .Chart.AppVersion }}"
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /healthz, port: http } }
---
apiVersion: v1
kind: Service
metadata: { name: {{ .Release.Name }}-web }
spec:
  selector: { app: shop }
  ports: [{ port: 80, targetPort: http }]
`;
const migration = `apiVersion: batch/v1
kind: Job
metadata: { name: migrate, annotations: { helm.sh/hook: 'pre-install,pre-upgrade' } }
spec: { template: { spec: { containers: [{ name: a, image: ghcr.io/acme/shop }], restartPolicy: Never } } }
`;
const chart = (folder: string, name = 'shop') => ({
  [`${folder}Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nappVersion: 2.1.0\n`,
  [`${folder}values.yaml`]: 'replicas: 1\nimage: { repository: ghcr.io/acme/shop }\n',
  [`${folder}templates/shop.yaml`]: template,
});
const shop = {
  'package.json': '{"main":"server.js"}',
  'server.js': '',
  Dockerfile: 'FROM node:24-trixie-slim\nCOPY server.js ./\nUSER 1000\nCMD ["node", "server.js"]\n',
};
const production = () => config().environments.production;

describe.skipIf(helmFolder === undefined)('a Helm chart without other manifests', () => {
  beforeEach(() => {
    process.env.PATH = `${helmFolder}:${path}`;
  });

  it('becomes the entry of manifests, with the values of the environment, and is rendered for the rest', async () => {
    at = checkout({
      ...{ ...shop, ...chart('charts/shop/') },
      'charts/shop/values-production.yaml': 'replicas: 3\nimage: { repository: registry.example.com/shop }\n',
    });
    const { code, outputs } = await init();
    expect(code).toBe(0);
    expect(config()).toMatchObject({
      images: { shop: { repository: 'registry.example.com/shop' } },
      environments: {
        production: {
          manifests: [{ helm: 'charts/shop', values: ['charts/shop/values-production.yaml'] }],
          ...{ namespace: 'shop', workload: 'Deployment/shop', service: 'shop-web' },
          verify: { checks: [{ get: '/healthz', status: 200 }] },
        },
      },
    });
    expect(JSON.parse(outputs.kept ?? '')).toContain('charts/shop');
    expect(at.has('deploy')).toBe(false);
    const { code: planned, outputs: plan } = await at.slipway('plan', '--config', `${at.folder}/slipway.yml`);
    expect([planned, plan.verdict]).toEqual([0, 'pass']);
    const again = await init();
    expect(again.outputs.written).toBe('[]');
    expect(JSON.parse(again.outputs.kept ?? '')).toContain('charts/shop');
  });

  it.each([
    ['staging', 'values.staging.yaml'],
    ['staging', 'values/staging.yml'],
    ['production', 'values-prod.yaml'],
  ])('has for %s the values of %s', async (environment, file) => {
    at = checkout({ ...shop, ...chart('helm/'), [`helm/${file}`]: '', 'helm/values-eu.yaml': '' });
    await init('--environment', environment);
    expect(config().environments[environment].manifests).toEqual([
      { helm: 'helm', values: [`helm/${file}`] },
    ]);
  });

  it('is rendered for the namespace of the input, or the one that its objects name', async () => {
    at = checkout({
      ...shop,
      ...chart(''),
      'charts/redis/Chart.yaml': 'apiVersion: v2\nname: redis\nversion: 1.0.0\n',
    });
    const { err: said } = await init('--namespace', 'store');
    expect(said).not.toContain('left out');
    expect(production()).toMatchObject({ namespace: 'store', manifests: [{ helm: '.' }] });
    at.close();
    const fixed = template.replaceAll('{{ .Release.Namespace }}', 'fixed');
    at = checkout({ ...shop, ...chart(''), 'templates/shop.yaml': fixed });
    const { err } = await init();
    expect(production().namespace).toBe('fixed');
    expect(err).not.toContain('slipway plan refuses');
  });

  it('gets the values of the input, which slipway.yml keeps', async () => {
    const needed = `{{ if not .Values.plain }}{{ required "name a host" .Values.host }}{{ end }}`;
    at = checkout({ ...shop, ...chart('helm/'), 'helm/templates/x.yaml': needed });
    const { code, err } = await init();
    expect([code, at.has('slipway.yml')]).toEqual([1, false]);
    expect(err).toContain('. Or run slipway init with --set NAME=VALUE or --manifests new.');
    expect((await init('--set', 'plain')).err.split('\n')).toContainEqual(wording('plain', '--set'));
    await init('--set', 'plain=true,replicas=4,image.repository=ghcr.io/acme/other');
    expect(production().manifests).toEqual([
      { helm: 'helm', set: { plain: true, replicas: 4, 'image.repository': 'ghcr.io/acme/other' } },
    ]);
    expect(config().images).toMatchObject({ shop: { repository: 'ghcr.io/acme/other' } });
    expect((await at.slipway('plan', '--config', `${at.folder}/slipway.yml`)).code).toBe(0);
  });

  it('may have hooks, which get the permissions that they need', async () => {
    at = checkout({ ...shop, ...chart('charts/shop/'), 'charts/shop/templates/migrate.yaml': migration });
    const { code, err } = await init();
    expect(code).toBe(0);
    expect(lines(err)).toContainEqual(wording('Job/migrate', 'pre hook'));
    expect(at.read('slipway-rbac.yaml')).toContain('- jobs\n');
    const doctor = await at.slipway('doctor', '--config', `${at.folder}/slipway.yml`);
    expect(JSON.parse(doctor.outputs.missing ?? '')).toEqual([]);
  });

  it('is the one of the application among several, without charts of other charts, libraries and examples', async () => {
    at = checkout({
      ...{ ...shop, ...chart('charts/shop/'), ...chart('charts/api/', 'api') },
      ...chart('charts/shop/charts/redis/', 'redis'),
      'charts/shop/charts/redis/templates/shop.yaml': '',
      'charts/common/Chart.yaml': 'apiVersion: v2\nname: common\nversion: 1.0.0\ntype: library\n',
      'examples/chart/Chart.yaml': '',
    });
    const { err } = await init();
    expect(production().manifests).toEqual([{ helm: 'charts/shop' }]);
    expect(lines(err)).toContainEqual(wording('charts/api'));
    expect(err).not.toMatch(/charts\/common|examples|redis/);
  });

  it('is not looked at beside plain manifests', async () => {
    const plain = template
      .replace(/\{\{.*AppVersion \}\}/, 'ghcr.io/acme/shop')
      .replace('.Values.replicas', '');
    at = checkout({
      ...{ ...shop, ...chart('charts/shop/') },
      'k8s/shop.yaml': plain.replace(/\{\{ *\}\}/, '2').replaceAll(/\{\{ \.Release\.\w+ \}\}/g, 'shop'),
    });
    await init();
    expect(production().manifests).toEqual(['k8s/']);
  });

  it.each<[string, Record<string, string>, ...string[]]>([
    [
      'that lacks its dependencies',
      {
        'charts/shop/Chart.yaml':
          'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{name: redis, version: 1.0.0, repository: "https://charts.example.com"}]\n',
      },
      'helm dependency build charts/shop',
    ],
    ['that fails', { 'charts/shop/templates/x.yaml': '{{ fail "no password" }}' }, 'no password'],
    [
      'whose hook a release cannot run',
      { 'charts/shop/templates/x.yaml': migration.replace(',pre-upgrade', '') },
      'pre-install',
    ],
  ])('%s is an error, and nothing is written', async (_, files, ...said) => {
    at = checkout({ ...shop, ...chart('charts/shop/'), ...files });
    const { code, err } = await init();
    expect([code, at.has('slipway.yml')]).toEqual([1, false]);
    expect(lines(err)).toContainEqual(wording(...said));
  });
});

it('a chart is an error where Helm can neither be found nor be downloaded', async () => {
  at = checkout({ ...shop, ...chart('charts/shop/') });
  const old = await folderWith({ helm: '#!/bin/sh\necho v3.18.4\n' });
  process.env.PATH = `${old}:${path}`;
  vi.stubEnv('SLIPWAY_TOOL_MIRRORS', 'http://127.0.0.1:65535');
  vi.stubEnv('RUNNER_TOOL_CACHE', join(old, 'cache'));
  const { code, err } = await init();
  expect([code, at.has('slipway.yml')]).toEqual([1, false]);
  expect(lines(err)).toContainEqual(wording('helm 4.3.0'));
});
