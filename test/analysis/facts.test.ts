import { describe, expect, it } from 'vitest';
import { endpointFacts, gatewayFact, readyEndpoints } from '../../src/analysis/facts.ts';
import type { EndpointSlice } from '../../src/cluster/objects.ts';
import { wording } from '../wording.ts';

const endpoint = (name: string, conditions: object = { ready: true }, address = '10.0.0.1') => ({
  addresses: [address],
  conditions,
  targetRef: { kind: 'Pod', name, uid: `uid-${name}` },
});
const slice = (...endpoints: object[]) => ({ endpoints }) as unknown as EndpointSlice;

describe('endpoints', () => {
  it('that are enough are no fact', () => {
    expect(endpointFacts([slice(endpoint('a'), endpoint('b'))], 2)).toEqual([]);
    expect(endpointFacts([], 0)).toEqual([]);
  });

  it('that are fewer than needed are a fact', () => {
    const gone = endpoint('b', { ready: false, serving: true, terminating: true });
    expect(endpointFacts([slice(endpoint('a'), gone)], 2)).toEqual([
      { kind: 'endpoints-missing', detail: wording('2') },
    ]);
    expect(endpointFacts([slice()], 1)).toEqual([{ kind: 'endpoints-missing', detail: wording('1') }]);
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
      detail: wording('60', '100', '41'),
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
