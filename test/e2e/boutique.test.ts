import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createBoutique,
  foreign,
  good,
  images,
  imagesOf,
  own,
  pinned,
  pushBoutique,
  running,
  type Tags,
} from './boutique.ts';
import { eventually, type Run, type Shop } from './harness.ts';
import { nextSecond } from './moment.ts';
import { act } from './progressive.ts';

/** IN 1: slipway.yml names one of three workloads with the repository's images; a release covers all three. */

/** How many random sequences of three good or bad releases or rollbacks to run; a seed repeats them. */
const sequences = Number(process.env.BOUTIQUE_SEQUENCES ?? 2);
const seed = Number(process.env.BOUTIQUE_SEED ?? Date.now() % 100_000);

let shop: Shop;
/** The tags of each release that was not rolled back, by number. */
const releases = new Map<string, Tags>();
let serving = '';

beforeAll(async () => {
  await pushBoutique();
  shop = await createBoutique();
}, 300_000);
afterAll(() => shop?.remove());

async function deploy(tags: Tags): Promise<Run> {
  const run = await shop.slipway(['deploy', '--environment', 'production', '--images', imagesOf(tags)]);
  if (run.code === 0) {
    serving = run.outputs.release ?? '';
    releases.set(serving, tags);
  }
  return run;
}

/** Expects that each own workload runs the image of the live release, all its pods are ready, and status reports that. */
async function agree(): Promise<void> {
  const tags = releases.get(serving)!;
  const expected = Object.fromEntries(
    await Promise.all(
      images.map(async name => {
        const image = await pinned(name, tags[name]);
        return [name, { image, pods: [{ image, ready: true }] }] as const;
      }),
    ),
  );
  await eventually(async () => JSON.stringify(await running(shop)) === JSON.stringify(expected)).catch(
    async () => expect(await running(shop)).toEqual(expected),
  );
  const status = await act(shop, 'status');
  expect(status.outputs, status.stderr).toMatchObject({ state: 'idle', release: serving });
  const { workers } = JSON.parse(status.outputs.status ?? '') as { workers: Record<string, number> };
  const said = JSON.parse(status.outputs.images ?? '') as Record<string, string>;
  expect(workers).toEqual({ [own.cart]: Number(serving), [own.checkout]: Number(serving) });
  for (const name of images) expect(said[name]).toContain(expected[name]!.image.split('@')[1]);
}

const version = fc.constantFrom(...good);
const step = fc.record({
  kind: fc.constantFrom('good', 'bad', 'bad', 'rollback'),
  tags: fc.record({ frontend: version, cart: version, checkout: version }),
  crashes: fc.constantFrom(...images),
  /** Which of the latest releases a rollback restores; 1 is the latest. */
  back: fc.integer({ min: 1, max: 2 }),
});

const v1: Tags = { frontend: 'v1', cart: 'v1', checkout: 'v1' };

describe('an application of twelve services, of which slipway.yml names one', () => {
  let others: Awaited<ReturnType<typeof foreign>>;

  it('is released with all of its services', async () => {
    const first = await deploy(v1);
    expect(first, first.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    await agree();
    others = await foreign(shop);
    expect(Object.keys(others)).toHaveLength(9);
  }, 180_000);

  it('is rolled back when a service crashes that slipway.yml does not name', async () => {
    const crashed = await deploy({ frontend: 'v2', cart: 'crash', checkout: 'v2' });
    expect({ code: crashed.code, ...crashed.outputs }, crashed.stderr).toMatchObject({
      code: 1,
      state: 'rolled-back',
      reason: expect.stringContaining('cartservice'),
    });
    await agree();
  }, 180_000);

  it('is restored completely by a rollback', async () => {
    const second = await deploy({ frontend: 'v2', cart: 'v2', checkout: 'v2' });
    expect(second, second.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    await agree();
    await rollBack([...releases.keys()][0]!);
    await agree();
  }, 180_000);

  it(
    `agrees with its status in ${sequences} random sequences (seed ${seed})`,
    async () => {
      const steps = fc.sample(step, { seed, numRuns: 3 * sequences });
      for (const [at, { kind, tags, crashes, back }] of steps.entries()) {
        if (kind === 'good') {
          const run = await deploy(tags);
          expect(run, run.stderr).toMatchObject({ code: 0 });
        } else if (kind === 'bad') {
          const run = await deploy({ ...tags, [crashes]: 'crash' });
          expect({ code: run.code, ...run.outputs }, run.stderr).toMatchObject({
            code: 1,
            state: 'rolled-back',
          });
        } else {
          await rollBack([...releases.keys()].slice(-4).at(-back)!);
        }
        console.log(`step ${at + 1} of ${steps.length}: ${kind}, release ${serving} is live`);
        await agree();
      }
      expect(await foreign(shop)).toEqual(others);
    },
    240_000 * Math.max(1, sequences),
  );

  async function rollBack(release: string): Promise<void> {
    const back = await act(shop, 'rollback', '--to-release', release);
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release } });
    serving = release;
    // Times are in whole seconds: a run that started in the same second would count as older than the rollback.
    await nextSecond();
  }
});
