/**
 * The kill matrix: a run is killed before and after every one of its writes, or stopped and continued after another has
 * taken over, and somebody goes on in one of the ways that there are. However that falls, exactly one healthy release serves
 * in the end, nothing is left over, and the record is true.
 */
import { connect } from '../../src/cluster/port.ts';
import { serveImages } from '../matrix/images.ts';
import { attemptAll, story, table, traceOf } from '../matrix/matrix.ts';
import { casesOf, inTurn, sampled, scenarios } from '../matrix/scenarios.ts';
import { Traffic } from '../matrix/traffic.ts';

const only = process.env.MATRIX_ONLY ?? '';
const how = process.env.MATRIX_HOW ?? '';
const size = Number(process.env.MATRIX_CASES ?? Number.POSITIVE_INFINITY);
const workers = Number(process.env.MATRIX_WORKERS ?? 6);

const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
const say = (line: string) => console.error(`[${seconds().toFixed(1).padStart(6)} s] ${line}`);

const cluster = await connect();
const [images, traffic] = await Promise.all([
  serveImages(),
  Traffic.start(cluster, process.env.SLIPWAY_TRAFFIC ?? ''),
]);
const stage = { cluster, images, traffic };
try {
  const broken: string[] = [];
  const chosen = scenarios.filter(({ name }) => name.includes(only));
  const traced = await Promise.all(
    chosen.map(async scenario => {
      const traces = await traceOf(stage, scenario).catch(error => {
        broken.push(String(error));
        say(String(error));
      });
      if (traces === undefined) return [];
      say(`${scenario.name}: ${traces.map(writes => writes.length).join(' + ')} writes`);
      return casesOf(scenario, traces);
    }),
  );
  const all = traced.flat().filter(each => how === '' || each.how === how);
  // In turn, so that whoever ends it early has seen some of each.
  const cases = inTurn([...Map.groupBy(sampled(all, size), each => each.scenario).values()]);
  const results = await attemptAll(stage, cases, { workers }, ({ done, all, result }) => {
    say(`${done}/${all} ${story(result)}`);
    if (result.faults.length > 0) for (const line of result.said) say(`    | ${line}`);
  });
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
      seconds: Math.round(seconds()),
    }),
  );
  process.exitCode = failed.length + broken.length === 0 ? 0 : 1;
} finally {
  await Promise.all([traffic.close(), images.close()]);
  await cluster.close();
}
