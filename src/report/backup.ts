import type { Rung } from '../recovery/ladder.ts';
import type { Manifest } from '../recovery/manifest.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** A backup for people: what was made, what it holds, and what proves it. */

export interface BackupFacts {
  readonly app: string;
  readonly environment: string;
  readonly set: string;
  readonly manifest: Manifest;
  /** Of each database, a sentence for each repository. */
  readonly backups: Readonly<Record<string, readonly string[]>>;
  readonly rungs: readonly Rung[];
  /** Why it does not count; nothing when it does. */
  readonly problems: readonly string[];
  readonly signed: boolean;
  /** Where the manifest is kept. */
  readonly stores: readonly string[];
}

const largest = 10;

export function backupSummary(facts: BackupFacts): string {
  const { app, environment, set, manifest, backups, rungs, problems, signed, stores } = facts;
  const head =
    problems.length === 0
      ? `### ✅ ${cell(app)} in ${cell(environment)}: backed up as \`${cell(set)}\``
      : `### ❌ ${cell(app)} in ${cell(environment)}: this backup does not count\n\n${problems.map(each => `- ${cell(each)}`).join('\n')}`;
  const databases = manifest.databases.map(({ name, lsn, tables }) => {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    return `**${cell(name)}**: ${tables.length} tables, ${rows.toLocaleString('en')} rows at ${lsn}\n\n${(backups[name] ?? []).map(each => `- ${cell(each)}`).join('\n')}\n\n${table(
      ['table', 'rows', 'first key', 'last key'],
      tables
        .toSorted((a, b) => b.rows - a.rows)
        .slice(0, largest)
        .map(each => [
          `${each.schema}.${each.name}`,
          each.rows.toLocaleString('en'),
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
  return `${[head, ...databases, proofs, kept].join('\n\n')}\n`;
}
