import { describe, expect, it } from 'vitest';
import {
  cutName,
  cutOff,
  cutPolicy,
  requireNoEgressPolicy,
  restoreAccess,
} from '../../../src/recovery/drill/egress-cut.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const destinations = [
  { cidr: '192.0.2.7/32', port: 9002 },
  { cidr: '2001:db8::7/128', port: 443 },
];
const cut = { selector: { matchLabels: { app: 'db' } }, destinations };

interface Spec {
  spec: { egress: { to: object[]; ports?: { protocol: string; port: number; endPort: number }[] }[] };
}

const folder = '/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies';

/** An API server with these policies, and with pods in the host network of some namespaces. */
function serverWith(policies: Record<string, object> = {}, podsThere: string[] = []) {
  const api = new FakeApiServer();
  for (const [name, spec] of Object.entries(policies)) api.put(`${folder}/${name}`, { spec });
  for (const [index, namespace] of podsThere.entries())
    api.put(`/api/v1/namespaces/${namespace}/pods/p-${index}`, { status: { podIP: '192.0.2.7' } });
  return api;
}
const names = (api: FakeApiServer) => api.names('networkpolicies');

describe('the policy that cuts a repository off', () => {
  it('allows everything else: other pods, other addresses, other ports of the same address', () => {
    const { spec } = cutPolicy('shop', 'run-1', cut) as unknown as Spec;
    const [pods, addresses, ...same] = spec.egress;
    expect(pods).toEqual({ to: [{ namespaceSelector: {} }] });
    expect(addresses).toEqual({
      to: [
        { ipBlock: { cidr: '0.0.0.0/0', except: ['192.0.2.7/32'] } },
        { ipBlock: { cidr: '::/0', except: ['2001:db8::7/128'] } },
      ],
    });
    for (const [index, { cidr, port }] of destinations.entries()) {
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

  it('does not allow a pod in the host network by selector', async () => {
    const api = serverWith({}, ['storage', 'storage']);
    await cutOff(api.cluster, 'shop', 'run-1', cut);
    const made = api.objects.get(`${folder}/${cutName}`) as unknown as Spec | undefined;
    expect(made?.spec.egress[0]?.to).toEqual([
      {
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['storage'] }],
        },
      },
    ]);
  });

  it('is refused without an address of the repository', () => {
    expect(() => cutPolicy('shop', 'run-1', { ...cut, destinations: [] })).toThrow(wording());
  });

  it('is refused beside a policy that restricts egress, because it would only allow more', async () => {
    const api = serverWith({ closed: { policyTypes: ['Egress'], egress: [] } });
    await expect(cutOff(api.cluster, 'shop', 'run-1', cut)).rejects.toThrow(wording('closed', 'shop'));
    expect(names(api)).toEqual(['closed']);
  });

  it('is not refused beside an ingress policy, or its own policy', async () => {
    const { cluster } = serverWith({
      front: { policyTypes: ['Ingress'] },
      [cutName]: { policyTypes: ['Egress'] },
    });
    await expect(requireNoEgressPolicy(cluster, 'shop')).resolves.toBeUndefined();
  });

  it('is removed only if a drill created it', async () => {
    const others = serverWith({ [cutName]: {} });
    await restoreAccess(others.cluster, 'shop');
    expect(names(others)).toEqual([cutName]);
    const own = serverWith();
    await cutOff(own.cluster, 'shop', 'run-1', cut);
    await restoreAccess(own.cluster, 'shop');
    expect(names(own)).toEqual([]);
    await restoreAccess(own.cluster, 'shop');
  });
});
