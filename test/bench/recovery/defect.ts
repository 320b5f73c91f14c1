import type { Plain, Verdict } from './peers.ts';
import type { Stage } from './stage.ts';

/** A defect that is seeded for real, and what ours and the peers say of it. */

/** Where the defects of databases are seeded. */
export interface Bed {
  readonly stage: Stage;
  readonly plain: Plain;
}

export interface Finding {
  /** What a user runs on schedule. */
  readonly by: string;
  /** What it said when it was not green; empty when it was. */
  readonly text: string;
}

export type Peer = 'verify' | 'check' | 'read' | 'plain';

export interface Seeded {
  /** Ours, run on what is broken. */
  ours(): Promise<Finding>;
  /** Those that apply; the others have nothing to do with it. */
  readonly peers: Partial<Record<Peer, () => Promise<Verdict>>>;
  /** Makes it good again. */
  fix(): Promise<unknown>;
}

export interface Defect<Place = Bed> {
  readonly name: string;
  /** Ours has to be red for this reason. */
  readonly reason: RegExp;
  seed(place: Place): Promise<Seeded>;
}

export interface Row {
  readonly name: string;
  readonly ours: Finding & { readonly found: boolean };
  readonly peers: Partial<Record<Peer, Verdict>>;
  /** Why it could not be seeded or judged; such a row counts as not found. */
  readonly error?: string | undefined;
  readonly seconds: number;
}

/** Seeds it, asks everybody, and makes it good again, whatever happens. */
export async function judge<Place>(defect: Defect<Place>, place: Place): Promise<Row> {
  const { name, reason } = defect;
  const begun = performance.now();
  const peers: Partial<Record<Peer, Verdict>> = {};
  let finding: Finding = { by: '', text: '' };
  let error: string | undefined;
  let seeded: Seeded | undefined;
  try {
    seeded = await defect.seed(place);
    finding = await seeded.ours();
    for (const [peer, look] of Object.entries(seeded.peers)) peers[peer as Peer] = await look();
  } catch (thrown) {
    error = String((thrown as Error).stack ?? thrown).slice(0, 800);
  }
  try {
    await seeded?.fix();
  } catch (thrown) {
    error = `${error ?? ''} fix: ${String(thrown).slice(0, 400)}`;
  }
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return { name, ours: { ...finding, found: reason.test(finding.text) }, peers, error, seconds };
}

const sign = (found: boolean | undefined) => (found === undefined ? 'n/a' : found ? 'found' : 'missed');

export function rowText({ name, ours, peers, error, seconds }: Row): string {
  const cells = [
    name.padEnd(44),
    `${sign(ours.found)} (${ours.by})`.padEnd(32),
    ...(['verify', 'check', 'read', 'plain'] as const).map(peer => sign(peers[peer]?.found).padEnd(8)),
    `${seconds} s`,
  ];
  const said = ours.text.split('\n')[0]?.slice(0, 240) ?? '';
  return `${cells.join(' ')}\n    ours: ${said || 'green'}${Object.entries(peers)
    .map(([peer, verdict]) => `\n    ${peer}: ${verdict.code ?? 'signal'}: ${verdict.said}`)
    .join('')}${error === undefined ? '' : `\n    ERROR ${error}`}`;
}

export interface Tally {
  readonly defects: number;
  readonly found: number;
  readonly pgbackrest_verify: number;
  readonly restic_check: number;
  readonly restic_check_read: number;
  readonly plain: number;
  /** Of the best single peer, restic by the better of its columns. */
  readonly best_peer: number;
  /** What all of them together find. */
  readonly all_peers: number;
}

/** Pure. */
export function tally(rows: readonly Row[]): Tally {
  const count = (peer: Peer) => rows.filter(row => row.peers[peer]?.found === true).length;
  const [verify, check, read, plain] = [count('verify'), count('check'), count('read'), count('plain')];
  return {
    defects: rows.length,
    found: rows.filter(({ ours }) => ours.found).length,
    ...{ pgbackrest_verify: verify, restic_check: check, restic_check_read: read, plain },
    best_peer: Math.max(verify, check, read, plain),
    all_peers: rows.filter(row => Object.values(row.peers).some(({ found }) => found)).length,
  };
}
