/**
 * The kill matrix: a run is killed before and after every one of its writes, or stopped and continued after another has
 * taken over, and somebody goes on in one of the ways that there are. However that falls, exactly one healthy release serves
 * in the end, nothing is left over, and the record is true. With MATRIX_FULL a sample of it on a full lab, under traffic.
 */
import { speaker } from '../live/trial.ts';
import { tell } from '../matrix/account.ts';
import { casesOf, inTurn, sampled } from '../matrix/cases.ts';
import { attemptAll, traceAll } from '../matrix/matrix.ts';
import { scenarios } from '../matrix/scenarios.ts';
import { openSimulated } from '../matrix/simulated.ts';
import { story, table } from '../matrix/table.ts';

const only = process.env.MATRIX_ONLY ?? '';
const how = process.env.MATRIX_HOW ?? '';
const size = Number(process.env.MATRIX_CASES ?? Number.POSITIVE_INFINITY);
const workers = Number(process.env.MATRIX_WORKERS ?? 6);

if (process.env.MATRIX_FULL === undefined) process.exitCode = (await whole()) ? 0 : 1;
else {
  // It does not load outside a full lab.
  const { sampleOnFull } = await import('../matrix/sample.ts');
  const { MATRIX_SEED: seed } = process.env;
  const options = seed === undefined ? {} : { seed: Number(seed) };
  process.exitCode = (await sampleOnFull({ ...options, only, size: Math.min(size, 1e5) })) ? 0 : 1;
}

async function whole(): Promise<boolean> {
  const started = performance.now();
  const say = speaker();
  const { stage, close } = await openSimulated();
  try {
    const chosen = scenarios.filter(({ name }) => name.includes(only));
    const { traced, broken } = await traceAll(stage, chosen, chosen.length, say);
    const all = traced
      .flatMap(({ scenario, traces }) => casesOf(scenario, traces))
      .filter(each => how === '' || each.how === how);
    // In turn, so that whoever ends it early has seen some of each.
    const turns = inTurn([...Map.groupBy(sampled(all, size), each => each.scenario).values()]);
    const cases = turns.slice(Number(process.env.MATRIX_FROM ?? 0));
    const results = await attemptAll(stage, cases, { workers }, progress => tell(progress, say));
    const failed = results.filter(({ faults }) => faults.length > 0);
    console.log(table(results));
    for (const each of failed) console.log(story(each));
    for (const each of broken) console.log(each);
    console.log(
      JSON.stringify({
        cases: results.length,
        failed: failed.length,
        broken: broken.length,
        not_reached: results.filter(({ reached }) => !reached).length,
        seconds: Math.round((performance.now() - started) / 1000),
      }),
    );
    return failed.length + broken.length === 0;
  } finally {
    await close();
  }
}
