import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import {
  cutName,
  cutOff,
  cutPolicy,
  demandNoOther,
  letThrough,
} from '../../../src/recovery/drill/cutting-off.ts';
import { wording } from '../../wording.ts';

const ways = [
  { cidr: '192.0.2.7/32', port: 9002 },
  { cidr: '2001:db8::7/128', port: 443 },
];
const cut = { selector: { matchLabels: { app: 'db' } }, ways };

interface Spec {
  spec: { egress: { to: object[]; ports?: { protocol: string; port: number; endPort: number }[] }[] };
}

/** A namespace with these policies. */
function clusterWith(policies: KubeObject[], podsThere: string[] = []) {
  const removed: string[] = [];
  const cluster = {
    list: async (path: string) => ({
      items: path === '/api/v1/pods' ? podsThere.map(namespace => ({ metadata: { namespace } })) : policies,
    }),
    get: async (path: string) => policies.find(({ metadata }) => path.endsWith(`/${metadata?.name}`)),
    create: async (_: string, object: KubeObject) => void policies.push(object),
    remove: async (path: string) => void removed.push(path),
  } as unknown as Cluster;
  return { cluster, policies, removed };
}
const policy = (name: string, spec: object): KubeObject =>
  ({ metadata: { name, uid: name }, spec }) as unknown as KubeObject;

describe('the policy that cuts a repository off', () => {
  it('leaves everything else open: other pods, other addresses, other ports of the same one', () => {
    const { spec } = cutPolicy('shop', 'run-1', cut) as unknown as Spec;
    const [pods, addresses, ...same] = spec.egress;
    expect(pods).toEqual({ to: [{ namespaceSelector: {} }] });
    expect(addresses).toEqual({
      to: [
        { ipBlock: { cidr: '0.0.0.0/0', except: ['192.0.2.7/32'] } },
        { ipBlock: { cidr: '::/0', except: ['2001:db8::7/128'] } },
      ],
    });
    for (const [index, { cidr, port }] of ways.entries()) {
      expect(same[index]?.to).toEqual([{ ipBlock: { cidr } }]);
      const open = (protocol: string, wanted: number) =>
        same[index]?.ports?.some(
          each => each.protocol === protocol && each.port <= wanted && wanted <= each.endPort,
        );
      expect(open('TCP', port)).toBe(false);
      for (const other of [1, port - 1, port + 1, 65_535]) expect(open('TCP', other)).toBe(true);
      expect(open('UDP', 53)).toBe(true);
    }
  });

  it('does not let through as a pod what has the address of its machine', async () => {
    const { cluster, policies } = clusterWith([], ['storage', 'storage']);
    await cutOff(cluster, 'shop', 'run-1', cut);
    const [made] = policies as unknown as Spec[];
    expect(made?.spec.egress[0]?.to).toEqual([
      {
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['storage'] }],
        },
      },
    ]);
  });

  it('is refused where nothing says where the repository is', () => {
    expect(() => cutPolicy('shop', 'run-1', { ...cut, ways: [] })).toThrow(wording());
  });

  it('is refused where another one says what pods may reach: beside that it would only open', async () => {
    const { cluster, policies } = clusterWith([policy('closed', { policyTypes: ['Egress'], egress: [] })]);
    await expect(cutOff(cluster, 'shop', 'run-1', cut)).rejects.toThrow(wording('closed', 'shop'));
    expect(policies).toHaveLength(1);
  });

  it('minds no policy about what comes in, nor its own', async () => {
    const ingress = policy('front', { policyTypes: ['Ingress'] });
    await demandNoOther(clusterWith([ingress, policy(cutName, { policyTypes: ['Egress'] })]).cluster, 'shop');
  });

  it('is taken away only when a drill has made it', async () => {
    const others = clusterWith([policy(cutName, {})]);
    await letThrough(others.cluster, 'shop');
    expect(others.removed).toEqual([]);
    const own = clusterWith([]);
    await cutOff(own.cluster, 'shop', 'run-1', cut);
    await letThrough(own.cluster, 'shop');
    expect(own.removed).toHaveLength(1);
    await letThrough(clusterWith([]).cluster, 'shop');
  });
});
