import type { LevelCheck } from '../recovery/levels.ts';
import type { BackupManifest } from '../recovery/manifest.ts';
import { counted } from '../toolkit/count.ts';
import { cell, megabytes, paragraphs, table } from '../toolkit/markdown.ts';
import { bullets, levelTable } from './summary-parts.ts';

/** Writes the job summary of a backup: its content, where it is stored, and how it was checked. */

export interface ReportedBackup {
  readonly app: string;
  readonly environment: string;
  readonly set: string;
  readonly manifest: BackupManifest;
  /** A sentence per repository, for each database, managed database, volume and bucket. */
  readonly backups: Readonly<Record<string, readonly string[]>>;
  readonly levelChecks: readonly LevelCheck[];
  /** How the cluster differs from the previous set; undefined when there is none. */
  readonly drift: readonly string[] | undefined;
  /** Why a volume needs no backup, by PVC or template. */
  readonly notNeeded: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** Why the backup does not count; empty when it does. */
  readonly problems: readonly string[];
  /** What fails the step although the backup counts: a repository that only grows or is nearly full, older faults, a missing record. */
  readonly growth: readonly string[];
  readonly signed: boolean;
  /** Whether the manifest was written. */
  readonly written: boolean;
  /** Repositories with the manifest. */
  readonly stores: readonly string[];
}

const largest = 10;

export function backupSummary(facts: ReportedBackup): string {
  const { app, environment, set, manifest, backups, levelChecks, problems, growth, notes } = facts;
  const { signed, written, stores } = facts;
  const state = growth.length === 0 ? '✅' : '❌';
  const made = `### ${state} ${cell(app)} in ${cell(environment)}: backed up as \`${cell(set)}\``;
  const head =
    problems.length > 0
      ? `### ❌ ${cell(app)} in ${cell(environment)}: this backup is not valid\n\n${bullets(problems)}`
      : growth.length > 0
        ? `${made}, but this needs attention\n\n${bullets(growth)}`
        : made;
  const databases = manifest.databases.map(({ name, lsn, tables }) => {
    return `**${cell(name)}**: ${tables.length} tables, ${rowCount(tables)} rows at ${lsn}\n\n${bullets(backups[name] ?? [])}\n\n${table(
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
  const proofs = levelTable(levelChecks, '❌');
  const kept = written
    ? `The manifest is ${signed ? 'signed, and' : 'not signed (add `signing:` to slipway.yml), and'} stored in ${stores.map(cell).join(', ')}.`
    : 'No manifest was written, so nothing can be restored from this set.';
  const held = table(['what', 'stored in', 'amount', 'proof'], rowsOf(facts));
  return paragraphs([head, held, driftOf(facts), ...databases, proofs, kept, notesOf(notes)]);
}

/** Returns a row for each part of the backup: where it is stored, how much it is, and how it was checked. */
export function rowsOf(facts: ReportedBackup): string[][] {
  const { manifest, backups, stores, levelChecks } = facts;
  const where = (name: string) => (backups[name] ?? []).map(each => each.replace(/, .*$/, '')).join('; ');
  const whole = levelChecks.every(({ state, older }) => state === 'passed' || older === true);
  const ifWhole = (text: string) => (whole ? text : 'see below');
  const beside = `in the set, in ${stores.join(', ')}`;
  const objects = Object.values(manifest.clusterObjects).reduce((sum, each) => sum + each, 0);
  const sealed = manifest.sealedObjects?.length ?? 0;
  const isCopied = levelChecks.some(
    ({ level, what, state }) => level === 'L1' && what.includes('images in ') && state === 'passed',
  );
  const some = (amount: number, ...row: string[]) => (amount === 0 ? [] : [row]);
  return [
    ...manifest.databases.map(({ name, tables, lsn }) => [
      `database ${name}`,
      where(name),
      `${counted(tables.length, 'table')}, ${rowCount(tables)} rows${sampledIn(tables)}`,
      ifWhole(`counted on a standby at ${lsn}; every file of the newest backup was read back`),
    ]),
    ...(manifest.managed ?? []).map(({ name, tables, server }) => [
      `managed database ${name}`,
      where(`managed/${name}`),
      `${counted(tables.length, 'table')}, ${rowCount(tables)} rows`,
      ifWhole(`counted and dumped in one snapshot of PostgreSQL ${server}; part of the dump was read back`),
    ]),
    ...manifest.volumes.map(volume => volumeRow(volume, facts, where, ifWhole)),
    ...manifest.objectStores.map(({ name, count, bytes }) => [
      `bucket ${name}`,
      where(`bucket/${name}`),
      `${counted(count, 'object')}, ${megabytes(bytes)}`,
      ifWhole('each listed with its SHA-256; part of the repositories was read back'),
    ]),
    ...some(
      objects,
      'objects of the cluster',
      beside,
      `${counted(objects, 'object')} of ${counted(Object.keys(manifest.clusterObjects).length, 'kind')}${sealed === 0 ? '' : `, ${sealed} of them encrypted`}`,
      'every kind of the cluster was read',
    ),
    ...some(
      manifest.secrets.length,
      'secrets',
      `${beside}, encrypted`,
      counted(manifest.secrets.length, 'Secret'),
      'only an offline key decrypts them',
    ),
    ...some(
      manifest.images.length,
      'images',
      isCopied ? 'copied with their layers' : 'recorded by digest, not copied',
      counted(manifest.images.length, 'image'),
      isCopied ? 'every byte was read back' : '',
    ),
  ];
}

function volumeRow(
  { namespace, pvc, covered, files }: BackupManifest['volumes'][number],
  { notNeeded }: ReportedBackup,
  where: (name: string) => string,
  ifWhole: (text: string) => string,
): string[] {
  const name = `${namespace}/${pvc}`;
  const why = notNeeded[pvc] ?? notNeeded[pvc.replace(/-\d+$/, '')] ?? '';
  switch (covered) {
    case 'files': {
      if (files === undefined) return [`volume ${name}`, '❌ nowhere', '', ''];
      const changed = files.unsettled === 0 ? '' : `; ${files.unsettled} changed during the backup`;
      return [
        `volume ${name}`,
        where(name),
        `${counted(files.count, 'file')}, ${megabytes(files.bytes)}`,
        ifWhole(`each listed with its SHA-256${changed}; part of the repositories was read back`),
      ];
    }
    case 'not':
      return [`volume ${name}`, '❌ nowhere', '', 'no backup covers it'];
    case 'not-needed':
      return [`volume ${name}`, 'in no backup', '', `not needed: ${why}`];
    default:
      return [`volume ${name}`, `with the ${covered}`, '', ''];
  }
}

function driftOf({ drift }: ReportedBackup): string {
  if (drift === undefined) return '';
  if (drift.length === 0) return 'The cluster has not changed since the previous backup set.';
  const more = drift.length > shownDrift ? `\n- … and ${drift.length - shownDrift} more` : '';
  return `**Changed in the cluster since the previous backup set**\n\n${bullets(drift.slice(0, shownDrift))}${more}`;
}

const shownDrift = 20;

const notesOf = (notes: readonly string[]) => notes.map(each => `> ⚠️ ${cell(each)}`).join('\n>\n');

const rowCount = (tables: BackupManifest['databases'][number]['tables']) =>
  tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');

function sampledIn(tables: BackupManifest['databases'][number]['tables']): string {
  const sampled = tables.filter(each => each.sampled !== undefined).length;
  return sampled === 0 ? '' : `, ${counted(sampled, 'table')} in a sample`;
}
