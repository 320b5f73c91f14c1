import { setTimeout as sleep } from 'node:timers/promises';
import { startStore, stopStore } from '../../../lab/s3.ts';
import { podExec } from '../../../src/recovery/exec.ts';
import { proveRepository } from '../../../src/recovery/postgres/proving.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { STANZA } from '../../database/settings.ts';
import { eventually } from '../../e2e/harness.ts';
import type { Bed, Defect, Seeded } from './defect.ts';
import { pgbackrestVerify } from './peers.ts';
import type { Said } from './stage.ts';
import { cutInHalf, filesIn, largest, takeAway } from './store.ts';

/** Defects of the repository of a database: of its WAL, its files and its age. */

const segments = /\/postgres\/archive\/.*\/[0-9A-F]{24}-[0-9a-f]{40}/;

/** What every defect of the near repository is looked at with. */
export const lookedAt = ({ stage, plain }: Bed): Seeded['peers'] => ({
  verify: () => pgbackrestVerify(stage.database),
  plain: () => plain.restore(),
});

export const finding = (by: string, { text }: Said) => ({ by, text });

/** Writes so many segments, each with a row, and waits until they are archived. */
export async function writeSegments({ stage: { database } }: Bed, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1)
    await database.sql(`select pg_logical_emit_message(true, 'bench', 'row'); select pg_switch_wal();`);
  await database.pgbackrest(['check']);
}

const missingSegment: Defect = {
  name: 'missing WAL segment in the middle',
  reason: /segments? \([0-9A-F]{24}.*not in repository 1|repository 1 lacks \d+ segments? \([0-9A-F]{24}/,
  seed: async bed => {
    await writeSegments(bed, 3);
    const all = filesIn(bed.stage, segments);
    const fix = takeAway(bed.stage, all.at(-3) ?? '');
    return {
      ours: async () => finding('restore drill', await bed.stage.drill('restore')),
      peers: lookedAt(bed),
      fix,
    };
  },
};

const truncated: Defect = {
  name: 'truncated backup file',
  reason: /the backup \S+ is damaged|a wrong (size|checksum)/,
  seed: async bed => ({
    fix: cutInHalf(largest(filesIn(bed.stage, newestFiles(bed)))),
    ours: async () => finding('restore drill', await bed.stage.drill('restore')),
    peers: lookedAt(bed),
  }),
};

/** Of the backups themselves, not of their lists. */
const newestFiles = (_: Bed) => /\/postgres\/backup\/main\/\d{8}-\d{6}F\/(bundle|pg_data)\//;

const stale: Defect = {
  name: 'stale backup',
  reason: /the newest good backup in repository 1 of main, \S+, is .* old; at most .* is allowed/,
  seed: async bed => {
    const { database } = bed.stage;
    // slipway.yml counts in days. What is declared once a day is here once in ten seconds, and nobody has done it since.
    await sleep(16_000);
    return {
      ours: async () => {
        const exec = podExec(
          { namespace: database.namespace, pod: await database.primary(), container: 'postgres' },
          {},
        );
        const levelChecks = await proveRepository({
          ...{ exec, place: { stanza: STANZA, repository: 1 }, size: usualSize, now: Date.now },
          limits: { backup: 15_000, wal: 900_000 },
          signal: new AbortController().signal,
        });
        const failed = levelChecks.filter(({ state }) => state === 'failed');
        return { by: 'L0 of drill', text: failed.map(({ sentence }) => sentence).join('\n') };
      },
      peers: lookedAt(bed),
      fix: async () => undefined,
    };
  },
};

const farDown: Defect = {
  name: 'off-site repository down',
  reason: /repository 2|every repository/,
  seed: async bed => {
    const { lab, database } = bed.stage;
    await stopStore(lab, 'far');
    return {
      ours: async () => finding('backup', await bed.stage.backup('incremental')),
      peers: {
        verify: async () => {
          const near = await pgbackrestVerify(database);
          return near.found ? near : pgbackrestVerify(database, 2);
        },
        plain: () => bed.plain.restore(),
      },
      fix: async () => {
        await startStore(lab, 'far');
        await eventually(
          () =>
            database.pgbackrest(['check']).then(
              () => true,
              () => false,
            ),
          120_000,
        );
      },
    };
  },
};

/** The last of its database: what was dropped never comes. */
const dropped: Defect = {
  name: 'WAL dropped by archive-push-queue-max',
  reason: /segments? \([0-9A-F]{24}.*not in repository 1|repository 1 lacks \d+ segments? \([0-9A-F]{24}/,
  seed: async bed => {
    const { lab, database } = bed.stage;
    const primary = await database.primary();
    const push = (more: string) => `pgbackrest --stanza=main ${more}archive-push %p`;
    const command = async (text: string) => {
      const body = JSON.stringify({ postgresql: { parameters: { archive_command: text } } });
      await database.exec(primary, [
        'curl',
        '-fsS',
        '-X',
        'PATCH',
        '-d',
        body,
        'http://localhost:8008/config',
      ]);
      await eventually(async () => (await database.sql('show archive_command', primary))[0] === text);
    };
    await command(push('--archive-push-queue-max=32MB '));
    await stopStore(lab, 'near');
    for (let turn = 0; turn < 8; turn += 1)
      await database.sql(`select pg_logical_emit_message(true, 'bench', 'row'); select pg_switch_wal();`);
    const archivedAll = async () => {
      const [left = ''] = await database.sql(
        `select count(*) from pg_ls_archive_statusdir() where name like '%.ready'`,
        primary,
      );
      return Number(left) === 0;
    };
    await eventually(archivedAll, 120_000);
    await startStore(lab, 'near');
    await command(push(''));
    await writeSegments(bed, 1);
    return {
      ours: async () => finding('restore drill', await bed.stage.drill('restore')),
      peers: lookedAt(bed),
      fix: async () => undefined,
    };
  },
};

export const archiveDefects = { missingSegment, truncated, stale, farDown, dropped };
