import { archiveDefects } from './archive-defects.ts';
import { contentDefects, prepareTables } from './content-defects.ts';
import { type Bed, type Defect, judge, type Row, rowText, type Tally, tally } from './defect.ts';
import { filesDefects, openFiles } from './files-defects.ts';
import { objectDefects, openObjects } from './object-defects.ts';
import { openPlain } from './peers.ts';
import { recoveryDefects } from './recovery-defects.ts';
import { serviceDefects } from './service-defects.ts';
import { openStage } from './stage.ts';

/** All twenty, in an order in which none is in the way of the next. */

const ofDatabases: readonly Defect[] = [
  archiveDefects.missingSegment,
  archiveDefects.truncated,
  archiveDefects.stale,
  recoveryDefects.key,
  recoveryDefects.notEmpty,
  recoveryDefects.targetIgnored,
  recoveryDefects.overshoot,
  serviceDefects.probeGreen,
  contentDefects.wrongVersion,
  contentDefects.emptyTable,
  contentDefects.changedValue,
  // The rest is felt by everybody else in the lab.
  archiveDefects.farDown,
  serviceDefects.asynchronous,
  // What was dropped never comes.
  archiveDefects.dropped,
];
const ofFiles = [filesDefects.corruptPack, filesDefects.absentData];
const ofObjects = [
  objectDefects.uncovered,
  objectDefects.storageClass,
  objectDefects.missingDefinition,
  objectDefects.missingImage,
];

/** Some of them by `BENCH_DEFECTS`, a regular expression for their names. */
const chosen = new RegExp(process.env.BENCH_DEFECTS ?? '');
const some = <Place>(all: readonly Defect<Place>[]) => all.filter(({ name }) => chosen.test(name));

export interface Judged extends Tally {
  readonly rows: readonly Row[];
}

export async function judgeDefects(say: (line: string) => void): Promise<Judged> {
  say(
    `${'defect'.padEnd(44)} ${'ours'.padEnd(32)} ${['verify', 'check', '+ read', 'plain'].map(each => each.padEnd(8)).join(' ')}`,
  );
  const rows: Row[] = [];
  const all = async <Place>(defects: readonly Defect<Place>[], place: Place) => {
    for (const defect of defects) {
      const row = await judge(defect, place);
      rows.push(row);
      say(rowText(row));
    }
  };
  if (some(ofFiles).length + some(ofObjects).length > 0) await withFiles(all);
  if (some(ofDatabases).length > 0) await withDatabase(say, bed => all(some(ofDatabases), bed));
  return { ...tally(rows), rows };
}

type All = <Place>(defects: readonly Defect<Place>[], place: Place) => Promise<void>;

async function withFiles(all: All): Promise<void> {
  const files = await openFiles('defects-files');
  try {
    await all(some(ofFiles), files);
    if (some(ofObjects).length === 0) return;
    const objects = await openObjects(files.backupPod);
    await all(some(ofObjects), objects).finally(objects.remove);
  } finally {
    await files.remove();
  }
}

async function withDatabase(say: (line: string) => void, use: (bed: Bed) => Promise<void>): Promise<void> {
  const stage = await openStage('defects');
  try {
    const plain = await openPlain(stage.database);
    const bed = { stage, plain };
    await prepareTables(bed);
    const made = await stage.backup('full');
    if (!made.green) throw new Error(`the backup that all rests on is red: ${made.text}`);
    // A check that fails where nothing is wrong finds nothing.
    const clean = await stage.drill('restore');
    const bare = await plain.restore();
    say(
      `without a defect: restore drill ${clean.green ? 'green' : `RED: ${clean.text}`}, plain ${bare.found ? `RED: ${bare.said}` : 'green'}`,
    );
    await use(bed).finally(plain.remove);
  } finally {
    await stage.remove();
  }
}
