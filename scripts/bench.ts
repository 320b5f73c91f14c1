/** `scripts/bench NAME`: runs test/bench/NAME.ts, in a lab if it needs one. The last line of its output is one JSON object. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PARTS } from '../lab/asked.ts';
import { commandLine, inLab, main, run, UsageError, withLab } from './with-lab.ts';

const folder = resolve(import.meta.dirname, '../test/bench');
/** These need no cluster. */
const local = ['gate', 'start'];
/** These need a lab, but a simulated one without containers, unless `--full` is given. */
const simulated = ['failing', 'forged', 'matrix'];
const benches = readdirSync(folder)
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replace(/\.ts$/, ''));
/** These need a lab with databases and object stores. */
const recovering = ['recovery'];
/** These need Prometheus's tools or Alertmanager. */
const alerting = ['burn-rates', 'steady'];
/** Benchmarks that support both gateways. */
const routed = ['dip', 'rollback'];
/** The values of `--how`: the ways to interrupt a run. */
const hows: Readonly<Record<string, readonly string[]>> = {
  matrix: ['kill', 'stall'],
  failing: ['once', 'while', 'end', '401', '403', '422', '429', '500', '503', 'reset', 'hang'],
};
/** Number of cases of `--full`. */
const sample = '42';
const usage = `usage: scripts/bench NAME [--runs N] [--cases N] [--from N] [--how HOW] [--full] [--seed S] [--only NAMES] [--gateway G] [--keep] [--name LAB]

  NAME    ${benches.join(', ')}
  --runs  pairs of runs of each comparison, or rounds of ten minutes of steady (default: 12)
  --cases matrix, failing: number of cases, spread over all of them; forged: number of cases (default: 1000); recovery: number of drills of each scenario, of kills or of refusals, or GB of \`size\`
  --from  matrix, failing: number of cases to skip, because an earlier run has covered them
  --how   matrix: only kill or stall; failing: only once, while or end, or one response (401, 403, 422, 429, 500, 503, reset, hang)
  --full  matrix: a sample (${sample} cases) in a full lab, under traffic and with the watchdog
  --seed  matrix --full, forged: seed of the drawn cases (default: random)
  --only  matrix, failing, faults, verdicts: only scenarios whose name contains the text; recovery: defects, scenarios, kills, error, overhead, fuzz or size
  --gateway  dip, rollback: contour (default) or traefik
  --keep  leave the lab running
  --name  name of the lab (default: bench-<process id>); a running lab is used and not removed`;

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
      bench === undefined ? 'the benchmark is missing' : `"${positionals.join(' ')}" is not a benchmark`;
    throw new UsageError(given, `name one of ${benches.join(', ')}`);
  }
  if (!/^[1-9]\d{0,4}$/.test(values.runs)) {
    throw new UsageError(
      `--runs ${values.runs} is not a number of pairs`,
      'use a whole number of at least 1',
    );
  }
  if (values.cases !== undefined && !/^[1-9]\d{0,4}$/.test(values.cases)) {
    throw new UsageError(
      `--cases ${values.cases} is not a number of cases`,
      'use a whole number of at least 1, or omit it for all cases',
    );
  }
  if (!/^\d{1,5}$/.test(values.from)) {
    throw new UsageError(`--from ${values.from} is not a number of cases`, 'use a whole number');
  }
  const known = hows[bench] ?? [];
  if (values.how !== '' && !known.includes(values.how)) {
    throw new UsageError(
      `--how ${values.how} does not exist for ${bench}`,
      known.length === 0 ? 'omit it' : `use one of ${known.join(', ')}`,
    );
  }
  const { full, seed } = values;
  if (full && (bench !== 'matrix' || values.how !== '' || values.from !== '0')) {
    throw new UsageError(
      '--full is only for matrix, and cannot be combined with --how or --from',
      'omit it, or run matrix without the other options',
    );
  }
  if (seed !== undefined && !((full || bench === 'forged') && /^\d{1,9}$/.test(seed))) {
    throw new UsageError(
      `--seed ${seed} cannot be used: it is for forged and --full, as a whole number`,
      'omit it, or pass a whole number',
    );
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
      ...(alerting.includes(bench) ? [...DEFAULT_PARTS, 'alerting'] : []),
      ...(bench === 'supply' ? [...DEFAULT_PARTS, 'cosign'] : []),
      ...(gateway === 'traefik' ? [...DEFAULT_PARTS, 'traefik'] : []),
    ],
  } as const;
  const code = await withLab(options, lab => run(inLab(lab, command), { env }));
  return code ?? 1;
});
