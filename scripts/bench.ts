/** `scripts/bench NAME`: runs bench/NAME.ts inside a lab and leaves its last line, one JSON object, last. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { down } from '../lab/down.ts';
import { up } from '../lab/up.ts';

const root = resolve(import.meta.dirname, '..');
const benches = readdirSync(join(root, 'test/bench')).map(file => file.replace(/\.ts$/, ''));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '' }, keep: { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
if (!existsSync(join(root, 'test/bench', `${name}.ts`))) {
  console.error(`bench: there is no benchmark "${name}"; name one of ${benches.join(', ')}`);
  process.exit(2);
}
const lab = 'bench';
await up({ name: lab, log: line => console.error(line) });
const args = ['exec', '--name', lab, '--', process.execPath, join(root, 'test/bench', `${name}.ts`)];
const child = spawn(join(root, 'scripts/lab'), args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, BENCH_RUNS: values.runs },
});
process.exitCode = await new Promise<number>(done => child.once('close', code => done(code ?? 1)));
if (!values.keep) await down({ name: lab, log: line => console.error(line) });
