import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExecConnectionLost } from '../../../src/cluster/exec.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { type Exec, localExec } from '../../../src/recovery/exec.ts';
import { unproved } from '../../../src/recovery/levels.ts';
import { verifyArguments } from '../../../src/recovery/postgres/pgbackrest.ts';
import { isDue, type ReadingBack, readBack } from '../../../src/recovery/postgres/verifying.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';
import { backup, stanza } from './stanza.ts';

/** The scripts that run in pods, in a shell of this machine, with a fake pgBackRest that records its arguments. */

const day = 86_400_000;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'verifying-'));
  // A full read ends when the test allows it.
  const program = `#!/bin/sh
case "$*" in *--set=*) what=set ;; *) what=all ;; esac
echo "$what" >> ${dir}/asked
until [ "$what" = set ] || [ -e ${dir}/may ] || ! [ -d ${dir} ]; do sleep 0.05; done
cat ${dir}/said-$what`;
  writeFileSync(join(dir, 'pgbackrest'), program, { mode: 0o755 });
  says('set', said('ok', [old, fresh], 0, before));
  says('all', said('ok', [old, fresh]));
  allow();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const old = '20261125-030000F';
const fresh = '20261126-030000F';
const faults = (checksum: number) => `missing: 0, checksum invalid: ${checksum}, size invalid: 0, other: 0`;
/** A read of one backup does not read the database from before an upgrade. */
const before = ['  archiveId: 16-1, total WAL checked: 0, total valid WAL: 0'];
const said = (status: string, labels: string[], checksum = 0, more: string[] = []) =>
  [
    'stanza: shop',
    `status: ${status}`,
    ...more,
    '  archiveId: 17-2, total WAL checked: 3, total valid WAL: 3',
    `    ${faults(0)}`,
    ...labels.flatMap(label => [
      `  backup: ${label}, status: ${checksum > 0 ? 'invalid' : 'valid'}, total files checked: 9, total valid files: ${9 - checksum}`,
      `    ${faults(checksum)}`,
    ]),
  ].join('\n');
const says = (what: 'set' | 'all', text: string) => writeFileSync(join(dir, `said-${what}`), text);
const allow = () => writeFileSync(join(dir, 'may'), '');
const asked = () => readFileSync(join(dir, 'asked'), 'utf8').trim().split('\n');
/** Aborted when pgBackRest reads all of it. */
const begun = (): AbortSignal => {
  const controller = new AbortController();
  void vi.waitFor(() => expect(asked()).toContain('all'), { timeout: 20_000 }).then(() => controller.abort());
  return controller.signal;
};
const left = () => (existsSync(join(dir, 'pod')) ? readdirSync(join(dir, 'pod')) : []);

const task = (changes: Partial<ReadingBack> = {}): ReadingBack => {
  const env = { ...process.env, PATH: `${dir}:${process.env.PATH}` };
  return {
    ...{ place: { stanza: 'shop', repository: 1 }, name: 'near', label: fresh, every: 7 * day },
    ...{ last: undefined, now: Date.now, signal: new AbortController().signal },
    stanza: stanza({ backups: [backup(old, { endedAt: 1000 }), backup(fresh, { endedAt: 2000 })] }),
    pod: {
      ...{
        exec: localExec(env),
        folder: join(dir, 'pod'),
        gone: async () => undefined,
        report: () => undefined,
      },
      sleep: async milliseconds => sleep(Math.min(milliseconds, 10)),
    },
    ...changes,
  };
};

