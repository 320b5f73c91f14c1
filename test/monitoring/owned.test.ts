import { describe, expect, it } from 'vitest';
import { parseManifests } from '../../src/cluster/manifests.ts';
import { podNames } from '../../src/monitoring/owned.ts';
import { ruleGroups } from '../../src/monitoring/rules/rules.ts';
import { recovered, shop } from './subjects.ts';

/** The alerts of the shop, in a namespace that it shares with another application. */
const alerts = (text: string, more: object = {}) =>
  ruleGroups(shop({}, more, parseManifests(text, 'shop.yaml'))).flatMap(({ rules }) =>
    rules.flatMap(rule => ('alert' in rule ? rule : [])),
  );
const expression = (name: string, text: string, more: object = {}) =>
  alerts(text, more).find(({ alert }) => alert === name)?.expr ?? '';

/** Returns which values of a label an expression selects. */
const selected = (label: string, expr: string, values: readonly string[]) => {
  const patterns = [...expr.matchAll(new RegExp(`${label}=~("(?:[^"\\\\]|\\\\.)*")`, 'g'))];
  return values.filter(value =>
    patterns.some(([, text = '""']) => new RegExp(`^(?:${JSON.parse(text)})$`).test(value)),
  );
};

const volumes = (text: string, names: readonly string[], more: object = {}) =>
  selected('persistentvolumeclaim', expression('SlipwayVolumeAlmostFull', text, more), names);
const certificates = (text: string, names: readonly string[]) =>
  selected('name', expression('SlipwayCertificateExpires', text), names);

const pod = (volume: string) => `
spec:
  template:
    spec:
      volumes: [${volume}]
      containers: [{name: a, image: b}]
`;

describe('the alert for a full PVC is about those of the application', () => {
  it.each([
    [
      'the template of a StatefulSet',
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {volumeClaimTemplates: [{metadata: {name: data}}]}',
      ['data-db-0', 'data-db-12'],
    ],
    [
      'a volume of a Deployment',
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}${pod('{name: a, persistentVolumeClaim: {claimName: uploads}}')}`,
      ['uploads'],
    ],
    [
      'a generic ephemeral volume, which has the name of its pod',
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}${pod('{name: cache, ephemeral: {volumeClaimTemplate: {spec: {}}}}')}`,
      ['shop-6d4cf56db6-x2x7k-cache'],
    ],
    ['its own PVC', 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: uploads}', ['uploads']],
  ])('%s', (_, text, own) => {
    const others = [
      'data-other-db-0',
      'data-db-x',
      'data-db',
      'uploads-2',
      'cache',
      'cart-6d4cf56db6-x2x7k-cache',
    ];
    expect(volumes(text, [...own, ...others])).toEqual(own);
  });

  it('also where slipway.yml alone names them', () => {
    const none = 'apiVersion: v1\nkind: Service\nmetadata: {name: shop}';
    const recovery = {
      ...recovered,
      volumes: { uploads: { 'not-needed': 'a copy' }, 'files-web': { 'not-needed': 'a copy' } },
    };
    expect(volumes(none, ['uploads', 'files-web-0', 'data-db-0', 'cart'], { recovery })).toEqual([
      ...['uploads', 'files-web-0', 'data-db-0'],
    ]);
    expect(expression('SlipwayVolumeFillsUp', none)).toBe('');
  });
});

describe('the alert for a certificate that expires is about those of the application', () => {
  const spec = (kind: string, text: string) =>
    `apiVersion: x/v1\nkind: ${kind}\nmetadata: {name: shop}\nspec: ${text}`;

  it.each([
    ['an Ingress', spec('Ingress', '{tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}')],
    ['a Gateway', spec('Gateway', '{listeners: [{tls: {certificateRefs: [{name: shop-tls}]}}]}')],
    ['an HTTPProxy', spec('HTTPProxy', '{virtualhost: {tls: {secretName: certs/shop-tls}}}')],
    ['a Certificate', spec('Certificate', '{secretName: x}').replace('name: shop}', 'name: shop-tls}')],
    [
      'a pod that serves TLS',
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}${pod('{name: a, secret: {secretName: shop-tls}}')}`,
    ],
  ])('%s', (_, text) => {
    expect(certificates(text, ['shop-tls', 'cart-tls', 'shop-tls-2'])).toEqual(['shop-tls']);
  });

  it('and its hosts, as blackbox_exporter probes them', () => {
    const probed = (text: string, more: object = {}) =>
      selected('instance', expression('SlipwayCertificateExpiresSoon', text, more), [
        ...['https://shop.example.com/health', 'shop.example.com:443', 'https://eu-shop.example.com/'],
        ...['https://shop.example.com.evil.test/', 'https://other.example.com/?of=shop.example.com'],
      ]);
    const own = ['https://shop.example.com/health', 'shop.example.com:443'];
    expect(probed(spec('Ingress', '{rules: [{host: shop.example.com}]}'))).toEqual(own);
    expect(probed(spec('HTTPRoute', '{hostnames: [shop.example.com, "*.example.com"]}'))).toEqual(own);
    expect(
      probed(spec('Service', '{}'), {
        verify: { url: 'https://shop.example.com/health', checks: [{ get: '/health' }] },
      }),
    ).toEqual(own);
    expect(probed(spec('Service', '{}'))).toEqual([]);
  });

  it('is left out where nothing names a certificate', () => {
    expect(alerts(spec('Service', '{}')).filter(({ alert }) => alert.includes('Certificate'))).toEqual([]);
  });
});

it('the pods of a Deployment are not those of a workload with a longer name', () => {
  const own = new RegExp(`^(?:${podNames.Deployment('shop')})$`);
  const names = ['shop-6d4cf56db6-x2x7k', 'shop-canary-6d4cf56db6-x2x7k', 'shop-67dcb-x2x7k'];
  const others = ['shop-gc-x2k4p', 'shop-http-x2k4p', 'shop-db-6d4cf56db6-x2x7k', 'shop-api-x2x7k', 'shop-0'];
  expect([...names, ...others].filter(name => own.test(name))).toEqual(names);
});

describe('the pods of a Deployment with a long name', () => {
  /** As Kubernetes names them: see `GenerateName` in k8s.io/apiserver. */
  const podOf = (deployment: string, hash: string) => `${`${deployment}-${hash}-`.slice(0, 58)}x2x7k`;
  const hashes = ['6d4cf', '6d4cf56d', '6d4cf56db', '6d4cf56db6'];

  it.each(Array.from({ length: 25 }, (_, index) => 39 + index))('of %i characters', length => {
    const name = `shop.eu-${'a'.repeat(length - 8)}`;
    const own = new RegExp(`^(?:${podNames.Deployment(name)})$`);
    const pods = [name, `${name}-canary`].flatMap(each => hashes.map(hash => podOf(each, hash)));
    expect(pods.filter(pod => !own.test(pod))).toEqual([]);
    const others = [`${name.replace('.', '-')}`, `b${name.slice(1)}`];
    const foreign = [...others.map(each => podOf(each, '6d4cf56db6')), `${name}-0`, `${name}-api-x2x7k`];
    expect(foreign.filter(pod => own.test(pod))).toEqual([]);
  });

  it('of 39 characters are matched as those with a short name', () => {
    expect(podNames.Deployment('a'.repeat(39))).not.toContain('|');
  });
});
