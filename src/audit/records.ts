import type { Cluster } from '../cluster/port.ts';
import { readDrills } from '../recovery/drill-records.ts';
import { parseManifest } from '../recovery/manifest-schema.ts';
import { listSets, manifestPath, type SetOwner, setTime } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import { readDecision, UnreadableDecision } from '../release/decision-record/store.ts';
import { type Release, ReleaseStore } from '../release/store/releases.ts';
import { sha256 } from '../toolkit/checksums.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { printable } from '../toolkit/printable.ts';
import { canonical } from '../workloads/naming.ts';
import type { AuditRecord } from './chain.ts';

/** Reads the records that Slipway keeps, by `get` and `list` only. */

/** Characters of a sentence in the chain. */
const longest = 300;
const short = (text: string | undefined) => text?.slice(0, longest);

/** Records, and a sentence for each that cannot be read. */
export interface RecordsFound {
  readonly records: readonly AuditRecord[];
  readonly faults: readonly string[];
}

/** Says that a record cannot be read, in one sentence. Pure. */
export const unreadableRecord = (what: string, app: string, why: unknown): string =>
  printable(
    `${what} of ${app} is not readable: ${why instanceof UserError ? why.sentence : String((why as Error).message ?? why)}`,
  );

/** Returns the records of releases in the cluster: what was released by whom, how it ended, and which runs advanced it or approved it. */
export async function releaseRecords(
  cluster: Cluster,
  app: string,
  namespace: string,
): Promise<RecordsFound> {
  const faults: string[] = [];
  const note = (line: string) => void faults.push(line.replace(/^warning: /, ''));
  const releases = await new ReleaseStore(cluster, namespace, app, note).list();
  const decisions = await mapOf(releases, 4, async ({ record: { release } }): Promise<AuditRecord[]> => {
    const record = await readDecision(cluster, namespace, app, release).catch(error => {
      if (!(error instanceof UnreadableDecision)) throw error;
      faults.push(unreadableRecord(`decision ${release}`, app, error));
      return undefined;
    });
    // It grows until the rollout has ended.
    if (record?.end === undefined) return [];
    const { end, runs } = record;
    const advanced = runs.map(({ at, by, doing }) => ({ at: isoOf(at), by: by.actor, run: by.run, doing }));
    const facts = { state: end.state, reason: short(end.reason), runs: advanced };
    return [
      { kind: 'decision', id: String(release), at: isoOf(end.at), sha256: sha256(canonical(record)), facts },
    ];
  });
  return { records: [...releases.flatMap(recordsOf), ...decisions.flat()], faults };
}

function recordsOf({ record, outcome }: Release): AuditRecord[] {
  const { release, at, by, images, source, baseline, promotion, signatures } = record;
  const id = String(release);
  const facts = {
    by: by.actor,
    run: by.run,
    ...defined({ revision: by.revision, baseline, promotion, signatures }),
  };
  const written: AuditRecord = {
    kind: 'release',
    id,
    at,
    sha256: sha256(canonical(record)),
    facts: { ...facts, source, images },
  };
  if (outcome === undefined) return [written];
  const ended = { state: outcome.state, ...defined({ reason: short(outcome.reason) }) };
  return [written, { kind: 'outcome', id, at: outcome.at, sha256: sha256(canonical(outcome)), facts: ended }];
}

/** Returns the records of backups and drills in a store. @param isKnown sets that need not be read. */
export async function storeRecords(
  store: Store,
  owner: SetOwner,
  isKnown: (set: string) => boolean,
): Promise<RecordsFound> {
  const faults: string[] = [];
  const note = (what: string, why: unknown): never[] => {
    faults.push(unreadableRecord(`${what} in ${store.name}`, owner.app, why));
    return [];
  };
  const [sets, drills] = await Promise.all([
    listSets(store, owner),
    readDrills(store, owner, (path, error) => note(`drill ${path.replace(/.*\//, '')}`, error)),
  ]);
  const unread = sets.filter(id => !isKnown(id));
  const backups = await mapOf(unread, 4, async (id): Promise<AuditRecord[]> => {
    const content = await store.get(manifestPath(owner, id));
    // Removed since it was listed.
    if (content === undefined) return [];
    try {
      const { by, images } = parseManifest(new TextDecoder().decode(content));
      const facts = { by: by.actor, run: by.run, images };
      return [{ kind: 'backup', id, at: isoOf(setTime(id)), sha256: sha256(content), facts }];
    } catch (error) {
      return note(`backup ${id}`, error);
    }
  });
  const rehearsed = drills.map((each): AuditRecord => {
    const { scenario, verdict, at, rto, rpo, run } = each;
    const facts = { verdict, ...defined({ rto, rpo, run }) };
    return {
      kind: 'drill',
      id: `${scenario} ${isoOf(at)}`,
      at: isoOf(at),
      sha256: sha256(canonical(each)),
      facts,
    };
  });
  return { records: [...backups.flat(), ...rehearsed], faults };
}

const isoOf = (at: number) => new Date(at).toISOString();
