import type { Rung } from '../recovery/ladder.ts';
import type { Manifest } from '../recovery/manifest.ts';
import { counted } from '../toolkit/count.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** A backup for people: what was made, what it holds, and what proves it. */

export interface BackupFacts {
  readonly app: string;
  readonly environment: string;
  readonly set: string;
  readonly manifest: Manifest;
  /** Of each database, managed one, volume and bucket, a sentence for each repository. */
  readonly backups: Readonly<Record<string, readonly string[]>>;
  readonly rungs: readonly Rung[];
  /** How the cluster differs from the set before; undefined when there was none. */
  readonly drift: readonly string[] | undefined;
  /** Of volumes that are in no backup, why; by PVC or template. */
  readonly notNeeded: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** Why it does not count; nothing when it does. */
  readonly problems: readonly string[];
  /** Why a repository grows without end, or its disk is nearly full, although the set counts. */
  readonly grows: readonly string[];
  readonly signed: boolean;
  /** Where the manifest is kept. */
  readonly stores: readonly string[];
}

const largest = 10;

export function backupSummary(facts: BackupFacts): string {
  const { app, environment, set, manifest, backups, rungs, problems, grows, signed, stores, notes } = facts;
  const state = grows.length === 0 ? '✅' : '❌';
  const made = `### ${state} ${cell(app)} in ${cell(environment)}: backed up as \`${cell(set)}\``;
  const head =
    problems.length > 0
      ? `### ❌ ${cell(app)} in ${cell(environment)}: this backup does not count\n\n${listOf(problems)}`
      : grows.length > 0
        ? `${made}, and the storage of backups needs attention\n\n${listOf(grows)}`
        : made;
  const databases = manifest.databases.map(({ name, lsn, tables }) => {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    return `**${cell(name)}**: ${tables.length} tables, ${rows.toLocaleString('en')} rows at ${lsn}\n\n${(backups[name] ?? []).map(each => `- ${cell(each)}`).join('\n')}\n\n${table(
      ['table', 'rows', 'first key', 'last key'],
      tables
        .toSorted((a, b) => b.rows - a.rows)
        .slice(0, largest)
        .map(each => [
          `${each.schema}.${each.name}`,
          `${each.rows.toLocaleString('en')}${each.sampled === undefined ? '' : ` in ${each.sampled} % of its blocks`}`,
          each.key?.min ?? '',
          each.key?.max ?? '',
        ]),
    )}`;
  });
  const proofs = table(
    ['', 'level', 'what', 'said'],
    rungs.map(({ state, level, what, sentence }) => [
      state === 'passed' ? '✅' : '❌',
      level,
      what,
      sentence,
    ]),
  );
  const kept =
    problems.length === 0
      ? `The manifest ${signed ? 'is signed and' : 'is not signed (`signing:` in slipway.yml does that), and'} kept in ${stores.map(cell).join(', ')}.`
      : 'No manifest was written: nothing is restored from this set.';
  const held = table(['what', 'where', 'how much', 'how it was proved'], rowsOf(facts));
  const parts = [head, held, ...driftOf(facts), ...databases, proofs, kept, notesOf(notes)];
  return `${parts.filter(each => each !== '').join('\n\n')}\n`;
}

const listOf = (sentences: readonly string[]) => sentences.map(each => `- ${cell(each)}`).join('\n');

