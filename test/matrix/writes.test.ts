import { describe, expect, it } from 'vitest';
import {
  candidateWeight,
  Heartbeats,
  isThere,
  isWrite,
  momentText,
  Position,
  parseMoment,
  titleOf,
} from './writes.ts';

const write = (method: string, path: string) => isWrite({ method, path });

describe('a write', () => {
  it('is a request that changes the cluster', () => {
    expect(write('POST', '/api/v1/namespaces/a/configmaps?fieldManager=slipway')).toBe(true);
    expect(write('PATCH', '/apis/apps/v1/namespaces/a/deployments/shop')).toBe(true);
    expect(write('DELETE', '/api/v1/namespaces/a/services/shop-canary')).toBe(true);
  });

  it.each([
    ['GET', '/api/v1/namespaces/a/configmaps'],
    ['PATCH', '/apis/apps/v1/namespaces/a/deployments/shop?dryRun=All&force=true'],
    ['POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews'],
    ['POST', '/apis/authentication.k8s.io/v1/tokenreviews'],
    ['POST', '/api/v1/namespaces/a/serviceaccounts/b/token'],
    ['POST', '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query'],
  ])('is not %s %s', (method, path) => {
    expect(write(method, path)).toBe(false);
  });

  it('has a title with the changed object, independent of the namespace', () => {
    expect(
      titleOf({
        ...{ method: 'PATCH', path: '/apis/apps/v1/namespaces/m-1/deployments/shop?force=true', body: '' },
      }),
    ).toBe('PATCH deployments/shop');
  });

  it.each([
    ['checksum of r2-outcome', 'add', '/metadata/annotations/slipway.dev~1sha256.r2-outcome', 'abc'],
    ['release', 'add', '/spec/holderIdentity', ''],
  ])('has a title with what it changes in a Lease: %s', (change, op, path, value) => {
    const body = JSON.stringify([
      { op: 'test', path: '/metadata/annotations/x', value: '1' },
      { op, path, value },
    ]);
    expect(
      titleOf({
        method: 'PATCH',
        path: '/apis/coordination.k8s.io/v1/namespaces/a/leases/slipway-shop',
        body,
      }),
    ).toBe(`PATCH leases/slipway-shop ${change}`);
  });
});

describe('the heartbeat of a run', () => {
  const lease = (holder: string) =>
    JSON.stringify({ metadata: { name: 'slipway-shop' }, spec: { holderIdentity: holder } });
  const collection = '/apis/coordination.k8s.io/v1/namespaces/a/leases';
  const put = (holder: string) => ({
    method: 'PUT',
    path: `${collection}/slipway-shop`,
    body: lease(holder),
  });

  it('is a renewal of the Lease by the same holder, but not its acquisition or release', () => {
    const beats = new Heartbeats();
    expect(beats.isBeat({ method: 'POST', path: collection, body: lease('ada') })).toBe(false);
    expect(beats.isBeat(put('ada'))).toBe(true);
    expect(beats.isBeat(put('ada'))).toBe(true);
    expect(beats.isBeat(put(''))).toBe(false);
  });

  const heard = (value: string, name = 'slipway-shop-fence-3') => ({
    method: 'PATCH',
    path: `/api/v1/namespaces/a/configmaps/${name}`,
    body: JSON.stringify([{ op: 'add', path: '/data/beat', value }]),
  });

  it('is a beat for the watchdog, but not the last one of a run that pauses', () => {
    const beats = new Heartbeats();
    expect(beats.isBeat(heard('7'))).toBe(true);
    expect(beats.isBeat(heard('-1'))).toBe(false);
    expect(beats.isBeat(heard('7', 'shop'))).toBe(false);
    expect(beats.isBeat({ ...heard('7'), method: 'DELETE', body: '{"preconditions":{}}' })).toBe(false);
  });

  it('is not a write of another object', () => {
    const beats = new Heartbeats();
    const record = { method: 'PUT', path: '/api/v1/namespaces/a/configmaps/slipway-shop-r1', body: '{}' };
    expect([beats.isBeat(record), beats.isBeat(record)]).toEqual([false, false]);
  });

  it('is not the state of a rollout in the Lease', () => {
    const beats = new Heartbeats();
    beats.isBeat(put('ada'));
    const state = { method: 'PATCH', path: `${collection}/slipway-shop`, body: '[{"op":"add","path":"/x"}]' };
    expect([beats.isBeat(state), beats.isBeat(put('ada'))]).toEqual([false, true]);
  });
});

