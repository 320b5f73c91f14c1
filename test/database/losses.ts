import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DrillReport } from '../../src/recovery/drill-report.ts';
import { acknowledged, parseLedger } from '../../src/recovery/ledger.ts';
import type { Database } from './database.ts';
import { STANZA } from './settings.ts';

/** What a loss has to be, told by the log itself and not by anything that a drill does. */

interface Came {
  readonly name: string;
  readonly at: number;
}

/**
 * What was restored ends with the last marker that was committed in a segment which had come to the repository before the loss; the first
 * one that is lost was committed in a later segment; and the loss is the time between the acknowledgement of the last one and the loss.
 * @param folder of the report, with the ledger. @returns ms.
 */
export async function expectLossOfLog(
  database: Database,
  report: DrillReport,
  folder: string,
  repository: 'near' | 'far',
): Promise<number> {
  const { loss, injectedAt = 0, run } = report;
  const repo = `--repo=${repository === 'near' ? 1 : 2}`;
  const segments = await segmentsIn(database, repo);
  const last = segments.findLast(({ at }) => at + 1000 <= injectedAt)?.name ?? '';
  const acked = acknowledged(parseLedger(await readFile(join(folder, 'markers.jsonl'), 'utf8')).entries);
  const lost = loss?.lost ?? [];
  const lastThere = acked[acked.length - lost.length - 1];
  if (lastThere === undefined) throw new Error('everything is lost');
  expect(loss?.demanded).toBe(acked.length);
  expect(await committedIn(database, repo, segments, run.id, lastThere.seq)).toSatisfy(
    (segment: string) => segment <= last,
    `in ${last} or before it`,
  );
  if (lost[0] !== undefined)
    expect(await committedIn(database, repo, segments, run.id, lost[0])).toSatisfy(
      (segment: string) => segment > last,
      `after ${last}`,
    );
  const measured = loss?.point.kind === 'lost' ? loss.point.milliseconds : 0;
  expect(Math.abs(measured - (injectedAt - lastThere.ackedAt))).toBeLessThanOrEqual(100);
  console.log(
    `${report.scenario}: RPO ${measured} ms, ${lost.length} of ${acked.length} lost, after ${last}`,
  );
  return measured;
}

async function segmentsIn(database: Database, repo: string): Promise<Came[]> {
  const list = ['--recurse', '--output=json', '--log-level-console=off', 'repo-ls', `archive/${STANZA}`];
  const listed: Record<string, { time: number }> = JSON.parse(await database.pgbackrest([repo, ...list]));
  return Object.entries(listed)
    .flatMap(([path, { time }]) => {
      const [, name] = /\/([0-9A-F]{24})-[0-9a-f]{40}/.exec(path) ?? [];
      return name === undefined ? [] : [{ name, at: time * 1000 }];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The segment that has the commit of a marker, by what is in the repository. */
async function committedIn(
  database: Database,
  repo: string,
  segments: readonly Came[],
  runId: string,
  seq: number,
): Promise<string> {
  const pod = await database.primary();
  const xmin = `select xmin from slipway_dr.marker where run_id = '${runId}' and seq = ${seq}`;
  const [xid = ''] = await database.sql(xmin, pod, 'shop');
  const commits = `pg_waldump --xid="$1" "$2" 2> /dev/null | grep -c COMMIT || true; rm -f "$2"`;
  for (const { name } of segments.toReversed()) {
    const file = `/tmp/${name}`;
    await database.pgbackrest([repo, 'archive-get', name, file], pod);
    const found = await database.exec(pod, ['sh', '-c', commits, 'sh', xid, file]);
    if (Number(found) > 0) return name;
  }
  throw new Error(`marker ${seq} was committed in nothing that was archived`);
}
