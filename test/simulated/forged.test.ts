import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ForgedResult, forgeAll, forgedCases } from '../matrix/forged.ts';
import { openSimulated } from '../matrix/simulated.ts';

/** A few random cases of `scripts/bench forged`; the message contains the seed. */
const count = Number(process.env.FORGED_CASES ?? 32);
const seed = Number(process.env.FORGED_SEED ?? Math.floor(Math.random() * 1e6));

let lab: Awaited<ReturnType<typeof openSimulated>>;
let results: ForgedResult[];
beforeAll(async () => {
  lab = await openSimulated();
  const until = performance.now() + 45_000;
  results = await forgeAll(lab.stage, forgedCases(count, seed), { lanes: 6, until }, () => {});
}, 240_000);
afterAll(() => lab.close());

it('forged records never make a run crash, write foreign objects, or release a version that was not judged', () => {
  const wrong = results.filter(({ faults }) => faults.length > 0);
  const message = wrong.flatMap(({ case: each, aim, faults, log }) => [
    `${JSON.stringify(each)}, ${aim}: ${faults.join('; ')}`,
    ...log,
  ]);
  expect(wrong, message.join('\n')).toEqual([]);
  console.log(`${results.length} of ${count} cases, seed ${seed}`);
  expect(results.length).toBeGreaterThan(6);
});
