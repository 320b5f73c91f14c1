import { describe, expect, it } from 'vitest';
import { type BackingUp, backUp, stanzaOf, typeFor } from '../../../src/recovery/postgres/backing-up.ts';
import { parseInfo } from '../../../src/recovery/postgres/info.ts';
import type { Answer } from '../../../src/toolkit/program.ts';

/** A pgBackRest that answers as the real one does; the lab has that. */

const day = 86_400_000;
const begin = Date.UTC(2026, 10, 26);

interface Made {
  label: string;
  type: 'full' | 'incr';
  at: number;
  repository?: number;
  prior?: string;
  error?: boolean;
}
const made = ({ label, type, at, repository = 1, prior, error = false }: Made) => ({
  archive: { start: null, stop: null },
  database: { id: 1, 'repo-key': repository },
  error,
  info: { delta: 5, repository: { delta: 3_000_000 }, size: 9 },
  label,
  lsn: { start: '0/5000028', stop: '0/5000158' },
  ...(prior === undefined ? {} : { prior, reference: [prior] }),
  timestamp: { start: at / 1000, stop: at / 1000 + 4 },
  type,
});
const text = (backups: Made[], held = false) =>
  JSON.stringify([
    {
      archive: [],
      backup: backups.map(made),
      db: [],
      name: 'shop',
      repo: [{ cipher: 'none', key: 1, status: { code: 0, message: 'ok' } }],
      status: {
        code: 0,
        lock: { backup: { held, ...(held ? { size: 8_000_000, 'size-cplt': 2_000_000 } : {}) } },
        message: 'ok',
      },
    },
  ]);
const full: Made = { label: 'F1', type: 'full', at: begin };

/** Makes one, and says which it is. */
const backedUp = async (task: BackingUp) => (await backUp(task))(await stanzaOf(task));

/** @param states what `info` says, one after the other; the last from then on. */
function world(
  [first = '', ...states]: string[],
  answer: Partial<Answer> = {},
  given: Partial<BackingUp> = {},
) {
  const asked: string[] = [];
  const said: string[] = [];
  let turn = 0;
  const task: BackingUp = {
    exec: async command => {
      const last = command.at(-1) ?? '';
      asked.push(last === 'backup' ? `backup ${command.find(each => each.startsWith('--type='))}` : last);
      if (last !== 'info') return { code: 0, stdout: '', stderr: '', ...answer };
      return { code: 0, stdout: states[Math.min(turn++, states.length - 1)] ?? '', stderr: '' };
    },
    place: { stanza: 'shop', repository: 1 },
    before: parseInfo(first, 'shop'),
    type: 'auto',
    full: 7 * day,
    annotations: { run: '42' },
    signal: new AbortController().signal,
    now: () => begin + day,
    sleep: () => new Promise(resolve => setTimeout(resolve, 1)),
    report: line => void said.push(line),
    ...given,
  };
  return { task, asked, said };
}

