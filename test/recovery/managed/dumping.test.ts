import { describe, expect, it } from 'vitest';
import { backUpManaged } from '../../../src/recovery/managed/backing-up.ts';
import { whileCounted } from '../../../src/recovery/managed/counting.ts';
import { dumpManaged, tablesRead } from '../../../src/recovery/managed/dumping.ts';
import { wording } from '../../wording.ts';
import { recorded } from '../files/recorded.ts';
import { contents, countedLines, type Fake, fakeBackupPod, resticId, snapshotId } from './fake-backup-pod.ts';

const repository = (name: string) => ({
  ...{ name, address: `s3:https://${name}`, environment: { RESTIC_PASSWORD: 'hunter2!' } },
});
const dumping = (fake: Fake = {}, signal = new AbortController().signal) => {
  const { backupPod, asked, commands } = fakeBackupPod(fake);
  const made = dumpManaged({
    ...{ name: 'shop', database: 'shop', backupPod, tags: ['at=x'], signal, now: () => 0 },
    owner: { app: 'acme', environment: 'production' },
    repositories: [repository('near'), repository('far')],
    report: () => undefined,
  });
  return { made, asked, commands };
};
const good = { code: 0, stdout: '', stderr: '' };

describe('a database outside of the cluster', () => {
  it('is dumped to each repository by the snapshot of its count, which stays open until then', async () => {
    const { made, asked, commands } = dumping();
    expect((await made).managed).toEqual({
      ...{ name: 'shop', server: '17.6', encoding: 'UTF8', roles: ['reader'] },
      tables: [
        { schema: 'public', name: 'accounts', rows: 500, key: { min: '1', max: '500' }, hash: '-12' },
        { schema: 'public', name: 'orders', rows: 1500, key: { min: '1', max: '1500' }, hash: '-12' },
      ],
      backups: [
        { repository: 'near', snapshot: resticId, bytes: 3_000_008, stored: 3_002_061 },
        { repository: 'far', snapshot: resticId, bytes: 3_000_008, stored: 3_002_061 },
      ],
    });
    const each = ['restic backup', 'restic snapshots'];
    const both = ['contents', 'contents'];
    expect(asked).toEqual(['restic version', 'programs', 'say', 'count', ...each, ...each, 'leave', ...both]);
    const backup = commands.find(command => command.includes('backup')) ?? [];
    expect(backup.slice(backup.indexOf('backup'))).toEqual([
      ...['backup', '--host=acme/production/managed/shop', '--tag=at=x'],
      ...['--stdin-filename=/shop.dump', '--stdin-from-command', '--'],
      ...['pg_dump', '--format=custom', '--compress=0', '--no-password', '--lock-wait-timeout=60s'],
      `--snapshot=${snapshotId}`,
    ]);
    expect(JSON.stringify(commands)).not.toContain('hunter2!');
  });

  it('is read back completely in each repository', async () => {
    const { levelChecks } = await dumping().made;
    expect(levelChecks).toEqual([
      ...['near', 'far'].map(name => ({
        ...{ level: 'L1', what: `dump of shop in ${name}`, state: 'passed' },
        sentence: wording('2 tables'),
      })),
    ]);
  });

  it('is not proved by a dump without tables, or by a truncated one', async () => {
    const empty = { ...good, stderr: 'pg_restore: creating TABLE "public.accounts"' };
    const error = 'pg_restore: error: could not read from input file: end of file';
    const broken = { ...good, code: 1, stderr: `${contents}${error}` };
    const { made, asked } = dumping({ answers: { contents: [empty, broken] } });
    const { levelChecks } = await made;
    expect(levelChecks.map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(levelChecks[0]?.sentence).toEqual(wording('2 tables'));
    expect(levelChecks[1]?.sentence).toEqual(wording(`${error}`, '1'));
    // Removes the lock of the abandoned restic.
    expect(asked.at(-1)).toBe('restic unlock');
  });

  it('gets a new repository if there is none', async () => {
    const { made, asked } = dumping({
      answers: { 'restic backup': [recorded('norepo', 10), recorded('backup')] },
    });
    await made;
    expect(asked.filter(each => each.startsWith('restic')).slice(1, 4)).toEqual([
      ...['restic backup', 'restic init', 'restic backup'],
    ]);
  });

  it.each<[string, Fake, string]>([
    [
      'its user may not read every table',
      { lines: [countedLines()[0] ?? '', 'psql:<stdin>:41: ERROR:  permission denied for table orders'] },
      wording('psql:<stdin>:41: ERROR:  permission denied for table orders'),
    ],
    ['the connection is lost', { lines: countedLines().slice(0, 2) }, wording('3')],
    [
      'it returns no snapshot',
      { lines: ['{"kind":"snapshot","id":"x\' --file=/y","encoding":"UTF8"}', ...countedLines().slice(1)] },
      wording(),
    ],
    [
      'it is newer than pg_dump',
      { lines: countedLines('18.1') },
      wording('pg_dump', '17.6', 'PostgreSQL 18.1', 'PostgreSQL 18'),
    ],
    [
      'the image has no pg_dump',
      { answers: { programs: [{ code: 127, stdout: 'psql (PostgreSQL) 17.6', stderr: 'not found' }] } },
      wording('psql', 'pg_restore', 'pg_dump'),
    ],
    [
      'pg_dump fails',
      {
        answers: {
          'restic backup': [
            { code: 1, stdout: '', stderr: 'subprocess pg_dump: pg_dump: error: query failed: hunter2!' },
          ],
        },
      },
      wording('restic', 'acme/production/managed/shop', 'near', '1', 'subprocess pg_dump', '(hidden)'),
    ],
    [
      'restic does not list the dump',
      { answers: { 'restic snapshots': [recorded('snapshots')] } },
      wording('near'),
    ],
    [
      'the dump is empty',
      {
        answers: {
          'restic backup': [
            {
              ...recorded('backup'),
              stdout: recorded('backup').stdout.replace(
                '"total_bytes_processed":3000008',
                '"total_bytes_processed":0',
              ),
            },
          ],
        },
      },
      wording('shop', 'near'),
    ],
  ])('is in no set if %s, and its session is closed', async (_, fake, sentence) => {
    const { made, asked } = dumping(fake);
    const error = await made.catch((each: { sentence: string }) => each);
    expect(error).toEqual(sentence);
    if (asked.includes('count')) expect(asked.at(-1)).toBe('leave');
  });
});

describe('a run that is cancelled', () => {
  it('closes its session at once, even during the count', async () => {
    const controller = new AbortController();
    let end: (error: Error) => void = () => undefined;
    const session = {
      say: () => undefined,
      hear: () =>
        new Promise<string>((_, reject) => {
          end = reject;
        }),
      leave: () => end(new Error('it was left')),
    };
    const counting = whileCounted(
      { database: 'shop', converse: () => session, signal: controller.signal },
      async () => 'counted',
    );
    controller.abort();
    await expect(counting).rejects.toThrow(/cancelled/);
    const late = whileCounted(
      { database: 'shop', converse: () => session, signal: controller.signal },
      async () => 'x',
    );
    await expect(late).rejects.toThrow(/cancelled/);
  });
});

describe('all managed databases', () => {
  it('are backed up, and a failed one is reported and does not stop the others', async () => {
    const declared = { database: 'shop', to: ['near'] };
    const recovery = { managed: { bad: declared, shop: declared } } as never;
    const raise = async (name: string) => {
      const { backupPod } = fakeBackupPod(name === 'bad' ? { lines: ['FATAL: no password'] } : {});
      return backupPod;
    };
    const keeping = {
      ...{ tags: [], signal: new AbortController().signal, now: () => 0, report: () => undefined },
      owner: { app: 'acme', environment: 'production' },
    };
    const repositories = new Map([['near', repository('near')]]);
    const { made, problems } = await backUpManaged(keeping, { recovery, repositories }, raise);
    expect(made.map(({ source }) => source.name)).toEqual(['managed/shop']);
    expect(problems).toEqual([wording('bad', 'FATAL', 'no password')]);
  });
});

describe('the contents of a dump', () => {
  it('are the tables with rows, and not those that are only created', () => {
    expect(tablesRead(contents)).toBe(2);
  });
});
