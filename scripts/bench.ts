/** `scripts/bench NAME`: runs test/bench/NAME.ts, inside a lab if it needs one, and leaves its last line, one JSON object, last. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PARTS } from '../lab/asked.ts';
import { commandLine, inLab, main, run, UsageError, withLab } from './with-lab.ts';

const folder = resolve(import.meta.dirname, '../test/bench');
/** These need no cluster. */
const local = ['gate', 'start'];
/** These need a lab, but no containers in it, unless a full one is asked for. */
const simulated = ['failing', 'forged', 'matrix'];
const benches = readdirSync(folder)
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replace(/\.ts$/, ''));
/** These need a lab with databases and object stores. */
const recovering = ['recovery'];
/** Benchmarks that support both gateways. */
const routed = ['dip', 'rollback'];
/** Ways to interrupt a run. */
const hows: Readonly<Record<string, readonly string[]>> = {
  matrix: ['kill', 'stall'],
  failing: ['once', 'while', 'end', '401', '403', '422', '429', '500', '503', 'reset', 'hang'],
};
/** Cases of the sample on a full lab. */
const sample = '42';
const usage = `usage: scripts/bench NAME [--runs N] [--cases N] [--from N] [--how HOW] [--full] [--seed S] [--only NAMES] [--gateway G] [--keep] [--name LAB]

  NAME    ${benches.join(', ')}
  --runs  pairs of runs of each comparison (default: 12)
  --cases of matrix and failing: so many cases, spread over all of them; of forged: so many (default: 1000); of recovery: so many drills of each scenario, kills, or refusals, or GB of \`size\`
  --from  of matrix and failing: leaves out so many of the first, which an earlier run came to
  --how   of the matrix: kill or stall alone; of failing: once, while or end alone, or one answer (401, 403, 422, 429, 500, 503, reset, hang)
  --full  of the matrix: a sample of it (${sample} cases) on a full lab, under traffic and with the watchdog
  --seed  of that sample, and of forged: the same number draws the same cases (default: another one each time)
  --only  of matrix, failing, faults and verdicts: the scenarios whose name has that text; of recovery: defects, scenarios, kills, error, overhead, fuzz or size
  --gateway  of dip and rollback: contour (default) or traefik
  --keep  leave the lab running
  --name  name of the lab (default: bench-<process id>); a lab that already runs is used and stays`;

await main('bench', async () => {
  const { values, positionals } = commandLine('bench', () =>
    parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '12' },
        cases: { type: 'string' },
        from: { type: 'string', default: '0' },
        only: { type: 'string', default: '' },
        how: { type: 'string', default: '' },
        full: { type: 'boolean', default: false },
        seed: { type: 'string' },
        gateway: { type: 'string', default: 'contour' },
        keep: { type: 'boolean', default: false },
        name: { type: 'string' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    }),
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [bench, ...extra] = positionals;
  if (bench === undefined || extra.length > 0 || !benches.includes(bench)) {
    const given =
      bench === undefined ? 'no benchmark was named' : `"${positionals.join(' ')}" is no benchmark`;
    throw new UsageError(given, `name one of ${benches.join(', ')}`);
  }
  if (!/^[1-9]\d{0,4}$/.test(values.runs)) {
    throw new UsageError(`--runs ${values.runs} is no number of pairs`, 'give a whole number of at least 1');
  }
  if (values.cases !== undefined && !/^[1-9]\d{0,4}$/.test(values.cases)) {
    throw new UsageError(
      `--cases ${values.cases} is no number of cases`,
      'give a whole number of at least 1, or leave it out for all',
    );
  }
  if (!/^\d{1,5}$/.test(values.from)) {
    throw new UsageError(`--from ${values.from} is no number of cases`, 'give a whole number');
  }
  const known = hows[bench] ?? [];
  if (values.how !== '' && !known.includes(values.how)) {
    throw new UsageError(
      `--how ${values.how} is no way to interrupt a run of ${bench}`,
      known.length === 0 ? 'leave it out' : `give one of ${known.join(', ')}`,
    );
  }
  const { full, seed } = values;
  if (full && (bench !== 'matrix' || values.how !== '' || values.from !== '0')) {
    throw new UsageError(
      '--full is a sample of the kills of the matrix',
      'give it to matrix, without --how and --from',
    );
  }
  if (seed !== undefined && !((full || bench === 'forged') && /^\d{1,9}$/.test(seed))) {
    throw new UsageError(`--seed ${seed} draws nothing`, 'give a whole number, to forged or beside --full');
  }
  const { gateway } = values;
  if (gateway !== 'contour' && !(gateway === 'traefik' && routed.includes(bench))) {
    throw new UsageError(
      `${bench} does not support --gateway ${gateway}`,
      'use contour; dip and rollback also support traefik',
    );
  }
  const cases = values.cases ?? (full ? sample : undefined);
  const command = [process.execPath, join(folder, `${bench}.ts`)];
  const env = {
    BENCH_RUNS: values.runs,
    MATRIX_ONLY: values.only,
    MATRIX_HOW: values.how,
    MATRIX_FROM: values.from,
    BENCH_ONLY: values.only,
    BENCH_GATEWAY: gateway,
    ...(cases === undefined ? {} : { MATRIX_CASES: cases }),
    ...(full ? { MATRIX_FULL: 'true' } : {}),
    ...(seed === undefined ? {} : { MATRIX_SEED: seed }),
  };
  if (local.includes(bench)) return run(command, { env });
  const { name, keep } = values;
  const options = {
    script: 'bench',
    name,
    keep,
    to: 2,
    simulated: simulated.includes(bench) && !full,
    parts: [
      ...(recovering.includes(bench) ? [...DEFAULT_PARTS, 'recovery', 'netpol'] : []),
      ...(bench === 'supply' ? [...DEFAULT_PARTS, 'cosign'] : []),
      ...(gateway === 'traefik' ? [...DEFAULT_PARTS, 'traefik'] : []),
    ],
  } as const;
  const code = await withLab(options, lab => run(inLab(lab, command), { env }));
  return code ?? 1;
});
