import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeReport, largestReport } from '../../src/testing/reports.ts';
import { test as runTests, type TestOptions } from '../../src/testing/test.ts';
import { environmentForCommands, runCommand } from '../../src/toolkit/command.ts';
import { wording } from '../wording.ts';

let folder: string;
let log: number;
const logPath = () => join(folder, 'log');
const logged = () => readFileSync(logPath(), 'utf8');
const fixtures = join(import.meta.dirname, 'fixtures');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'testing-'));
  log = openSync(logPath(), 'a');
});
afterEach(() => {
  closeSync(log);
  rmSync(folder, { recursive: true });
});

const run = (declared: TestOptions['declared'], over: Partial<TestOptions> = {}) =>
  runTests({
    declared,
    folder,
    env: { PATH: process.env.PATH },
    log,
    signal: new AbortController().signal,
    report: () => {},
    ...over,
  });

const good = '<testsuite name="s"><testcase name="a"/></testsuite>';

describe('a run of the tests', () => {
  it('runs the command in the folder of slipway.yml, by bash that stops at the first failure', async () => {
    const result = await run({ run: 'echo out; echo err >&2; pwd; false | true; echo never' });
    expect(result).toMatchObject({ verdict: 'fail', reason: wording('1') });
    expect(logged()).toBe(`out\nerr\n${folder}\n`);
  });

  it('reads what the command wrote', async () => {
    const result = await run({
      run: `cp ${fixtures}/vitest.xml ${fixtures}/lcov.info .`,
      junit: ['*.xml'],
      coverage: { file: 'lcov.info', lines: 35, branches: 50 },
    });
    expect(result.reason).toEqual(wording('1', '3', '33.33 %', '50 %'));
  });

  it('only reads reports when there is no command', async () => {
    writeFileSync(join(folder, 'r.xml'), good);
    expect(await run({ junit: ['**/*.xml'] })).toMatchObject({
      verdict: 'pass',
      ending: undefined,
      reason: '',
    });
  });

  it('ignores reports of an earlier run', async () => {
    writeFileSync(join(folder, 'old.xml'), good);
    expect(await run({ run: 'true', junit: ['*.xml'] })).toMatchObject({
      verdict: 'fail',
      reason: wording(),
    });
    const mixed = await run({ run: `cp ${fixtures}/gradle.xml new.xml`, junit: ['*.xml'] });
    expect(mixed.cases).toHaveLength(2);
    expect(mixed.notes).toEqual([wording()]);
  });

  it('reads a report that matches two patterns once', async () => {
    const result = await run({ run: `cp ${fixtures}/gradle.xml r.xml`, junit: ['*.xml', 'r.xml'] });
    expect(result.cases).toHaveLength(2);
  });

  it('does not search for reports in packages', async () => {
    const result = await run({
      run: `mkdir -p node_modules/a; cp ${fixtures}/gradle.xml node_modules/a/r.xml`,
      junit: ['**/*.xml'],
    });
    expect(result.reason).toEqual(wording());
  });

  it('counts a report that was rewritten with the same text', async () => {
    writeFileSync(join(folder, 'r.xml'), good);
    expect(await run({ run: 'cp r.xml x; cp x r.xml', junit: ['r.xml'] })).toMatchObject({ verdict: 'pass' });
  });

  it.each<[string, TestOptions['declared'], string]>([
    ['no report', { run: 'true', junit: ['r/*.xml'] }, wording('r/*.xml', 'slipway.yml')],
    [
      'no report for one of two patterns',
      { run: `echo '${good}' > r.xml`, junit: ['r.xml', 'e2e/*.xml'] },
      wording('e2e/*.xml', 'slipway.yml'),
    ],
    [
      'two reports for one coverage',
      { run: `cp ${fixtures}/lcov.info a.info; cp a.info b.info`, coverage: { file: '*.info' } },
      wording('2', '*.info', 'coverage.file'),
    ],
    ['no coverage', { run: 'true', coverage: { file: 'c.xml' } }, wording('c.xml', 'slipway.yml')],
    ['no test in it', { run: 'echo "<testsuites/>" > r.xml', junit: ['r.xml'] }, wording('r.xml')],
    ['broken XML', { run: 'echo "<testsuites>" > r.xml', junit: ['r.xml'] }, wording('r.xml', 'XML')],
    ['an empty file', { run: 'touch r.xml', junit: ['r.xml'] }, wording('r.xml', 'XML')],
    ['a folder', { run: 'mkdir r.xml', junit: ['r.xml'] }, wording('r.xml', 'slipway.yml')],
    ['a pipe', { run: 'mkfifo r.xml', junit: ['r.xml'] }, wording('r.xml', 'slipway.yml')],
    [
      'a huge file',
      { run: `truncate -s ${largestReport + 1} r.xml`, junit: ['r.xml'] },
      wording('r.xml', '32 MiB'),
    ],
    ['no line covered', { run: 'echo "<coverage/>" > c.xml', coverage: { file: 'c.xml' } }, wording('c.xml')],
    ['binary', { run: "printf '\\xff\\x00' > r.xml", junit: ['r.xml'] }, wording('r.xml', 'utf-8')],
    ['a missing command', { run: 'nosuchcommand' }, wording('127')],
    ['a kill', { run: 'kill -KILL $$' }, wording('SIGKILL')],
  ])('with %s fails with a reason', async (_name, declared, reason) => {
    const result = await run(declared);
    expect(result.verdict).toBe('fail');
    expect(result.reason).toEqual(reason);
  });

  it('is refused when there is nothing to run or read', async () => {
    await expect(run({})).rejects.toThrow(wording('slipway.yml'));
  });

  it('does not let the output contain workflow commands', async () => {
    await run(
      { run: 'printf "::set-output name=a::b"' },
      { env: { PATH: process.env.PATH, GITHUB_ACTIONS: 'true' } },
    );
    const [, token] = /^::stop-commands::([0-9a-f-]{36})\n::set-output name=a::b\n::/.exec(logged()) ?? [];
    expect(token).toBeDefined();
    expect(logged().endsWith(`\n::${token}::\n`)).toBe(true);
  });

  it('folds the output where the results of single tests say what failed', async () => {
    await run(
      { run: `echo noise; cp ${fixtures}/vitest.xml .`, junit: ['*.xml'] },
      { env: { PATH: process.env.PATH, GITHUB_ACTIONS: 'true' } },
    );
    expect(logged()).toMatch(/^::group::.*\n::stop-commands::.*\nnoise\n\n::.*::\n::endgroup::\n$/);
  });

  it('keeps the outputs and tokens of the step from the tests', () => {
    const env = {
      PATH: '/bin',
      GITHUB_OUTPUT: 'o',
      GITHUB_ENV: 'e',
      GITHUB_ARTIFACTS: 'a',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
      INPUT_RUN: 'r',
      SLIPWAY_JOB_TOKEN: 't',
      CI: '1',
    };
    expect(environmentForCommands(env)).toEqual({ PATH: '/bin', CI: '1' });
  });
});

