import { expect, it } from 'vitest';
import { publicUrl } from '../../src/actions/public-url.ts';
import type { KubeObject } from '../../src/cluster/objects.ts';
import type { Environment } from '../../src/config/types.ts';

const route = (name: string, ...hostnames: unknown[]): KubeObject => ({
  kind: 'HTTPRoute',
  metadata: { name },
  spec: { hostnames },
});
const ingress = (host: unknown, service: string, tls?: unknown): KubeObject => ({
  kind: 'Ingress',
  metadata: { name: 'shop' },
  spec: { tls, rules: [{ host, http: { paths: [{ path: '/', backend: { service: { name: service } } }] } }] },
});

it.each<[string, Partial<Environment>, KubeObject[], string | undefined]>([
  ['what slipway.yml says', { url: 'https://a.example' }, [route('shop', 'b.example')], 'https://a.example'],
  [
    'the address of the checks',
    { verify: { from: 'gateway', url: 'https://a.example', checks: [] } },
    [route('shop', 'b.example')],
    'https://a.example',
  ],
  [
    'the host of the route',
    {},
    [route('other', 'a.example'), route('shop', 'b.example')],
    'https://b.example',
  ],
  ['no wildcard', {}, [route('shop', '*.example')], undefined],
  ['the host of an Ingress of the Service', {}, [ingress('b.example', 'shop')], 'http://b.example'],
  ['with TLS', {}, [ingress('b.example', 'shop', [{ hosts: ['b.example'] }])], 'https://b.example'],
  ['not the Ingress of another Service', {}, [ingress('b.example', 'admin')], undefined],
  [
    'nothing for manifests that are no objects of Kubernetes',
    {},
    [{ kind: 'Ingress', spec: 'x' }, ingress(7, 'shop'), route('shop', 7)],
    undefined,
  ],
])('the URL of an environment is %s', (_, environment, objects, url) => {
  const all = { service: 'shop', route: { kind: 'HTTPRoute', name: 'shop' }, ...environment } as Environment;
  expect(
    publicUrl(
      all,
      objects.map(object => ({ object })),
    ),
  ).toBe(url);
});
