import { describe, expect, it } from 'vitest';
import { factsOf, gatewayFact, readyEndpoints } from '../../src/analysis/facts.ts';
import type { EndpointSlice, Pod } from '../../src/cluster/objects.ts';
import { wording } from '../wording.ts';

const pod = (name: string, status: object = {}, changes: object = {}, kind = 'containerStatuses'): Pod =>
  ({
    metadata: { name, uid: `uid-${name}`, ...changes },
    status: { [kind]: [{ name: 'shop', restartCount: 0, ready: true, state: { running: {} }, ...status }] },
  }) as unknown as Pod;

const endpoint = (name: string, conditions: object = { ready: true }, address = '10.0.0.1') => ({
  addresses: [address],
  conditions,
  targetRef: { kind: 'Pod', name, uid: `uid-${name}` },
});
const slice = (...endpoints: object[]) => ({ endpoints }) as unknown as EndpointSlice;

const ended = (reason: string, exitCode: number) => ({ terminated: { reason, exitCode } });
const facts = (pods: Pod[]) => factsOf(pods, [], 0);

describe('a pod', () => {
  it('that runs unchanged is no fact', () => {
    expect(facts([pod('a')])).toEqual([]);
  });

  it('that was restarted is a fact, with the number of restarts', () => {
    const restarted = (count: number) => pod('a', { restartCount: count, lastState: ended('Error', 1) });
    expect(facts([restarted(1)])).toEqual([
      {
        kind: 'restart',
        pod: 'a',
        detail: wording('shop', '1'),
      },
    ]);
    expect(facts([restarted(2)])).toMatchObject([{ detail: wording('2') }]);
  });

  it('that ran out of memory is reported as that, while it is down and after its restart', () => {
    const detail = 'container shop of pod a ran out of memory';
    const fact = [{ kind: 'out-of-memory', pod: 'a', detail }];
    expect(facts([pod('a', { state: ended('OOMKilled', 137) })])).toEqual(fact);
    expect(facts([pod('a', { restartCount: 1, lastState: ended('OOMKilled', 137) })])).toEqual(fact);
  });

  it('that crashes repeatedly is a fact', () => {
    const status = {
      restartCount: 5,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: ended('Error', 2),
    };
    expect(facts([pod('a', status)])).toEqual([
      { kind: 'crash-loop', pod: 'a', detail: wording('shop', '2') },
    ]);
  });

  it('that cannot start is a fact, a slow start is none', () => {
    const waiting = (reason: string) => pod('a', { state: { waiting: { reason } } });
    expect(facts([waiting('ImagePullBackOff')])).toMatchObject([{ kind: 'not-starting' }]);
    expect(facts([waiting('ContainerCreating'), waiting('PodInitializing')])).toEqual([]);
  });

  it('is checked with its sidecars', () => {
    const beside = pod('a', { name: 'proxy', restartCount: 1 }, {}, 'initContainerStatuses');
    expect(facts([beside])).toMatchObject([{ kind: 'restart', detail: wording('proxy') }]);
  });

  it('that is being deleted is no fact, however it ends', () => {
    const going = { deletionTimestamp: '2026-01-01T00:00:00Z' };
    expect(facts([pod('a', { restartCount: 1, state: ended('Error', 137) }, going)])).toEqual([]);
  });
});

describe('endpoints', () => {
  const few = (slices: EndpointSlice[], need: number) => factsOf([], slices, need);

  it('that are enough are no fact', () => {
    expect(few([slice(endpoint('a'), endpoint('b'))], 2)).toEqual([]);
    expect(few([], 0)).toEqual([]);
  });

  it('that are fewer than needed are a fact', () => {
    const gone = endpoint('b', { ready: false, serving: true, terminating: true });
    expect(few([slice(endpoint('a'), gone)], 2)).toEqual([
      { kind: 'endpoints-missing', detail: wording('2') },
    ]);
    expect(few([slice()], 1)).toEqual([{ kind: 'endpoints-missing', detail: wording('1') }]);
  });

  it('are counted once for a pod with two address families, and are ready unless marked otherwise', () => {
    const slices = [slice(endpoint('a', {})), slice(endpoint('a', {}, 'fd00::1')), slice(endpoint('b', {}))];
    expect(readyEndpoints(slices)).toBe(2);
  });
});

describe('a gateway', () => {
  it('that answers for a candidate without endpoints is a fact: its share, and no request reached a Service', () => {
    expect(gatewayFact({ canary: 0, total: 150, errors: 0, unserved: 50, reached: 0 }, 25)).toEqual({
      kind: 'gateway-errors',
      detail: wording('50', '5xx'),
    });
  });

  it('that cannot reach its known pods is a fact', () => {
    expect(gatewayFact({ canary: 100, total: 400, errors: 60, reached: 41 }, 25)).toMatchObject({
      kind: 'gateway-errors',
      detail: wording('59', '100'),
    });
  });

  it('that passes on errors of the pods is no fact: the metrics compare those', () => {
    expect(gatewayFact({ canary: 100, total: 400, errors: 60, reached: 100 }, 25)).toBeUndefined();
  });

  it('that was scraped at another time than the pods is no fact', () => {
    expect(gatewayFact({ canary: 100, total: 400, errors: 5, reached: 20 }, 25)).toBeUndefined();
  });

  it('with a hiccup of a few requests is no fact', () => {
    expect(gatewayFact({ canary: 9, total: 40, errors: 9, reached: 0 }, 25)).toBeUndefined();
  });

  it('without counts is no fact', () => {
    expect(gatewayFact({ canary: 100, total: 400 }, 25)).toBeUndefined();
  });
});