describe('the command', () => {
  const running = (mark: string) => {
    const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    return all.split('\n').filter(line => line.startsWith(`sleep ${mark}`)).length;
  };
  const until = async (holds: () => boolean) => {
    for (const end = Date.now() + 30_000; !holds(); await new Promise(next => setTimeout(next, 20))) {
      if (Date.now() > end) throw new Error(`not so: ${holds}`);
    }
  };
  /** @param patience milliseconds until SIGTERM, and until SIGKILL. */
  const options = (text: string, signal: AbortSignal, patience = { terminate: 20_000, kill: 30_000 }) => ({
    run: text,
    folder,
    env: { PATH: process.env.PATH },
    log,
    signal,
    patience,
  });

  it('gets SIGINT in its whole group when the run is cancelled', async () => {
    const abort = new AbortController();
    const done = runCommand(
      options('trap "echo asked; exit 3" INT; echo ready; sleep 771 & wait', abort.signal),
    );
    await until(() => logged().includes('ready'));
    abort.abort();
    expect(await done).toEqual({ kind: 'cancelled' });
    expect(logged()).toContain('asked');
    expect(running('771')).toBe(0);
  });

  it('is killed when it ignores SIGINT', async () => {
    const abort = new AbortController();
    const done = runCommand(
      options('trap "" INT TERM; echo ready; sleep 772; sleep 772', abort.signal, {
        terminate: 150,
        kill: 300,
      }),
    );
    await until(() => logged().includes('ready'));
    abort.abort();
    expect(await done).toEqual({ kind: 'cancelled' });
    // The kernel may still be ending it.
    await until(() => running('772') === 0);
  });

  it('leaves nothing running in the background', async () => {
    await runCommand(options('sleep 773 & disown; echo done', new AbortController().signal));
    await until(() => running('773') === 0);
  });

  it('is stopped with us, even when we are killed', async () => {
    const script = `
      import { runCommand } from ${JSON.stringify(join(import.meta.dirname, '../../src/toolkit/command.ts'))};
      await runCommand({ run: 'sleep 774', folder: '/', env: process.env, log: 1, signal: new AbortController().signal });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    await until(() => running('774') === 1);
    child.kill('SIGKILL');
    await until(() => running('774') === 0);
  });

  it('does not start when the run is already cancelled', async () => {
    expect(await runCommand(options('echo never', AbortSignal.abort()))).toEqual({ kind: 'cancelled' });
    expect(logged()).toBe('');
  });
});

describe('the text of a report', () => {
  it('is read in the encoding that it declares, or its byte order mark', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a b="\xe9"/>', 'latin1');
    expect(decodeReport(latin, 'r.xml')).toContain('é');
    expect(decodeReport(Buffer.from('\ufeff<é/>', 'utf16le'), 'r.xml')).toBe('<é/>');
    expect(() => decodeReport(Buffer.from('<?xml version="1.0" encoding="x-none"?>'), 'r.xml')).toThrow(
      wording('r.xml', 'x-none'),
    );
  });
});