describe('a backup', () => {
  it('is made, and read back', async () => {
    const next: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const { task, asked, said } = world([text([full]), text([full, next])]);
    expect((await backedUp(task)).label).toBe('F1_I1');
    expect(asked).toEqual(['backup --type=incr', 'info']);
    expect(said[0]).toBe('shop: an incremental backup to repository 1');
  });

  it('of another run that still goes on is followed to its end, and counts', async () => {
    const other: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const { task, asked, said } = world([text([full], true), text([full], true), text([full, other])]);
    expect((await backedUp(task)).label).toBe('F1_I1');
    expect(asked.filter(each => each.startsWith('backup'))).toEqual([]);
    expect(said).toContain('shop: 25 % (2 MB of 8 MB)');
  });

  it('in each of two repositories is found in one look at both', async () => {
    const next: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const far = (each: Made): Made => ({ ...each, label: each.label.replace('F1', 'F2'), repository: 2 });
    const farNext = { ...far(next), prior: 'F2' };
    const both = [full, far(full)];
    const { task, asked } = world([text(both), text([...both, next, farNext])]);
    const inNear = await backUp(task);
    const inFar = await backUp({ ...task, place: { stanza: 'shop', repository: 2 } });
    const after = await stanzaOf({ ...task, place: { stanza: 'shop' } });
    expect([inNear(after).label, inFar(after).label]).toEqual(['F1_I1', 'F2_I1']);
    expect(asked).toEqual(['backup --type=incr', 'backup --type=incr', 'info']);
  });

  it('of another run that holds wrong pages does not count either', async () => {
    const other: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1', error: true };
    const { task } = world([text([full], true), text([full, other])]);
    await expect(backedUp(task)).rejects.toThrow('F1_I1 holds pages with wrong checksums');
  });

  it('of another run that is only incremental does not stand in for a full one', async () => {
    const other: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const mine: Made = { label: 'F2', type: 'full', at: begin + day + 9000 };
    const { task, asked } = world(
      [text([full], true), text([full, other]), text([full, other, mine])],
      {},
      { type: 'full' },
    );
    expect((await backedUp(task)).label).toBe('F2');
    expect(asked.filter(each => each.startsWith('backup'))).toEqual(['backup --type=full']);
  });

  it.each<[string, Made[], RegExp]>([
    ['that is not there afterwards', [full], /does not show it; see whether another run expired it/],
    [
      'whose full one is gone',
      [{ label: 'F0_I1', type: 'incr', at: begin + day, prior: 'F0' }],
      /needs one that repository 1 does not hold any more; make a full backup/,
    ],
    [
      'of damaged pages',
      [full, { label: 'F2', type: 'full', at: begin + day, error: true }],
      /pages with wrong checksums: the database itself is damaged; see the log/,
    ],
  ])('%s does not count', async (_, after, sentence) => {
    const { task } = world([text([full]), text(after)]);
    const fault = await backedUp(task).catch(error => error);
    expect(fault.sentence).toMatch(sentence);
  });

  it('that pgBackRest refuses is told with its first error and what helps', async () => {
    const { task } = world([text([full])], {
      code: 82,
      stderr:
        'ERROR: [082]: WAL segment 000000010000000000000007 was not archived before the 60000ms timeout\nHINT: check',
    });
    const fault = await backedUp(task).catch(error => error);
    expect(fault.sentence).toBe(
      'pgBackRest does not do it for shop in repository 1 (82): ERROR: [082]: WAL segment 000000010000000000000007 was not archived before the 60000ms timeout; WAL does not arrive in the repository: see archive_command and pg_stat_archiver',
    );
  });

  it('is not begun where the repository cannot be asked', async () => {
    const { task } = world([text([full])]);
    const exec = async () => ({
      code: 103,
      stdout: '',
      stderr: 'ERROR: [103]: unable to find a valid repository',
    });
    const fault = await stanzaOf({ ...task, exec }).catch(error => error);
    expect(fault.sentence).toMatch(
      /for shop in repository 1 \(103\): ERROR: \[103\].*; the repository cannot be reached or is not whole/,
    );
  });

  it('is not begun either where none of them can be asked', async () => {
    const { task } = world([text([full])], {}, {});
    const exec = async () => ({ code: 55, stdout: '', stderr: 'ERROR: [055]: unable to open it' });
    const fault = await stanzaOf({ ...task, exec, place: { stanza: 'shop' } }).catch(error => error);
    expect(fault.sentence).toMatch(/^pgBackRest does not do it for shop \(55\): ERROR: \[055\]/);
  });

  it('that is cancelled is left to the next run', async () => {
    const abort = new AbortController();
    const { task } = world([text([full])], {}, { signal: abort.signal });
    const exec = task.exec;
    const cancelling: BackingUp = {
      ...task,
      exec: async (command, options) => {
        if (command.at(-1) === 'backup') abort.abort();
        return exec(command, options);
      },
    };
    await expect(backUp(cancelling)).rejects.toThrow('the run was cancelled');
  });
});

describe('the kind that is due', () => {
  const due = (backups: Made[], type: BackingUp['type'] = 'auto', now = begin + day) =>
    typeFor(parseInfo(text(backups), 'shop'), {
      place: { stanza: 'shop', repository: 1 },
      type,
      full: 7 * day,
      now: () => now,
    });
  it('is full once a week, and incremental in between', () => {
    const week = Array.from({ length: 8 }, (_, i) => due([full], 'auto', begin + i * day));
    expect(week).toEqual([...Array(7).fill('incr'), 'full']);
  });
  it('is full where there is none, only a damaged one, or one of another repository', () => {
    expect(due([])).toBe('full');
    expect(due([{ ...full, error: true }])).toBe('full');
    expect(due([{ ...full, repository: 2 }])).toBe('full');
    expect(due([], 'incremental')).toBe('full');
  });
  it('is what was asked for otherwise', () => {
    expect([due([full], 'full'), due([full], 'incremental', begin + 30 * day)]).toEqual(['full', 'incr']);
  });
});
