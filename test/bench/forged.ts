/**
 * Forged records: a user who may only write ConfigMaps changes records, outcomes and states of a release, and the real CLI then sweeps,
 * deploys or rolls back. By the audit log it writes nothing outside of its namespace and no foreign objects. It never crashes, and no
 * version that was not judged becomes live or counts as verified.
 */
import { stderrLogger } from '../live/scenario.ts';
import { type ForgedResult, forgeAll, forgedCases } from '../matrix/forged.ts';
import { openSimulated } from '../matrix/simulated.ts';

const count = Number(process.env.MATRIX_CASES ?? 1000);
const seed = Number(process.env.MATRIX_SEED ?? Math.floor(Math.random() * 1e6));
const lanes = Number(process.env.MATRIX_WORKERS ?? 6);

const started = performance.now();
const say = stderrLogger();
const { stage, close } = await openSimulated();
try {
  const results = await forgeAll(stage, forgedCases(count, seed), { lanes }, (result, done) => {
    for (const fault of result.faults) say(`WRONG ${story(result)}: ${fault}`);
    if (result.faults.length > 0) for (const line of result.log) say(`  ${line}`);
    if (done % 50 === 0) say(`${done} of ${count}`);
  });
  const wrong = results.filter(({ faults }) => faults.length > 0);
  const ends = Object.groupBy(results, result => `${result.case.command} ${result.code} ${result.state}`);
  for (const [end, all = []] of Object.entries(ends).sort()) console.log(`${all.length}\t${end}`);
  console.log(
    JSON.stringify({
      seed,
      cases: results.length,
      wrong: wrong.length,
      writes: results.reduce((sum, { writes }) => sum + writes, 0),
      seconds: Math.round((performance.now() - started) / 1000),
    }),
  );
  process.exitCode = wrong.length === 0 && results.length === count ? 0 : 1;
} finally {
  await close();
}

function story({ case: { base, command, seed: own }, aim }: ForgedResult): string {
  return `${base}, ${command}, seed ${own}, ${aim}`;
}
