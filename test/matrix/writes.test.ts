import { describe, expect, it } from 'vitest';
import { Heartbeats, isWrite, parseMoment, shortened, titleOf } from './writes.ts';

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

  it('is called by what it changes, the same in every namespace', () => {
    expect(
      titleOf({ method: 'PATCH', path: '/apis/apps/v1/namespaces/m-1/deployments/shop?force=true' }),
    ).toBe('PATCH deployments/shop');
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

  it('is a Lease that is written again for the same holder, not its taking and not its giving back', () => {
    const beats = new Heartbeats();
    expect(beats.isBeat({ method: 'POST', path: collection, body: lease('ada') })).toBe(false);
    expect(beats.isBeat(put('ada'))).toBe(true);
    expect(beats.isBeat(put('ada'))).toBe(true);
    expect(beats.isBeat(put(''))).toBe(false);
  });

  it('is no other object', () => {
    const beats = new Heartbeats();
    const journal = { method: 'PUT', path: '/api/v1/namespaces/a/configmaps/slipway-shop', body: '{}' };
    expect([beats.isBeat(journal), beats.isBeat(journal)]).toEqual([false, false]);
  });
});

describe('a shortened lease', () => {
  it('says so in as many bytes', () => {
    const body = '{"spec":{"holderIdentity":"ada","leaseDurationSeconds":30}}';
    const shorter = shortened(body, 2);
    expect(JSON.parse(shorter)).toEqual({ spec: { holderIdentity: 'ada', leaseDurationSeconds: 2 } });
    expect(shorter.length).toBe(body.length);
  });

  it('leaves every other body as it is', () => {
    expect(shortened('{"data":{}}', 2)).toBe('{"data":{}}');
  });
});

describe('a moment', () => {
  it('is a number of a write and a side of it', () => {
    expect(parseMoment('12:after')).toEqual({ write: 12, side: 'after' });
  });

  it.each(['', '0:before', '3', '3:during', '-1:after'])('is not "%s"', text => {
    expect(() => parseMoment(text)).toThrow('is no moment');
  });
});
