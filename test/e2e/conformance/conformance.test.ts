import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConformanceReport } from '../../../src/assess/conformance/report-schema.ts';
import { requirementIds } from '../../../src/assess/requirement.ts';
import { needs } from '../needs.ts';
import { appSeeds } from './app-seeds.ts';
import type { Cause, Undo } from './causes.ts';
import { evidencePlan, notApplicable, notShown, stepNames } from './evidence-plan.ts';
import { createPlace, type Place } from './place.ts';
import { plant } from './planting.ts';
import { releaseCauses } from './release-causes.ts';
import { report, steps } from './run.ts';
import { causes } from './running-causes.ts';
import { type RunningSeed, releaseSeeds, runningSeeds } from './running-seeds.ts';
import { fileSeeds } from './seeds.ts';

needs('recovery', 'netpol', 'metrics', 'alerting', 'exporters', 'logs', 'cosign');

/**
 * The conformance report, shown on the lab: an application that is built to meet everything, and then the same one with shortfalls.
 * SLIPWAY_CONFORMANCE_STEPS names the steps to make, separated by commas, and SLIPWAY_CONFORMANCE_SEEDS a part of the names of seeds.
 */

const chosen = process.env.SLIPWAY_CONFORMANCE_STEPS?.split(',');
const wanted = process.env.SLIPWAY_CONFORMANCE_SEEDS ?? '';
const names = stepNames.filter(name => chosen?.includes(name) ?? true);
const seeded = <Seed extends { readonly name: string }>(all: readonly Seed[]) =>
  all.filter(({ name }) => name.includes(wanted)).map(each => [each.name, each] as const);
const namesOf = <Name extends string>(seeds: Readonly<Record<Name, unknown>>) =>
  (Object.keys(seeds) as Name[]).filter(name => name.includes(wanted));
const hour = 3_600_000;

let place: Place;
let saved: string;
beforeAll(async () => {
  place = await createPlace();
  saved = await mkdtemp(join(tmpdir(), 'conformance-saved-'));
}, 20 * 60_000);
afterAll(async () => {
  await place?.remove();
  if (saved !== undefined) await rm(saved, { recursive: true, force: true });
}, 10 * 60_000);

const statusOf = ({ requirements }: ConformanceReport, id: string) =>
  requirements.find(each => each.id === id)?.status;

describe('the good application', () => {
  it.each(names)(
    '%s',
    async name => {
      await steps[name](place);
    },
    3 * hour,
  );

  it.runIf(names.includes('report'))(
    'has all requirements decided but those that the lab cannot show, and at least 105 of them met',
    async () => {
      const found = await report(place);
      const said = (status: string) =>
        found.requirements.filter(each => each.status === status).map(({ id, what }) => `${id}: ${what}`);
      console.log(JSON.stringify(found.counts), said('not-met'), said('unknown'), said('not-applicable'));
      expect(found.requirements.map(({ id }) => id)).toEqual(requirementIds);
      const open = found.requirements.flatMap(({ id, status }) => (status === 'unknown' ? [id] : []));
      expect(open, said('unknown').join('\n')).toEqual(Object.keys(notShown));
      expect(found.counts.met, said('not-met').join('\n')).toBeGreaterThanOrEqual(105);
      for (const { id, status, evidence } of found.requirements)
        if (status === 'met') expect(evidence.length, id).toBeGreaterThan(0);
      const planned = Object.keys(evidencePlan).filter(
        id => !Object.hasOwn(notApplicable, id) && !Object.hasOwn(notShown, id),
      );
      expect(planned.filter(id => statusOf(found, id) !== 'met')).toEqual([]);
    },
    600_000,
  );

  it.runIf(names.includes('report'))(
    'has the same verdicts twenty times',
    async () => {
      const runs: string[] = [];
      for (let run = 0; run < 20; run += 1) {
        const { requirements } = await report(place);
        runs.push(requirements.flatMap(({ id, status }) => (status === 'not-met' ? [id] : [])).join());
      }
      expect(new Set(runs)).toEqual(new Set(['']));
    },
    hour,
  );
});

/** Causes a shortfall, makes steps again, and reports. What the steps recorded before is put back. */
async function withShortfall(cause: Cause, again: RunningSeed['again']): Promise<ConformanceReport> {
  await rm(saved, { recursive: true, force: true });
  await cp(place.records, saved, { recursive: true });
  let undo: Undo | undefined;
  try {
    undo = await cause(place);
    // What is wrong fails its step, after the record.
    for (const name of again)
      await steps[name](place).catch(error => console.log(String(error).slice(0, 300)));
    return await report(place);
  } finally {
    await undo?.();
    await rm(place.records, { recursive: true, force: true });
    await cp(saved, place.records, { recursive: true });
  }
}

const expectFound = (found: ConformanceReport, ids: readonly string[]) => {
  const short = found.requirements.filter(({ status }) => status === 'not-met').map(({ id }) => id);
  console.log(`not met: ${short.join(', ')}`);
  expect(short).toEqual(expect.arrayContaining([...ids]));
};

const inFiles = seeded(fileSeeds);
describe.runIf(inFiles.length > 0)('a shortfall in the files', () => {
  it.each(inFiles)(
    'is found: %s',
    async (_, seed) => expectFound(await withShortfall(at => plant(at, seed), ['policy']), seed.ids),
    hour,
  );
});

const inApplication = seeded(appSeeds);
describe.runIf(inApplication.length > 0)('a shortfall of the running application', () => {
  it.each(inApplication)(
    'is found: %s',
    async (_, { ids, differs }) =>
      expectFound(await withShortfall(at => at.differ(differs), ['verify']), ids),
    hour,
  );
});

const inRunning = namesOf(runningSeeds);
describe.runIf(inRunning.length > 0)('a shortfall of what runs', () => {
  it.each(inRunning)(
    'is found: %s',
    async name => {
      const { ids, again } = runningSeeds[name];
      expectFound(await withShortfall(causes[name], again), ids);
    },
    2 * hour,
  );
});

const inReleases = namesOf(releaseSeeds);
describe.runIf(inReleases.length > 0)('a shortfall of a release', () => {
  it.each(inReleases)(
    'is found: %s',
    async name => {
      const { ids, again } = releaseSeeds[name];
      expectFound(await withShortfall(releaseCauses[name], again), ids);
    },
    2 * hour,
  );
});
