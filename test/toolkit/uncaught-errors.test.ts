import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wording } from '../wording.ts';

const source = (file: string) => JSON.stringify(resolve(import.meta.dirname, '../../src', file));

/** A step that waits for its end, rolls back what it began, and meanwhile something goes wrong beside it. */
const step = (wrong: string, end: string) => `
  import { runStep } from ${source('toolkit/actions.ts')};
  import { uncaughtErrorOf } from ${source('toolkit/uncaught-errors.ts')};
  await runStep({
    name: 'deploy', description: '', inputs: {}, outputs: { state: '', reason: '' },
    run: async (_, host) => {
      for (let again = 0; again < 20; again += 1) host.cancellation();
      const signal = host.cancellation();
      const ended = new Promise(resolve => signal.addEventListener('abort', resolve));
      ${wrong}
      await ended;
      await new Promise(resolve => setTimeout(resolve, 20));
      host.report('rolled back: ' + uncaughtErrorOf(signal));
      host.output('state', 'rolled-back');
      ${end}
    },
  });`;

const adrift = `setImmediate(() => Promise.reject(new Error('adrift ::x')));`;

describe('an uncaught error', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'uncaught-errors-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(args: readonly string[]) {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const env = { PATH: process.env.PATH, GITHUB_OUTPUT: output };
    const ended = spawnSync(process.execPath, args, { env, encoding: 'utf8', cwd: folder });
    return { ...ended, outputs: readFileSync(output, 'utf8') };
  }
  const runStep = (wrong: string, end = 'return true;') =>
    run(['--input-type=module', '--eval', step(wrong, end)]);

  it.each([
    ['a rejected promise', adrift],
    ['an exception', `setImmediate(() => { throw new Error('adrift ::x'); });`],
    ['both', `${adrift} setImmediate(() => { throw new Error('the second'); });`],
  ])('is reported once in full, and the step rolls back and fails: %s', (_, wrong) => {
    const { status, stdout, stderr, outputs } = runStep(wrong);
    expect(status, stderr).toBe(1);
    const errors = stdout.split('\n').filter(line => line.startsWith('::error title=deploy::'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/: Error: adrift ::x%0A +at /);
    expect(stdout.split('\n')).toContainEqual(wording('rolled back', 'adrift ::x'));
    expect(outputs).toMatch(/^state<<ghadelimiter_.*\nrolled-back\n/m);
    expect(stderr).toBe('');
  });

  it('does not hide why the step fails', () => {
    const { status, stdout } = runStep(adrift, `throw new Error('no way back');`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error title=deploy::.*adrift/m);
    expect(stdout).toMatch(/^::error title=deploy::.*no way back/m);
  });

  it('ends the step for who asks for the cancellation later', () => {
    const { stdout } = runStep(
      adrift,
      `host.report('aborted: ' + host.cancellation().aborted); return true;`,
    );
    expect(stdout).toContain('aborted: true');
  });

  it('makes the CLI exit with 1', () => {
    // At the moment at which a listener is added.
    const hook = `process.on('newListener', name => { if (name === 'unhandledRejection') ${adrift} });`;
    writeFileSync(
      join(folder, 'slipway.yml'),
      'app: shop\nimages: {shop: {repository: registry.example/shop}}\ntest: {run: "sleep 30"}\nenvironments: {}\n',
    );
    const cli = resolve(import.meta.dirname, '../../src/slipway.ts');
    const { status, stdout, stderr } = run([
      '--import',
      `data:text/javascript,${encodeURIComponent(hook)}`,
      cli,
      'test',
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^slipway: an unexpected error occurred; .*: Error: adrift ::x\n +at /m);
    expect(stdout).toContain('verdict=fail');
  });
});
