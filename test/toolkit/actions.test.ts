import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summary } from '@actions/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseSecrets } from '../../src/actions/inputs.ts';
import { runStep } from '../../src/toolkit/actions.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { defineAction, type Host } from '../../src/toolkit/host.ts';
import { wording } from '../wording.ts';

/** @actions/core remembers the file of its first write. */
const forgetSummaryFile = () => Reflect.deleteProperty(summary, '_filePath');

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'step-'));
  log = '';
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
    writeFileSync(join(folder, name), '');
    vi.stubEnv(name, join(folder, name));
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    log += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  forgetSummaryFile();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

it('the output of another program is shown in a group, and workflow commands in it are ignored', async () => {
  await runStep(
    defineAction({
      name: 'test',
      description: '',
      inputs: {},
      outputs: { reason: '' },
      run: async (_, host) => {
        await host.quote('Build ::x', async print => {
          print('::error::std::string\r\n::add-mask::x \u001b[31m##[warning]');
          host.report('ours ::notice::');
          host.report('::notice::of an answer');
          throw new UserError('it broke', 'fix it');
        });
        return true;
      },
    }),
  );
  const [group, stop, ...rest] = log.trim().split('\n');
  expect(group).toBe('::group::Build ::x');
  const token = /^::stop-commands::([0-9a-f-]{36})$/.exec(stop ?? '')?.[1];
  expect(token).toBeDefined();
  expect(rest).toEqual([
    '::error::std::string  ::add-mask::x  [31m##[warning]',
    'ours ::notice::',
    ': :notice::of an answer',
    `::${token}::`,
    '::endgroup::',
    '::error title=test::it broke. Fix it.',
  ]);
  expect(readFileSync(join(folder, 'GITHUB_OUTPUT'), 'utf8')).toContain('it broke. Fix it.');
});

const step = (run: (host: Host) => Promise<boolean>) =>
  runStep(
    defineAction({
      name: 'deploy',
      description: '',
      inputs: {},
      outputs: { reason: '' },
      run: (_, host) => run(host),
    }),
  );

it('a step that fails shows why on the page of the run', async () => {
  await step(async host => {
    host.output('reason', 'the pods ::are not ready');
    return false;
  });
  expect(log).toContain('::error title=deploy::the pods ::are not ready\n');
  expect(process.exitCode).toBe(1);
});

const manyLines = (host: Host) => {
  for (let line = 1; line <= 100; line += 1) host.report(`line ${line}`);
};
/** The lines of the log that are in no group. */
const visible = () =>
  log
    .replace(/::group::[\s\S]*?::endgroup::\n/g, '')
    .trim()
    .split('\n');

it('long output is folded, and the last line, the result, is not', async () => {
  await step(async host => {
    manyLines(host);
    host.report('release 7: complete');
    return true;
  });
  expect(log.match(/^::group::.*$/gm)).toEqual(['::group::More of deploy']);
  expect(visible()).toEqual([
    ...Array.from({ length: 40 }, (_, n) => `line ${n + 1}`),
    'release 7: complete',
  ]);
});

it('short output is not folded', async () => {
  await step(async host => {
    host.report('release 7: complete');
    return true;
  });
  expect(log).toBe('release 7: complete\n');
});

it.each<[string, (host: Host) => Promise<boolean>, string]>([
  [
    'a failure',
    async host => {
      host.output('reason', 'no pod is ready');
      return false;
    },
    '::error title=deploy::no pod is ready',
  ],
  [
    'an error',
    () => Promise.reject(new UserError('it broke', 'fix it')),
    '::error title=deploy::it broke. Fix it.',
  ],
  [
    'a warning before the end',
    async host => {
      host.annotate('warning', { message: 'a backup is late' });
      return true;
    },
    '::warning::a backup is late',
  ],
])('%s after long output is in no group', async (_, end, said) => {
  await step(async host => {
    manyLines(host);
    return end(host);
  });
  expect(visible().at(-1)).toBe(said);
});

it('the output of another program has its own group, also amid long output', async () => {
  await step(async host => {
    manyLines(host);
    await host.quote('log of Job/migrate', async print => print('migrated'));
    host.report('release 7: complete');
    return true;
  });
  const groups = log.split('\n').filter(line => /^::(group|endgroup)::/.test(line));
  expect(groups).toEqual([
    ...['::group::More of deploy', '::endgroup::', '::group::log of Job/migrate', '::endgroup::'],
    ...['::group::More of deploy', '::endgroup::'],
  ]);
  expect(visible().at(-1)).toBe('release 7: complete');
});

it('every call returns the signal of one cancellation', async () => {
  const before = process.listeners('SIGTERM');
  const added = () => process.listeners('SIGTERM').filter(each => !before.includes(each));
  await step(async host => {
    const signal = host.cancellation();
    for (let again = 0; again < 20; again += 1) host.cancellation();
    expect(added()).toHaveLength(1);
    // Not `process.emit`: the test runner listens too.
    added()[0]?.('SIGTERM');
    expect([signal.aborted, host.cancellation().aborted]).toEqual([true, true]);
    return true;
  });
  expect(process.exitCode).toBeUndefined();
  for (const name of ['SIGINT', 'SIGTERM'])
    for (const each of process.listeners(name as NodeJS.Signals).slice(-1)) process.off(name, each);
});

it('each value of a map of secrets is masked: the runner knows only the whole secret', async () => {
  await step(async host => {
    const given = { TOKEN: 'hunter2hunter2', KEY: 'line one\nline two', PIN: '4711', NONE: '' };
    expect(parseSecrets('credentials', JSON.stringify(given), host)).toEqual(given);
    return true;
  });
  const [token, key, ...said] = log.trim().split('\n');
  expect([token, key]).toEqual(['::add-mask::hunter2hunter2', '::add-mask::line one%0Aline two']);
  expect(said).toEqual([wording('credentials', 'shorter than 6 characters', 'PIN')]);
  expect(log).not.toMatch(/4711|NONE/);
});
