import { statSync } from 'node:fs';
import { checkFiles } from '../../../src/recovery/files/checking.ts';
import { backUpFiles } from '../../recovery/files/one-repository.ts';
import { median } from '../measuring/median.ts';
import { openFiles, resticOf } from './files-defects.ts';
import { openPlain } from './peers.ts';
import { openStage, requireGreen, type Stage } from './stage.ts';
import { filesIn } from './store.ts';

/** What ours costs beyond the bare tools: the same work on the same data, paired, in an order that alternates. */

/** What was measured of a comparison: medians over its pairs; seconds are of the differences. */
interface Compared {
  readonly ratio: number;
  readonly more: number;
}

export interface Overhead {
  readonly pairs: number;
  readonly backup_ratio?: number;
  readonly backup_more_s?: number;
  /** Against the tools' own check and verify besides, which ours does too. */
  readonly backup_verified_ratio?: number;
  readonly backup_verified_more_s?: number;
  readonly restore_ratio?: number;
  readonly restore_more_s?: number;
  readonly files_ratio?: number;
  readonly files_more_s?: number;
  /** Both with all data read back. */
  readonly files_verified_ratio?: number;
  readonly files_verified_more_s?: number;
  /** Share of a full backup that is stored when 2 % of the pages have changed: as configured, by blocks, and by whole files. */
  readonly changed_pages_stored?: number;
  readonly changed_pages_stored_by_file?: number;
}

type Arm = () => Promise<unknown>;
type Say = (line: string) => void;

/** Some of them by `BENCH_OVERHEAD`, a regular expression for their names. */
const chosen = new RegExp(process.env.BENCH_OVERHEAD ?? '');

export async function measureOverhead(pairs: number, say: Say): Promise<Overhead> {
  let found: Overhead = { pairs };
  if (chosen.test('files')) {
    const { bare, verified } = await compareFiles(pairs, say);
    found = {
      ...found,
      ...{ files_ratio: bare.ratio, files_more_s: bare.more },
      ...{ files_verified_ratio: verified.ratio, files_verified_more_s: verified.more },
    };
  }
  const ofDatabases = ['pages', 'restore', 'backup', 'verified'].filter(name => chosen.test(name));
  if (ofDatabases.length === 0) return found;
  const stage = await openStage('overhead');
  try {
    if (ofDatabases.some(name => name !== 'pages')) await requireGreen(stage.backup('full'));
    for (const name of ofDatabases) {
      if (name === 'pages') found = { ...found, ...(await changedPages(stage, say)) };
      if (name === 'restore') {
        const { ratio, more } = await compareRestores(stage, pairs, say);
        found = { ...found, restore_ratio: ratio, restore_more_s: more };
      }
      if (name === 'backup') {
        const { ratio, more } = await compareBackups(stage, pairs, false, say);
        found = { ...found, backup_ratio: ratio, backup_more_s: more };
      }
      if (name === 'verified') {
        const { ratio, more } = await compareBackups(stage, pairs, true, say);
        found = { ...found, backup_verified_ratio: ratio, backup_verified_more_s: more };
      }
    }
    return found;
  } finally {
    await stage.remove();
  }
}

/** Incremental ones in both repositories; theirs with what tells whether they are good, or without. */
function compareBackups(stage: Stage, pairs: number, checked: boolean, say: Say): Promise<Compared> {
  const { database } = stage;
  const changes = 'update orders set total_cents = (total_cents + 1) % 100000 where id % 50 = 0';
  return paired(
    checked ? 'backup, check and verify' : 'backup',
    pairs,
    {
      before: () => database.sql(changes, undefined, 'shop'),
      ours: () => requireGreen(stage.backup('incremental')),
      theirs: async () => {
        for (const repository of [1, 2])
          await database.pgbackrest([`--repo=${repository}`, '--type=incr', 'backup']);
        if (!checked) return;
        await database.pgbackrest(['check']);
        for (const repository of [1, 2]) await database.pgbackrest([`--repo=${repository}`, 'verify']);
      },
    },
    say,
  );
}

/** Into a pod that both make anew; theirs is up when the application answers. */
async function compareRestores(stage: Stage, pairs: number, say: Say): Promise<Compared> {
  const plain = await openPlain(stage.database);
  try {
    return await paired(
      'restore',
      pairs,
      {
        ours: () => requireGreen(stage.restore('latest')),
        theirs: async () => {
          const { found, said } = await plain.restore();
          if (found) throw new Error(said);
        },
      },
      say,
    );
  } finally {
    await plain.remove();
  }
}

interface Arms {
  readonly before?: Arm;
  readonly ours: Arm;
  readonly theirs: Arm;
}

async function paired(name: string, count: number, { before, ours, theirs }: Arms, say: Say) {
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

async function compareFiles(pairs: number, say: Say) {
  const bed = await openFiles('overhead-files');
  try {
    await backUpFiles(bed.task);
    const { name, folder } = bed.task.source;
    const before = () => bed.backupPod.sh('head -c 2000000 /dev/urandom > /pvc/drawing');
    const ours = () => backUpFiles(bed.task);
    const restic = async (...args: string[]) => {
      const { code, stderr } = await resticOf(bed, args);
      if (code !== 0) throw new Error(stderr);
    };
    const theirs = () => restic('backup', `--host=${name}`, folder);
    const whole = { sources: [bed.task.source], age: 3_600_000, subset: { part: 1, of: 1 }, now: Date.now };
    const bare = await paired('files', pairs, { before, ours, theirs }, say);
    const verified = await paired(
      'files, all data read back',
      pairs,
      {
        before,
        ours: async () => {
          await ours();
          const bad = (await checkFiles({ ...bed.task, ...whole })).find(({ state }) => state !== 'passed');
          if (bad !== undefined) throw new Error(bad.sentence);
        },
        theirs: async () => {
          await theirs();
          await restic('check', '--read-data');
        },
      },
      say,
    );
    return { bare, verified };
  } finally {
    await bed.remove();
  }
}

/** A table whose rows stay on their pages when they change, of which every fiftieth page changes. */
async function changedPages(stage: Stage, say: Say) {
  const { database } = stage;
  await database.sql(
    `create table pages (n int primary key, filler text) with (fillfactor = 45);
     alter table pages alter filler set storage external;
     insert into pages select n, (select string_agg(md5(random()::text || n || k), '') from generate_series(1, 50) k) from generate_series(1, 8000) n;
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
    changed_pages_stored_by_file: await share('by whole files', ['--no-repo1-block']),
  };
}
