import { describe, expect, it } from 'vitest';
import {
  type BackingUp,
  backUp,
  requireGoodBackup,
  stanzaOf,
  typeFor,
} from '../../../src/recovery/postgres/backing-up.ts';
import { parseInfo } from '../../../src/recovery/postgres/info.ts';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';
import { wording } from '../../wording.ts';

/** A fake pgBackRest that answers like the real one; the lab has the real one. */

const day = 86_400_000;
const begin = Date.UTC(2026, 10, 26);

interface Made {
  label: string;
  type: 'full' | 'incr';
  at: number;
  repository?: number;
  prior?: string;
  error?: boolean;
  owner?: string;
}
const made = ({
  label,
  type,
  at,
  repository = 1,
  prior,
  error = false,
  owner = 'shop/production',
}: Made) => ({
  annotation: { 'slipway-owner': owner },
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

/** Makes a backup, and checks it. */
async function backedUp(task: BackingUp) {
  const label = await backUp(task);
  return requireGoodBackup(await stanzaOf(task), task.place, label);
}

/** @param states the outputs of `info`, one after the other; the last one is repeated. */
function world(
  [first = '', ...states]: string[],
  answer: Partial<ProgramOutput> = {},
  given: Partial<BackingUp> = {},
) {
  const asked: string[] = [];
  const said: string[] = [];
  let turn = 0;
  const task: BackingUp = {
    exec: async command => {
      const last = command.at(-1) ?? '';
      asked.push(command.filter(each => /^(--repo=.*|--type=.*|backup|info)$/.test(each)).join(' '));
      const label = command.includes('--type=full') ? 'F2' : 'F1_I1';
      if (last !== 'info')
        return { code: 0, stdout: `P00   INFO: new backup label = ${label}\n`, stderr: '', ...answer };
      return { code: 0, stdout: states[Math.min(turn++, states.length - 1)] ?? '', stderr: '' };
    },
    place: { stanza: 'shop', repository: 1 },
    before: parseInfo(first, 'shop'),
    type: 'auto',
    full: 7 * day,
    annotations: { run: '42', 'slipway-owner': 'shop/production' },
    signal: new AbortController().signal,
    now: () => begin + day,
    sleep: () => new Promise(resolve => setTimeout(resolve, 1)),
    report: line => void said.push(line),
    ...given,
  };
  return { task, asked, said };
}

describe('a backup', () => {
  it('is made, and checked in the repository', async () => {
    const next: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const { task, asked, said } = world([text([full]), text([full, next])]);
    expect((await backedUp(task)).label).toBe('F1_I1');
    expect(asked).toEqual(['--repo=1 --type=incr backup', '--repo=1 info']);
    expect(said).toEqual([wording('shop', '1'), wording('shop', '1', 'F1_I1')]);
  });

  it('of another run that is still running is followed to its end, and counts', async () => {
    const other: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const { task, asked, said } = world([text([full], true), text([full], true), text([full, other])]);
    expect((await backedUp(task)).label).toBe('F1_I1');
    expect(asked.filter(each => each.endsWith('backup'))).toEqual([]);
    expect(said).toContainEqual(wording('shop', '25 %', '2 MB', '8 MB'));
  });

  it('of another owner that is still running is followed to its end, but does not count', async () => {
    const other: Made = { label: 'F1_I0', type: 'incr', at: begin + day, prior: 'F1', owner: 'shop/staging' };
    const mine: Made = { label: 'F1_I1', type: 'incr', at: begin + day + 9000, prior: 'F1' };
    const { task, asked } = world([text([full], true), text([full, other]), text([full, other, mine])]);
    expect((await backedUp(task)).label).toBe('F1_I1');
    expect(asked.filter(each => each.endsWith('backup'))).toEqual(['--repo=1 --type=incr backup']);
  });

  it('is the one that pgBackRest names, even if other runs make backups in the meantime', async () => {
    const next: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const later: Made = { ...next, label: 'F1_I2', at: begin + day + 9000, error: true };
    const { task } = world([text([full]), text([full, next, later])]);
    expect((await backedUp(task)).label).toBe('F1_I1');
  });

  it('in a repository that could not be read before is not mistaken for an old one', async () => {
    // Another run is backing up to the other repository.
    const held = parseInfo(text([full], true), 'shop');
    const repositories = [{ key: 1, cipher: 'none', status: { code: 99, message: 'no route' } }];
    const before = { ...held, repositories, backups: [] };
    const mine: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const { task, asked } = world([text([]), text([full]), text([full, mine])], {}, { before });
    expect((await backedUp(task)).label).toBe('F1_I1');
    expect(asked).toEqual(['--repo=1 info', '--repo=1 --type=incr backup', '--repo=1 info']);
  });

  it('to a repository that cannot be read is not started', async () => {
    const unread = JSON.parse(text([]));
    unread[0].repo[0].status = { code: 99, message: 'no route' };
    const { task, asked } = world([JSON.stringify(unread), JSON.stringify(unread)]);
    await expect(backUp(task)).rejects.toThrow(wording('1', 'shop', 'no route'));
    expect(asked).toEqual(['--repo=1 info']);
  });

  it('in a repository that cannot be read afterwards is not reported as missing', () => {
    const after = parseInfo(text([full]), 'shop');
    const repositories = [{ key: 1, cipher: 'none', status: { code: 99, message: 'no route' } }];
    const look = () =>
      requireGoodBackup({ ...after, repositories, backups: [] }, { stanza: 'shop', repository: 1 }, 'F1');
    expect(look).toThrow(wording('1', 'shop', 'F1', 'no route'));
  });

  it('for which pgBackRest prints no label does not count', async () => {
    const { task } = world([text([full])], { stdout: 'P00   INFO: backup begin\n' });
    await expect(backUp(task)).rejects.toThrow(wording('shop', '1'));
  });

  it('of another run with damaged pages does not count either', async () => {
    const other: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1', error: true };
    const { task } = world([text([full], true), text([full, other])]);
    await expect(backedUp(task)).rejects.toThrow(wording('F1_I1'));
  });

  it('of another run that is incremental does not count as a full one', async () => {
    const other: Made = { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1' };
    const mine: Made = { label: 'F2', type: 'full', at: begin + day + 9000 };
    const { task, asked } = world(
      [text([full], true), text([full, other]), text([full, other, mine])],
      {},
      { type: 'full' },
    );
    expect((await backedUp(task)).label).toBe('F2');
    expect(asked.filter(each => each.endsWith('backup'))).toEqual(['--repo=1 --type=full backup']);
  });

  it.each<[string, Made[], RegExp]>([
    ['that is missing afterwards', [full], wording('F1_I1', 'shop', '1')],
    [
      'without its full backup',
      [{ label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F0' }],
      wording('1'),
    ],
    [
      'with damaged pages',
      [full, { label: 'F1_I1', type: 'incr', at: begin + day, prior: 'F1', error: true }],
      wording(),
    ],
  ])('%s does not count', async (_, after, sentence) => {
    const { task } = world([text([full]), text(after)]);
    const fault = await backedUp(task).catch(error => error);
    expect(fault.sentence).toEqual(sentence);
  });

  it('that fails is reported with the first error of pgBackRest and a remedy', async () => {
    const { task } = world([text([full])], {
      code: 82,
      stderr:
        'ERROR: [082]: WAL segment 000000010000000000000007 was not archived before the 60000ms timeout\nHINT: check',
    });
    const fault = await backedUp(task).catch(error => error);
    expect(fault.sentence).toEqual(
      wording(
        'shop',
        '1',
        '82',
        'ERROR',
        '[082]',
        'WAL segment 000000010000000000000007 was not archived before the 60000ms timeout',
        'archive_command',
        'pg_stat_archiver',
      ),
    );
  });

  it('that cannot be listed is reported with the repository and a remedy', async () => {
    const { task } = world([text([full])]);
    const exec = async () => ({
      code: 103,
      stdout: '',
      stderr: 'ERROR: [103]: unable to find a valid repository',
    });
    const fault = await stanzaOf({ ...task, exec }).catch(error => error);
    expect(fault.sentence).toEqual(wording('shop', '1', '103', 'ERROR', '[103]'));
  });

  it('that cannot be listed in any repository is reported without one', async () => {
    const exec = async () => ({ code: 55, stdout: '', stderr: 'ERROR: [055]: unable to open it' });
    const looking = { exec, place: { stanza: 'shop' }, signal: new AbortController().signal };
    const fault = await stanzaOf(looking).catch(error => error);
    expect(fault.sentence).toEqual(wording('shop', '55', 'ERROR', '[055]'));
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
    await expect(backUp(cancelling)).rejects.toThrow(wording());
  });
});

describe('the type of backup that is due', () => {
  const due = (backups: Made[], type: BackingUp['type'] = 'auto', now = begin + day) =>
    typeFor(parseInfo(text(backups), 'shop'), {
      place: { stanza: 'shop', repository: 1 },
      type,
      full: 7 * day,
      now: () => now,
    });
  it('is full once a week, and incremental otherwise', () => {
    const week = Array.from({ length: 8 }, (_, i) => due([full], 'auto', begin + i * day));
    expect(week).toEqual([...Array(7).fill('incr'), 'full']);
  });
  it('is full without a full backup, or with only a damaged one or one in another repository', () => {
    expect(due([])).toBe('full');
    expect(due([{ ...full, error: true }])).toBe('full');
    expect(due([{ ...full, repository: 2 }])).toBe('full');
    expect(due([], 'incremental')).toBe('full');
  });
  it('is the requested one otherwise', () => {
    expect([due([full], 'full'), due([full], 'incremental', begin + 30 * day)]).toEqual(['full', 'incr']);
  });
});
