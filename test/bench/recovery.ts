/**
 * Benchmarks recovery: twenty seeded defects, checked by drills and by the tools' own checks; every scenario in a healthy system; killed
 * runs; the error of measured outages and losses; the overhead of backups and restores over the tools; and configurations that must be
 * refused. `--only defects,error` runs some parts; `--only size --cases 20` backs up a database of 20 GB.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { judgeDefects } from './recovery/defects.ts';
import { measureErrors } from './recovery/error.ts';
import { judgeFuzz } from './recovery/fuzz.ts';
import { judgeKills } from './recovery/kills.ts';
import { measureOverhead } from './recovery/overhead.ts';
import { judgeScenarios } from './recovery/scenarios.ts';
import { measureSize } from './recovery/size.ts';

const only = (process.env.BENCH_ONLY ?? '').split(',').filter(each => each !== '');
const runs = Number(process.env.BENCH_RUNS ?? 12);
const cases = (usual: number) => Number(process.env.MATRIX_CASES ?? usual);
const say = (line: string) => console.log(line);

/** The parts by name. */
const parts: Readonly<Record<string, () => Promise<object>>> = {
  defects: () => judgeDefects(say),
  scenarios: () => judgeScenarios(cases(5), say),
  kills: () => judgeKills(cases(30), say),
  error: () => measureErrors(3, say),
  overhead: () => measureOverhead(runs, say),
  fuzz: () => judgeFuzz(cases(1000), say),
  size: () => measureSize(cases(2), say),
};
/** Runs only on request, because it takes hours and much disk space. */
const rare = 'size';

process.once('SIGTERM', () => process.exit(130));
const wanted = Object.keys(parts).filter(
  name => (only.length === 0 && name !== rare) || only.some(part => part.startsWith(name)),
);
if (wanted.length === 0) throw new Error(`--only ${only} matches none of ${Object.keys(parts)}`);
const results: Record<string, object> = {};
for (const name of wanted) {
  say(`\n== ${name}, ${new Date().toISOString()}, load ${loadavg()[0]?.toFixed(1)}`);
  results[name] = (await parts[name]?.()) ?? {};
}
const folder = resolve(import.meta.dirname, '../../report');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'bench-recovery.json'), `${JSON.stringify(results, null, 2)}\n`);
const { rows: _, ...flat } = Object.assign({}, ...Object.values(results)) as Record<string, unknown>;
console.log(JSON.stringify(flat));
