import { mapOf } from '../toolkit/parallel.ts';
import type { DrillReport } from './drill-report.ts';
import { type HistoryEntry, historyLine, parseDrillHistory } from './history.ts';
import { lostTime } from './loss.ts';
import type { SetOwner } from './sets.ts';
import type { Store } from './store.ts';

/**
 * Drill results in a store: each drill writes its report and its history line as new objects. Nothing is ever overwritten, so concurrent
 * drills lose nothing, and a locked store accepts them.
 */

const folderOf = ({ app, environment }: SetOwner) => `${app}/${environment}/drills`;

/** Returns an ID such as `20261126T031700Z-restore-0a1b2c3d`: the run distinguishes drills that start in the same second. */
export const drillId = ({ startedAt, run }: Pick<DrillReport, 'startedAt' | 'run'>): string =>
  `${new Date(startedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${run.id}`;

/** Returns the history line of a drill. Pure. */
export function entryOf(report: DrillReport): HistoryEntry {
  const { startedAt, app, environment, scenario, verdict, outage, loss, backup, run } = report;
  const lost = loss === undefined || loss.point.kind === 'unmeasured' ? undefined : lostTime(loss);
  return {
    schema: 1,
    at: startedAt,
    app,
    environment,
    scenario,
    verdict,
    ...(outage?.kind === 'over' ? { rto: outage.rto } : {}),
    ...(lost === undefined || !Number.isFinite(lost) ? {} : { rpo: lost }),
    ...(backup === undefined ? {} : { bytes: backup.bytes }),
    ...(run.url === undefined ? {} : { run: run.url }),
  };
}

/**
 * Writes the report and the history line of a drill.
 * @param lockedUntil time until which the store refuses to delete them; ms since 1970.
 */
export async function writeDrill(
  store: Store,
  owner: SetOwner,
  report: DrillReport,
  lockedUntil?: number,
): Promise<void> {
  const at = `${folderOf(owner)}/${drillId(report)}`;
  const encoded = (text: string) => new TextEncoder().encode(text);
  await store.put(`${at}.json`, encoded(`${JSON.stringify(report, null, 2)}\n`), lockedUntil);
  await store.put(`${at}.history.jsonl`, encoded(historyLine(entryOf(report))), lockedUntil);
}

/** Limit of history lines that are read: more than the statistics of a scenario need. */
const most = 500;

/**
 * Reads the newest drills, the oldest of them first.
 * @param broken gets the path of each record that cannot be read, and the error. Default: it is thrown.
 */
export async function readDrills(
  store: Store,
  owner: SetOwner,
  broken: (path: string, error: unknown) => HistoryEntry[] = (_, error) => {
    throw error;
  },
): Promise<HistoryEntry[]> {
  const lines = (await store.list(folderOf(owner))).filter(({ path }) => path.endsWith('.history.jsonl'));
  const newest = lines.slice(-most);
  const contents = await mapOf(newest, 8, ({ path }) => store.get(path));
  return contents.flatMap((content, index) => {
    try {
      return content === undefined ? [] : parseDrillHistory(new TextDecoder().decode(content));
    } catch (error) {
      return broken(newest[index]?.path ?? '', error);
    }
  });
}