/** One row for each thing: where it went, how much of it, and what says that it is there. */
export function rowsOf(facts: BackupFacts): string[][] {
  const { manifest, backups, stores, rungs } = facts;
  const where = (name: string) => (backups[name] ?? []).map(each => each.replace(/, .*$/, '')).join('; ');
  const proved = (level: Rung['level'], name: string) =>
    rungs.some(each => each.level === level && each.what.includes(name) && each.state === 'passed');
  const whole = rungs.every(({ state }) => state === 'passed');
  const ifWhole = (text: string) => (whole ? text : 'see below');
  const beside = `in the set, in ${stores.join(', ')}`;
  const objects = Object.values(manifest.clusterObjects).reduce((sum, each) => sum + each, 0);
  const sealed = manifest.sealedObjects?.length ?? 0;
  return [
    ...manifest.databases.map(({ name, tables, lsn }) => [
      `database ${name}`,
      where(name),
      `${counted(tables.length, 'table')}, ${rowCount(tables)} rows${sampledIn(tables)}`,
      ifWhole(`counted on a standby at ${lsn}, every file of the newest backup read`),
    ]),
    ...(manifest.managed ?? []).map(({ name, tables, server }) => [
      `managed database ${name}`,
      where(`managed/${name}`),
      `${counted(tables.length, 'table')}, ${rowCount(tables)} rows`,
      ifWhole(`counted and dumped by one snapshot of PostgreSQL ${server}, and the dump read back in part`),
    ]),
    ...manifest.volumes.map(volume => volumeRow(volume, facts, where, ifWhole)),
    ...manifest.objectStores.map(({ name, count, bytes }) => [
      `bucket ${name}`,
      where(`bucket/${name}`),
      `${counted(count, 'object')}, ${megabytes(bytes)}`,
      ifWhole('each listed with its SHA-256, and a part of the repositories read back'),
    ]),
    ...(objects === 0
      ? []
      : [
          [
            'objects of the cluster',
            beside,
            `${counted(objects, 'object')} of ${counted(Object.keys(manifest.clusterObjects).length, 'kind')}${sealed === 0 ? '' : `, ${sealed} of them encrypted`}`,
            'every kind that the cluster serves was read',
          ],
        ]),
    ...(manifest.secrets.length === 0
      ? []
      : [
          [
            'secrets',
            `${beside}, encrypted`,
            counted(manifest.secrets.length, 'secret'),
            'only an offline key opens them',
          ],
        ]),
    ...(manifest.images.length === 0
      ? []
      : [
          [
            'images',
            proved('L1', 'images in ') ? 'copied with their layers' : 'noted by digest, not copied',
            counted(manifest.images.length, 'image'),
            proved('L1', 'images in ') ? 'every byte read back' : '',
          ],
        ]),
  ];
}

function volumeRow(
  { namespace, pvc, covered, files }: Manifest['volumes'][number],
  { notNeeded }: BackupFacts,
  where: (name: string) => string,
  ifWhole: (text: string) => string,
): string[] {
  const name = `${namespace}/${pvc}`;
  const why = notNeeded[pvc] ?? notNeeded[pvc.replace(/-\d+$/, '')] ?? '';
  switch (covered) {
    case 'files': {
      if (files === undefined) return [`volume ${name}`, '❌ nowhere', '', ''];
      const changed = files.unsettled === 0 ? '' : `; ${files.unsettled} changed meanwhile`;
      return [
        `volume ${name}`,
        where(name),
        `${counted(files.count, 'file')}, ${megabytes(files.bytes)}`,
        ifWhole(`each listed with its SHA-256${changed}, and a part of the repositories read back`),
      ];
    }
    case 'not':
      return [`volume ${name}`, '❌ nowhere', '', 'nothing covers it'];
    case 'not-needed':
      return [`volume ${name}`, 'in no backup', '', `not needed: ${why}`];
    default:
      return [`volume ${name}`, `with the ${covered}`, '', ''];
  }
}

function driftOf({ drift }: BackupFacts): string[] {
  if (drift === undefined) return [];
  if (drift.length === 0) return ['Nothing of the cluster has changed since the set before.'];
  const more = drift.length > shownDrift ? `\n- … and ${drift.length - shownDrift} more` : '';
  const lines = drift.slice(0, shownDrift).map(each => `- ${cell(each)}`);
  return [`**Changed in the cluster since the set before**\n\n${lines.join('\n')}${more}`];
}

const shownDrift = 20;

const notesOf = (notes: readonly string[]) => notes.map(each => `> ⚠️ ${cell(each)}`).join('\n>\n');

const rowCount = (tables: Manifest['databases'][number]['tables']) =>
  tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');

function sampledIn(tables: Manifest['databases'][number]['tables']): string {
  const sampled = tables.filter(each => each.sampled !== undefined).length;
  return sampled === 0 ? '' : `, ${counted(sampled, 'table')} in a sample`;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
