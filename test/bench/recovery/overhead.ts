import { statSync } from 'node:fs';
import { backUpFiles } from '../../../src/recovery/files/backing-up.ts';
import { median } from '../median.ts';
import { openFiles, resticOf } from './files-defects.ts';
import { openPlain } from './peers.ts';
import { openStage, type Stage } from './stage.ts';
import { filesIn } from './store.ts';

/** What ours costs beyond the bare tools: the same work on the same data, paired, in an order that alternates. */

export interface Overhead {
  /** Medians over the pairs; seconds are of the differences. */
  readonly backup_ratio: number;
  readonly backup_more_s: number;
  /** Of what ours does besides, the tools' own check and verify too. */
  readonly backup_verified_ratio: number;
  readonly restore_ratio: number;
  readonly restore_more_s: number;
  readonly files_ratio: number;
  readonly files_more_s: number;
  readonly pairs: number;
  /** Share of a full backup that is stored when 2 % of the pages have changed: as configured, and by blocks. */
  readonly changed_pages_stored: number;
  readonly changed_pages_stored_by_block: number;
}

type Arm = () => Promise<unknown>;

export async function measureOverhead(pairs: number, say: (line: string) => void): Promise<Overhead> {
  const stage = await openStage('overhead');
  try {
    const plain = await openPlain(stage.database);
    const write = async () => {
      await stage.database.sql(
        `update orders set total_cents = (total_cents + 1) % 100000 where id % 50 = 0`,
        undefined,
        'shop',
      );
    };
    await must(stage.backup('full'));
    const raw = async (repository: number) =>
      stage.database.pgbackrest([`--repo=${repository}`, '--type=incr', 'backup']);
    const verify = (repository: number) => stage.database.pgbackrest([`--repo=${repository}`, 'verify']);
    const ours = () => must(stage.backup('incremental'));
    const bare = async () => {
      await raw(1);
      await raw(2);
    };
    const backup = await paired('backup', pairs, { before: write, ours, theirs: bare }, say);
    const verified = await paired(
      'backup, check and verify',
      Math.ceil(pairs / 3),
      {
        ...{ before: write, ours },
        theirs: async () => {
          await bare();
          await stage.database.pgbackrest(['check']);
          await verify(1);
          await verify(2);
        },
      },
      say,
    );
    const restore = await paired(
      'restore',
      pairs,
      {
        ours: () => must(stage.restore('latest')),
        theirs: async () => {
          const { found, said } = await plain.restore();
          if (found) throw new Error(said);
        },
      },
      say,
    );
    await plain.remove();
    const stored = await changedPages(stage, say);
    const files = await compareFiles(pairs, say);
    return {
      ...{ backup_ratio: backup.ratio, backup_more_s: backup.more, backup_verified_ratio: verified.ratio },
      ...{ restore_ratio: restore.ratio, restore_more_s: restore.more },
      ...{ files_ratio: files.ratio, files_more_s: files.more, pairs },
      ...stored,
    };
  } finally {
    await stage.remove();
  }
}

async function must(run: ReturnType<Stage['backup']>): Promise<void> {
  const { green, text } = await run;
  if (!green) throw new Error(text);
}

interface Arms {
  readonly before?: Arm;
  readonly ours: Arm;
  readonly theirs: Arm;
}

async function paired(
  name: string,
  count: number,
  { before, ours, theirs }: Arms,
  say: (line: string) => void,
) {
  const found: { ours: number; theirs: number }[] = [];
  const time = async (work: Arm) => {
    await before?.();
    const begun = performance.now();
    await work();
    return (performance.now() - begun) / 1000;
  };
  for (let turn = 0; turn <= count; turn += 1) {
    const pair = { ours: 0, theirs: 0 };
    if (turn % 2 === 0) pair.ours = await time(ours);
    pair.theirs = await time(theirs);
    if (turn % 2 === 1) pair.ours = await time(ours);
    say(
      `${name} ${turn === 0 ? '(not counted)' : turn}: ours ${pair.ours.toFixed(2)} s, theirs ${pair.theirs.toFixed(2)} s`,
    );
    if (turn > 0) found.push(pair);
  }
  const ratio = rounded(median(found.map(each => each.ours / each.theirs)));
  const more = rounded(median(found.map(each => each.ours - each.theirs)));
  say(`${name}: ratio ${ratio}, ${more} s more`);
  return { ratio, more };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

async function compareFiles(pairs: number, say: (line: string) => void) {
  const bed = await openFiles('overhead-files');
  try {
    await backUpFiles(bed.task);
    const { name, folder } = bed.task.source;
    return await paired(
      'files',
      pairs,
      {
        before: () => bed.worker.sh('head -c 2000000 /dev/urandom > /claim/drawing'),
        ours: () => backUpFiles({ ...bed.task, create: false }),
        theirs: async () => {
          const { code, stderr } = await resticOf(bed, ['backup', `--host=${name}`, folder]);
          if (code !== 0) throw new Error(stderr);
        },
      },
      say,
    );
  } finally {
    await bed.remove();
  }
}

/** A table whose rows stay on their pages when they change, of which every fiftieth page changes. */
async function changedPages(stage: Stage, say: (line: string) => void) {
  const { database } = stage;
  await database.sql(
    `create table pages (n int primary key, filler text) with (fillfactor = 45);
     alter table pages alter filler set storage external;
     insert into pages select n, (select string_agg(md5(random()::text || n), '') from generate_series(1, 50)) from generate_series(1, 8000) n;
     vacuum (freeze) pages; checkpoint;`,
    undefined,
    'shop',
  );
  const bytes = () =>
    filesIn(stage, /\/postgres\/backup\/main\/\d/).reduce((sum, path) => sum + statSync(path).size, 0);
  const share = async (name: string, options: string[]) => {
    const own = (type: string) => database.pgbackrest(['--repo=1', ...options, `--type=${type}`, 'backup']);
    const start = bytes();
    await own('full');
    const full = bytes() - start;
    await database.sql(
      `update pages set filler = reverse(filler) where n % 100 = 0; checkpoint;`,
      undefined,
      'shop',
    );
    await own('incr');
    const stored = rounded((bytes() - start - full) / full);
    say(
      `2 % of the pages changed, ${name}: ${(100 * stored).toFixed(1)} % of the full backup of ${(full / 1e6).toFixed(1)} MB is stored`,
    );
    return stored;
  };
  return {
    changed_pages_stored: await share('as configured', []),
    changed_pages_stored_by_block: await share('by blocks', ['--repo1-block']),
  };
}
