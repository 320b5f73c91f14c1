import { expect, it } from 'vitest';
import { gatewaySchema } from '../../../src/config/gateway.ts';
import { cleanUp } from '../../../src/release/rollout/decide-rollback.ts';
import type { RolloutSnapshot, RolloutSpec } from '../../../src/release/rollout/spec.ts';
import { deployment } from '../objects.ts';

const moved = Date.parse('2026-01-01');
const written = {
  metadata: { managedFields: [{ manager: 'slipway', time: new Date(moved).toISOString() }] },
};
type Trouble = ReturnType<RolloutSpec['router']['routeProblem']>;
const spec = (gateway: object, trouble?: Trouble) =>
  ({
    namespace: 'shop',
    workload: { kind: 'Deployment', name: 'shop' },
    gateway: gatewaySchema.parse(gateway),
    router: { removeCanary: () => [], splitObjects: () => [written], routeProblem: () => trouble },
  }) as unknown as RolloutSpec;
const canary = deployment({ metadata: { name: 'shop-canary', uid: 'uid-canary' } });
const after = (ms: number, lag?: number) =>
  ({
    canary,
    pods: [],
    now: moved + ms,
    rollout: { gate: { state: { lag } } },
  }) as unknown as RolloutSnapshot;
/** Milliseconds after the weight moved from which on the canary is removed. */
const removedAfter = (gateway: object, lag?: number): number => {
  const move = cleanUp(spec(gateway), after(0, lag));
  const ms = move?.do === 'await' ? (move.ms ?? 0) : 0;
  expect(cleanUp(spec(gateway), after(ms - 1, lag))).toMatchObject({ do: 'await', ms: 1 });
  expect(cleanUp(spec(gateway), after(ms, lag))).toMatchObject({ do: 'remove', uid: 'uid-canary' });
  return ms;
};

it('removes the canary only when the gateway has had time to move its traffic away', () => {
  expect(removedAfter({})).toBe(3000);
  expect(removedAfter({ drain: '1m' })).toBe(60_000);
});

it('engine 9: gives a gateway the longest delay of a weight in this release, and never more than `arrival`', () => {
  expect(removedAfter({}, 45_000)).toBe(45_000);
  expect(removedAfter({ drain: '1m' }, 45_000)).toBe(60_000);
  expect(removedAfter({ arrival: '1m' }, 9e15)).toBe(60_000);
});

it('engine 9: removes nothing while the gateway has not processed the last change, for as long as it may take to accept a change', () => {
  const silent = spec({}, { detail: 'Gateway/lab has not taken it yet', state: 'pending' });
  expect(cleanUp(silent, after(119_000))).toMatchObject({
    do: 'await',
    what: 'Gateway/lab has not taken it yet',
  });
  expect(cleanUp(silent, after(120_000))).toMatchObject({ do: 'remove', uid: 'uid-canary' });
  const refusing = spec({}, { detail: 'Gateway/lab refuses it', state: 'refused' });
  expect(cleanUp(refusing, after(3000))).toMatchObject({ do: 'remove', uid: 'uid-canary' });
});