describe('recovery 7: a repository', () => {
  it('is read back for the new backup', async () => {
    const last = Date.now() - 3 * day;
    const read = await readBack(task({ last }));
    expect(read).toEqual({
      levelChecks: [{ level: 'L1', what: 'files of near', state: 'passed', sentence: wording('18 files') }],
      ...{ last, isRunning: false, deleteReadResult: expect.any(Function) },
    });
    expect([asked(), left()]).toEqual([['set'], []]);
  });

  it('is read back completely when that is due, and only once', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { levelChecks, last, isRunning, deleteReadResult } = await readBack(task());
    expect(levelChecks.map(({ what, state }) => [what, state])).toEqual([['all of near', 'passed']]);
    await deleteReadResult();
    expect([asked(), left(), isRunning]).toEqual([['all'], [], false]);
    expect(last).toBeGreaterThanOrEqual(before);
  });

  it('is read further when a run stops waiting for it, and the next run reports the result', async () => {
    rmSync(join(dir, 'may'));
    says('all', said('ok', [old]));
    const first = await readBack(task({ label: old, stopWaiting: begun() }));
    expect(first.levelChecks.map(({ what, state }) => [what, state])).toEqual([['files of near', 'passed']]);
    expect([first.last, first.isRunning]).toEqual([undefined, true]);
    allow();
    // Made after the read began.
    const later = stanza({
      backups: [backup(old, { endedAt: 1000 }), backup(fresh, { endedAt: Date.now() + 60_000 })],
    });
    const second = await readBack(task({ stanza: later }));
    expect(second.levelChecks.map(({ what, state }) => [what, state])).toEqual([
      ['files of near', 'passed'],
      ['all of near', 'passed'],
    ]);
    expect(second.last).toBeGreaterThan(0);
    await second.deleteReadResult();
    expect([asked(), left(), second.isRunning]).toEqual([['all', 'set', 'set'], [], false]);
  });

  it('that is damaged is read completely again, until it is valid', async () => {
    const last = Date.now() - 7 * day;
    says('all', said('error', [old, fresh], 1));
    const read = await readBack(task({ last }));
    expect(read).toMatchObject({
      levelChecks: [
        { what: 'files of near', state: 'passed' },
        { what: 'all of near', state: 'failed', older: true },
      ],
      last,
    });
    expect(left()).toEqual([]);
  });

  it('does not count if WAL that the new backup may need is damaged', async () => {
    says('all', said('error', [old, fresh]).replace('total valid WAL: 3', 'total valid WAL: 2'));
    const { levelChecks } = await readBack(task());
    expect(levelChecks.map(({ what, older }) => [what, older])).toEqual([
      ['files of near', undefined],
      ['all of near', undefined],
    ]);
    expect(unproved(levelChecks)).toHaveLength(1);
  });

  it('is not read again by the next run if the run that read it wrote no set', async () => {
    const { last } = await readBack(task());
    const again = await readBack(task());
    expect([again.last, asked()]).toEqual([last, ['all']]);
    await again.deleteReadResult();
    await readBack(task());
    expect(asked()).toEqual(['all', 'all']);
  });

  it('is read once even if the pod cannot be reached for long', async () => {
    rmSync(join(dir, 'may'));
    const { pod } = task();
    let lost = 0;
    const exec: Exec = async (command, options) => {
      // The pod can be reached again as soon as the run has given up.
      if (!command.includes('pgbackrest')) return pod.exec(command, options);
      void pod.exec(command, options);
      await vi.waitFor(() => expect(asked()).toContain('all'), { timeout: 20_000 });
      lost += 1;
      throw new ExecConnectionLost('the connection was lost', 'try again');
    };
    await expect(readBack(task({ pod: { ...pod, exec, patience: 0 } }))).rejects.toThrow('was lost');
    allow();
    expect((await readBack(task())).levelChecks).toMatchObject([{ what: 'all of near', state: 'passed' }]);
    expect([lost, asked()]).toEqual([1, ['all']]);
  });

  it('is read again by the next run if the command was killed', async () => {
    const folder = join(dir, 'pod', 'verify-shop-1-all-0');
    mkdirSync(folder, { recursive: true });
    // No process has this ID.
    writeFileSync(join(folder, 'pid'), '999999999');
    const what = [
      ...['sh', '-c', 'date +%s && exec "$@"', 'sh'],
      ...verifyArguments({ stanza: 'shop', repository: 1 }),
    ];
    writeFileSync(join(folder, 'what'), sha256Of(JSON.stringify([what, ''])));
    await expect(readBack(task())).rejects.toThrow('ended without an exit code');
    expect((await readBack(task())).levelChecks).toMatchObject([{ what: 'all of near', state: 'passed' }]);
    expect(asked()).toEqual(['all']);
  });

  it('fails if a read takes too long', async () => {
    rmSync(join(dir, 'may'));
    const { levelChecks, isRunning } = await readBack(
      task({ last: Date.now() - 15 * day, stopWaiting: begun() }),
    );
    expect(isRunning).toBe(true);
    expect(levelChecks.at(-1)).toEqual({
      level: 'L1',
      what: 'all of near',
      state: 'failed',
      sentence: wording('360h'),
    });
    allow();
  });

  it('is not read for the new backup if the run is cancelled, and left to the next one', async () => {
    rmSync(join(dir, 'may'));
    await expect(readBack(task({ signal: begun() }))).rejects.toThrow(UserError);
    expect(left()).toHaveLength(1);
    allow();
  });
});

describe('a full read of a repository', () => {
  it('is due from half a day early, and never much later', () => {
    expect(isDue({ last: undefined, every: day }, 0)).toBe(true);
    expect(isDue({ last: 2, every: day }, 1)).toBe(true);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (days, jitter) => {
          const every = days * day;
          // Runs start once a day, each up to an hour late.
          let run = 0;
          while (!isDue({ last: 0, every }, run * day + jitter * 3_600_000)) run += 1;
          expect(run).toBe(days);
        },
      ),
    );
  });
});