describe('a moment', () => {
  it('is the number of a write, and a side of it', () => {
    expect(parseMoment('12:after')).toEqual({ write: 12, side: 'after' });
  });

  it('may be numbered within a phase', () => {
    const moment = { phase: 'stepping', write: 3, side: 'before' } as const;
    expect(parseMoment(momentText(moment))).toEqual(moment);
    expect(momentText(parseMoment('12:after'))).toBe('12:after');
  });

  it.each(['', '0:before', '3', '3:during', '-1:after', 'Stepping 3:after'])('is not "%s"', text => {
    expect(() => parseMoment(text)).toThrow('is not a moment');
  });
});

describe('the position of a run', () => {
  const rollout = (phase: string) => ({
    method: 'PATCH',
    path: '/apis/coordination.k8s.io/v1/namespaces/a/leases/slipway-shop',
    body: JSON.stringify([
      { op: 'test', path: '/metadata/annotations/slipway.dev~1token', value: '3' },
      { op: 'add', path: '/metadata/annotations/slipway.dev~1phase', value: phase },
    ]),
  });
  const route = (...patch: object[]) => ({
    method: 'PATCH',
    path: '/apis/gateway.networking.k8s.io/v1/namespaces/a/httproutes/shop',
    body: JSON.stringify(patch),
  });
  const backends = (op: string, stable: number, canary: number) => ({
    op,
    path: '/spec/rules/0/backendRefs',
    value: [
      { name: 'shop', weight: stable },
      { name: 'shop-canary', weight: canary },
    ],
  });

  it('is the phase in the Lease, with a new count in each phase', () => {
    const position = new Position('prepared');
    position.count = 4;
    position.follow(rollout('prepared'));
    expect(position).toMatchObject({ phase: 'prepared', count: 4 });
    position.follow(rollout('stepping'));
    expect(position).toMatchObject({ phase: 'stepping', count: 0 });
  });

  it('is the last weight that it has set, not the one that it tested', () => {
    const position = new Position('stepping');
    position.follow(route(backends('test', 100, 0), backends('replace', 50, 50)));
    expect(position.weight).toBe(50);
    position.follow(rollout('baking'));
    expect(position.weight).toBe(50);
    position.follow(route(backends('test', 50, 50), { op: 'add', path: '/x', value: 0 }));
    expect(position.weight).toBe(0);
  });

  it('does not change with writes of other objects', () => {
    expect(candidateWeight(rollout('done'))).toBeUndefined();
  });

  it('matches a moment at its write in the phase, or at the first one after the phase', () => {
    const moment = parseMoment('stepping:2:after');
    const at = (phase: string, nth: number, side: 'before' | 'after', left: string[] = []) =>
      isThere(moment, { write: 9, nth, phase, side }, new Set(left));
    expect(at('stepping', 2, 'before')).toBe(false);
    expect(at('stepping', 2, 'after')).toBe(true);
    expect(at('prepared', 2, 'after')).toBe(false);
    expect(at('baking', 1, 'before', ['prepared', 'stepping'])).toBe(true);
  });

  it('matches a moment without a phase by the total number of writes', () => {
    const at = (write: number) =>
      isThere({ write: 3, side: 'before' }, { write, nth: 1, phase: 'x', side: 'before' }, new Set());
    expect([at(2), at(3), at(4)]).toEqual([false, true, false]);
  });
});
