import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { neutralize, replicasBefore, withSideEffects } from '../../../src/recovery/guard/side-effects.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';

const object = (apiVersion: string, kind: string, rest: object = {}): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x' },
  ...rest,
});
const pod = (spec: object = {}) => ({ template: { spec: { containers: [], ...spec } } });

describe('an object with side effects', () => {
  it.each<[string, KubeObject, string?]>([
    ['a CronJob', object('batch/v1', 'CronJob', { spec: { schedule: '* * * * *' } })],
    ['a Job', object('batch/v1', 'Job', { spec: pod() })],
    ['a Pod', object('v1', 'Pod')],
    ['a DaemonSet', object('apps/v1', 'DaemonSet', { spec: pod() })],
    ['a Deployment without replicas', object('apps/v1', 'Deployment', { spec: pod() })],
    ['a StatefulSet', object('apps/v1', 'StatefulSet', { spec: { replicas: 3, ...pod() } })],
    [
      'a workload in the host network, to which no policy applies',
      object('apps/v1', 'Deployment', { spec: { replicas: 0, ...pod({ hostNetwork: true }) } }),
    ],
    [
      'a suspended CronJob in the host network',
      object('batch/v1', 'CronJob', {
        spec: { suspend: true, jobTemplate: { spec: pod({ hostNetwork: true }) } },
      }),
    ],
    ['a load balancer', object('v1', 'Service', { spec: { type: 'LoadBalancer' } }), 'LoadBalancer'],
    ['a node port', object('v1', 'Service', { spec: { type: 'NodePort' } }), 'NodePort'],
    ['a Service with external addresses', object('v1', 'Service', { spec: { externalIPs: ['192.0.2.1'] } })],
    [
      'a Service with a DNS name',
      object('v1', 'Service', {
        metadata: { name: 'x', annotations: { 'external-dns.alpha.kubernetes.io/hostname': 'shop.example' } },
      }),
      'external-dns',
    ],
    ['an Ingress, annotated or not', object('networking.k8s.io/v1', 'Ingress')],
    ['a route', object('gateway.networking.k8s.io/v1', 'HTTPRoute')],
    ['a Gateway', object('gateway.networking.k8s.io/v1', 'Gateway')],
    ['a webhook', object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration')],
    ['a certificate', object('cert-manager.io/v1', 'Certificate')],
    ['an issuer', object('cert-manager.io/v1', 'Issuer')],
    ['a DNS record', object('externaldns.k8s.io/v1alpha1', 'DNSEndpoint')],
    ['a ScaledObject', object('keda.sh/v1alpha1', 'ScaledObject')],
    ['a further NetworkPolicy', object('networking.k8s.io/v1', 'NetworkPolicy')],
    ['a policy of a network plugin', object('cilium.io/v2', 'CiliumNetworkPolicy')],
  ])('is %s, and is neutralized', (_, each, fact = '') => {
    const said = wording(`${each.kind}/x`, fact);
    expect(withSideEffects([each])).toEqual([said]);
    const { manifests, changes } = neutralize([each]);
    expect(changes).toEqual([said]);
    expect(withSideEffects(manifests)).toEqual([]);
  });

  it('is not one with settings, data or permissions', () => {
    const quiet = [
      object('v1', 'ConfigMap'),
      object('v1', 'Secret'),
      object('v1', 'PersistentVolumeClaim'),
      object('v1', 'Service', { spec: { ports: [{ port: 80 }] } }),
      object('rbac.authorization.k8s.io/v1', 'Role'),
      object('policy/v1', 'PodDisruptionBudget'),
      object('autoscaling/v2', 'HorizontalPodAutoscaler'),
      object('apps/v1', 'Deployment', { spec: { replicas: 0, ...pod() } }),
    ];
    expect(withSideEffects(quiet)).toEqual([]);
    expect(neutralize(quiet)).toEqual({ manifests: quiet, changes: [] });
  });

  it('is also found in a list', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [object('v1', 'Pod')] } as KubeObject;
    expect(withSideEffects([list])).toHaveLength(1);
    expect(neutralize([list]).manifests).toEqual([]);
  });

  it('is also a custom resource of any kind', () => {
    expect(withSideEffects([object('bitnami.com/v1alpha1', 'SealedSecret')])).toHaveLength(1);
  });
});

describe('a neutralized object', () => {
  it('keeps its original number of replicas', () => {
    const [it = {}] = neutralize([
      object('apps/v1', 'Deployment', { spec: { replicas: 3, ...pod() } }),
    ]).manifests;
    expect(it.spec).toMatchObject({ replicas: 0 });
    expect(replicasBefore(it)).toBe(3);
    // A workload without replicas is not started.
    expect(replicasBefore(object('apps/v1', 'Deployment'))).toBeUndefined();
  });

  it('keeps its ports within the cluster, without a node port', () => {
    const spec = {
      type: 'LoadBalancer',
      loadBalancerIP: '192.0.2.1',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30001,
      selector: { app: 'shop' },
      ports: [{ port: 80, nodePort: 30080 }],
    };
    expect(neutralize([object('v1', 'Service', { spec })]).manifests[0]?.spec).toEqual({
      type: 'ClusterIP',
      selector: { app: 'shop' },
      ports: [{ port: 80 }],
    });
  });

  it('has no side effects, whatever it was, and is not changed again', () => {
    const any = fc.record({
      apiVersion: fc.constantFrom('v1', 'apps/v1', 'batch/v1', 'networking.k8s.io/v1', 'acme.io/v1'),
      kind: fc.constantFrom('Service', 'Deployment', 'CronJob', 'Job', 'Ingress', 'Pod', 'Thing'),
      metadata: fc.record({
        name: fc.constant('x'),
        annotations: fc.dictionary(
          fc.constantFrom('external-dns.alpha.kubernetes.io/controller', 'cert-manager.io/issuer', 'note'),
          fc.constantFrom('none', 'dns-controller', ''),
        ),
      }),
      spec: fc.option(
        fc.record(
          {
            suspend: fc.boolean(),
            replicas: fc.nat(3),
            type: fc.constantFrom('LoadBalancer', 'NodePort', 'ClusterIP'),
            externalIPs: fc.subarray(['192.0.2.1']),
            template: fc.record({ spec: fc.record({ hostNetwork: fc.boolean() }) }),
          },
          { requiredKeys: [] },
        ),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), given => {
        const manifests = given as KubeObject[];
        const before = structuredClone(manifests);
        const once = neutralize(manifests);
        expect(manifests).toEqual(before);
        expect(withSideEffects(once.manifests)).toEqual([]);
        expect(neutralize(once.manifests)).toEqual({ manifests: once.manifests, changes: [] });
      }),
      search(500),
    );
  });

  it('is the example shop without pods, DNS names and policies', () => {
    const folder = join(import.meta.dirname, '../../../examples/shop/deploy');
    const shop = readdirSync(folder)
      .flatMap(file => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
      .map(document => document.toJS() as KubeObject);
    expect(withSideEffects(shop).join('\n')).toMatch(/^Deployment\/shop/m);
    const { manifests } = neutralize(shop);
    expect(withSideEffects(manifests)).toEqual([]);
    expect(manifests.find(({ kind }) => kind === 'Deployment')?.spec).toMatchObject({ replicas: 0 });
  });
});
