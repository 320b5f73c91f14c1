import { describe, expect, it } from 'vitest';
import { shortDigests } from '../../src/toolkit/digest.ts';
import {
  judgeServed,
  type Observation,
  runningDigest,
  type ServedPod,
  sharedDigests,
} from '../../src/verify/served.ts';
import { wording } from '../wording.ts';

const index = `sha256:${'1'.repeat(64)}`;
const child = `sha256:${'2'.repeat(64)}`;
const other = `sha256:${'9'.repeat(64)}`;

function pod(name: string, changes: Partial<ServedPod> & { digest?: string } = {}): ServedPod {
  const { digest = index, ...rest } = changes;
  const image = 'ghcr.io/acme/shop';
  const container = {
    name: 'shop',
    image: `${image}@${index}`,
    imageID: digest === '' ? '' : `${image}@${digest}`,
  };
  return {
    name,
    node: 'node-a',
    ready: true,
    containers: [container, { name: 'sidecar', image: 'x', imageID: 'x' }],
    ...rest,
  };
}

function observed(changes: Partial<Observation> = {}): Observation {
  return {
    pods: [pod('shop-1'), pod('shop-2', { node: 'node-b' })],
    endpoints: ['shop-1', 'shop-2'],
    zones: { 'node-a': 'zone-1', 'node-b': 'zone-2' },
    expected: { shop: [index, child] },
    ...changes,
  };
}

describe('the live version', () => {
  it('is what was built when every pod and endpoint fits', () => {
    expect(judgeServed(observed())).toEqual({
      ok: true,
      reasons: [],
      zones: [
        { zone: 'zone-1', pods: 1, ready: 1, matching: 1 },
        { zone: 'zone-2', pods: 1, ready: 1, matching: 1 },
      ],
    });
  });

  it('may have the digest of the index or of a manifest in it', () => {
    expect(judgeServed(observed({ pods: [pod('shop-1', { digest: child }), pod('shop-2')] })).ok).toBe(true);
  });

  it('may have the digest of another index of the same image, which the runtime reports for both', () => {
    const pods = [pod('shop-1', { digest: other })];
    const names = [`127.0.0.1:5000/cart@${other}`, `ghcr.io/acme/shop@${index}`, 'ghcr.io/acme/shop:latest'];
    const images = { 'node-a': sharedDigests([{ names: ['pause:3'] }, { names }]) };
    const served = judgeServed(observed({ pods, endpoints: ['shop-1'], images }));
    expect(served.ok).toBe(true);
    expect(served.zones).toEqual([{ zone: 'zone-1', pods: 1, ready: 1, matching: 1 }]);
    const elsewhere = { 'node-b': images['node-a'], 'node-a': [[other, child.replace('2', '3')]] };
    expect(judgeServed(observed({ pods, images: elsewhere })).ok).toBe(false);
  });

  it('is not what was built when a pod runs another digest', () => {
    const { ok, reasons, zones } = judgeServed(
      observed({ pods: [pod('shop-1', { digest: other }), pod('shop-2')] }),
    );
    expect(ok).toBe(false);
    expect(reasons).toEqual([wording(...[other, index, child].map(shortDigests), 'shop-1')]);
    expect(zones).toEqual([{ zone: 'zone-1', pods: 2, ready: 2, matching: 1 }]);
  });

  it('is wrong when an unready pod runs another digest, because it will soon be ready', () => {
    const pods = [pod('shop-1'), pod('shop-2', { ready: false, digest: other })];
    expect(judgeServed(observed({ pods, endpoints: ['shop-1'] })).ok).toBe(false);
  });

  it('is wrong when the Service sends requests to another pod', () => {
    expect(judgeServed(observed({ endpoints: ['shop-1', 'old-7'] })).reasons).toEqual([wording('old-7')]);
  });

  it('is nothing when the Service has no ready endpoint', () => {
    expect(judgeServed(observed({ endpoints: [] })).reasons).toEqual([wording()]);
  });

  it('needs a ready pod when there is no Service', () => {
    const { endpoints: _, ...rest } = observed();
    expect(judgeServed(rest).ok).toBe(true);
    expect(judgeServed({ ...rest, pods: [pod('shop-1', { ready: false })] }).reasons).toEqual([wording()]);
    expect(judgeServed({ ...rest, pods: [] }).ok).toBe(false);
  });

  it('tolerates a pod that is still being started, as long as no request reaches it', () => {
    const starting = pod('shop-2', { ready: false, digest: '' });
    expect(judgeServed(observed({ pods: [pod('shop-1'), starting], endpoints: ['shop-1'] })).ok).toBe(true);
    expect(judgeServed(observed({ pods: [pod('shop-1'), starting] })).reasons).toEqual([
      wording(...[index, child].map(shortDigests), 'shop-2'),
    ]);
  });

  it('is wrong when a pod that gets requests lacks a container', () => {
    const { reasons } = judgeServed(observed({ expected: { shop: [index], worker: [index] } }));
    expect(reasons).toEqual([wording('shop-1'), wording('shop-2')]);
  });

  it('says so when the runtime gives no digest', () => {
    const bare = {
      ...pod('shop-1'),
      containers: [{ name: 'shop', image: 'shop:1', imageID: 'docker://shop:1' }],
    };
    expect(judgeServed(observed({ pods: [bare, pod('shop-2')] })).reasons).toEqual([
      wording(...[index, child].map(shortDigests), 'shop-1', 'docker://shop:1'),
    ]);
  });

  it('counts pods on nodes without a zone as unknown', () => {
    expect(judgeServed(observed({ zones: {} })).zones).toEqual([
      { zone: 'unknown', pods: 2, ready: 2, matching: 2 },
    ]);
  });
});

describe('the digest in a container status', () => {
  it.each([
    [`ghcr.io/acme/shop@${index}`, index],
    [`docker-pullable://ghcr.io/acme/shop@${index}`, index],
    [index, index],
    [`docker://${index}`, index],
    ['', undefined],
    ['shop:1', undefined],
  ])('of %s is %s', (imageID, digest) => {
    expect(runningDigest(imageID)).toBe(digest);
  });
});
