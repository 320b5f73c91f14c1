import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { removeScratch } from '../../../src/recovery/scratch/clearing.ts';
import { isAllowed } from '../../../src/recovery/scratch/isolation.ts';
import {
  isolationPolicy,
  type ScratchPlan,
  scratchNamespace,
} from '../../../src/recovery/scratch/manifests.ts';
import { openScratch, whyNotAdoptable } from '../../../src/recovery/scratch/namespace.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const plan: ScratchPlan = {
  name: 'shop-dr',
  run: '42',
  ttl: 3_600_000,
  egress: [{ cidr: '192.0.2.7/32', port: 443 }],
};

describe('the namespace of a drill', () => {
  it('has its drill, its expiry time and a Pod Security level', () => {
    expect(scratchNamespace(plan, now).metadata).toEqual({
      name: 'shop-dr',
      labels: {
        'slipway.dev/drill-disposable': 'true',
        'slipway.dev/drill-run': '42',
        'pod-security.kubernetes.io/enforce': 'baseline',
      },
      annotations: { 'slipway.dev/drill-expires': '2026-11-26T13:00:00.000Z' },
    });
  });

  it.each<Partial<ScratchPlan>>([
    { run: '' },
    { run: 'a b' },
    { run: 'x'.repeat(64) },
    { run: '-1' },
    { ttl: 0 },
    { ttl: Number.NaN },
  ])('is rejected with %j', more => {
    expect(() => scratchNamespace({ ...plan, ...more }, now)).toThrow();
  });

  it('allows DNS, traffic between its pods and the given addresses, and nothing else', () => {
    const { spec } = isolationPolicy(plan);
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(spec.podSelector).toEqual({});
    expect(spec.ingress).toEqual([{ from: [{ podSelector: {} }] }]);
    expect(spec.egress).toEqual([
      { to: [{ podSelector: {} }] },
      {
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
      { to: [{ ipBlock: { cidr: '192.0.2.7/32' } }], ports: [{ protocol: 'TCP', port: 443 }] },
    ]);
  });

  it.each(['0.0.0.0/0', '10.0.0.0/8', '::/0', '192.0.2.7', '192.0.2.7/33', 'store.example/32', '', '/24'])(
    'cannot allow %j',
    cidr => {
      expect(() => isolationPolicy({ ...plan, egress: [{ cidr, port: 443 }] })).toThrow(wording());
    },
  );

  it('is adopted only if it is labeled, and belongs to no drill, this one or an expired one', () => {
    const given = fc.record({
      disposable: fc.constantFrom('true', 'false', undefined),
      live: fc.constantFrom('true', undefined),
      run: fc.constantFrom('42', '41', undefined),
      expires: fc.constantFrom(now - 1, now + 1, undefined),
      leaving: fc.boolean(),
    });
    fc.assert(
      fc.property(given, ({ disposable, live, run, expires, leaving }) => {
        const labels = {
          ...(disposable && { 'slipway.dev/drill-disposable': disposable }),
          ...(live && { 'slipway.dev/drill-live': live }),
          ...(run && { 'slipway.dev/drill-run': run }),
        };
        const annotations = expires && { 'slipway.dev/drill-expires': new Date(expires).toISOString() };
        const metadata = {
          ...{ name: 'shop-dr', labels },
          ...(annotations && { annotations }),
          ...(leaving && { deletionTimestamp: '2026-11-26T11:00:00Z' }),
        };
        const may =
          disposable === 'true' && live === undefined && !leaving && (run !== '41' || expires === now - 1);
        expect(whyNotAdoptable({ metadata }, '42', now) === undefined).toBe(may);
      }),
    );
  });
});

describe('a negative control', () => {
  it('is none if it is an allowed address', () => {
    const egress = [{ cidr: '10.99.0.0/24', port: 6443 }];
    expect(isAllowed(egress, { host: '10.99.0.1', port: 6443 })).toBe(true);
    expect(isAllowed(egress, { host: '10.99.0.1', port: 443 })).toBe(false);
    expect(isAllowed(egress, { host: '10.96.0.1', port: 6443 })).toBe(false);
    expect(isAllowed(egress, { host: '2001:db8::1', port: 6443 })).toBe(false);
  });
});

describe('a namespace that existed before', () => {
  const path = `/api/v1/namespaces/${plan.name}`;

  it('has nothing of the drill afterwards, and still what others have in it', async () => {
    const api = new FakeApiServer();
    api.now = now;
    api.put(path, { metadata: { labels: { 'slipway.dev/drill-disposable': 'true' } } });
    const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${plan.name}`;
    api.put(`${path}/configmaps/kube-root-ca.crt`, {});
    api.put(`${rbac}/rolebindings/driller`, {});
    api.put(`${path}/serviceaccounts/driller`, {});
    const scratch = await openScratch(api.cluster, plan);
    for (const [kind, folder] of [
      ['ConfigMap', `${path}/configmaps`],
      ['ServiceAccount', `${path}/serviceaccounts`],
      ['RoleBinding', `${rbac}/rolebindings`],
      ['Deployment', `/apis/apps/v1/namespaces/${plan.name}/deployments`],
    ])
      await api.cluster.create(folder ?? '', {
        kind,
        metadata: { name: 'restored', labels: { app: 'shop' } },
      });
    await removeScratch(api.cluster, scratch);
    const left = ['configmaps', 'serviceaccounts', 'rolebindings', 'deployments', 'networkpolicies'];
    expect(left.flatMap(each => api.names(each))).toEqual(['kube-root-ca.crt', 'driller', 'driller']);
  });

  it('is not used while it has something that an earlier drill restored', async () => {
    const api = new FakeApiServer();
    api.put(path, { metadata: { labels: { 'slipway.dev/drill-disposable': 'true' } } });
    await api.cluster.create(`${path}/configmaps`, {
      kind: 'ConfigMap',
      metadata: { name: 'stale' },
      data: { a: '1' },
    });
    await expect(openScratch(api.cluster, plan)).rejects.toThrow(wording('ConfigMap/stale'));
  });

  it('may be cleared without permissions for kinds that the drill did not restore', async () => {
    const api = new FakeApiServer();
    api.now = now;
    api.put(path, { metadata: { labels: { 'slipway.dev/drill-disposable': 'true' } } });
    api.forbid(/^list (roles|rolebindings)\b/);
    await removeScratch(api.cluster, await openScratch(api.cluster, plan));
    expect(api.objects.get(path)?.metadata?.labels).not.toHaveProperty('slipway.dev/drill-run');
  });
});

describe('the namespace of a killed drill', () => {
  const left = (expires: string): KubeObject => ({
    metadata: {
      name: plan.name,
      uid: 'left',
      labels: { 'slipway.dev/drill-disposable': 'true', 'slipway.dev/drill-run': '41' },
      annotations: { 'slipway.dev/drill-expires': expires },
    },
  });

  const path = `/api/v1/namespaces/${plan.name}`;

  /** An API server with that namespace, in which an object is left. */
  function holding(namespace: KubeObject): FakeApiServer {
    const api = new FakeApiServer();
    api.now = now;
    api.put(path, namespace);
    api.put(`${path}/pods/shop-copy`, {});
    return api;
  }

  it('is deleted by the next drill after it has expired, and created again', async () => {
    const api = holding(left('2026-11-26T11:00:00.000Z'));
    const opened = await openScratch(api.cluster, plan);
    expect(opened).toEqual({ name: 'shop-dr', run: '42', uid: api.objects.get(path)?.metadata?.uid });
    expect(opened.uid).not.toBe('left');
    expect([api.names('pods'), api.names('networkpolicies')]).toEqual([[], ['slipway-drill']]);
  });

  it('is left alone before that', async () => {
    const api = holding(left('2026-11-26T13:00:00.000Z'));
    await expect(openScratch(api.cluster, plan)).rejects.toThrow(wording('41'));
    expect(api.writes).toEqual([]);
  });
});
