import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveDrill, LiveSystem } from '../../../src/recovery/drill/live-system.ts';
import type { Server } from '../../../src/recovery/drill/marker-session.ts';
import type { DrillPace } from '../../../src/recovery/drill/pace.ts';
import type { Placement } from '../../../src/recovery/drill/placement.ts';
import type { Marker } from '../../../src/recovery/ledger.ts';
import type { MemberState } from '../../../src/recovery/postgres/member-state.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';

/** A primary and a standby that exist only here, and fail over in an instant. */

export interface FakeOptions {
  /** The pod that seems to take over before the one that does. */
  readonly first?: Placement;
  /** Number of bad probes after which a standby takes over; infinite: never. */
  takesOver?: number;
  /** Number of the last markers that the standby lacks at that moment. */
  behind?: number;
  /** Whether the lost member follows again after the fix. */
  returns?: boolean;
  switchover?: boolean;
  failover?: boolean;
  /** Returns the fault of probes in spite of a primary. */
  bad?: () => string | undefined;
  /** Called before each operation; may throw. */
  before?: (port: string, count: number) => void | Promise<void>;
}

export interface Fake {
  readonly system: LiveSystem;
  /** The operations that were called, by name. */
  readonly calls: string[];
  /** Before and after each operation: the fault, and the noted fault. */
  readonly moments: { port: string; broken: boolean; noted: boolean }[];
  readonly world: { broken: boolean; noted: Placement | undefined; cleared: boolean };
}

export const pace: DrillPace = {
  name: 'lab',
  // A busy machine must not count as an outage.
  markers: { every: 6, patience: 1000 },
  probes: { every: 3, patience: 1000 },
  ...{ steady: 30, consecutive: 4, spread: 5 },
};

export const drillOf = (changes: Partial<LiveDrill> = {}): LiveDrill => ({
  ...{ app: 'shop', environment: 'lab', assumedDetection: 0, tools: {}, pace },
  target: { rto: 60_000, rpo: 0 },
  run: { id: 'run-1', actor: 'test' },
  ...{ scenario: scenarioOf('node'), seed: 'seed', deadline: 400, rejoinTimeout: 200 },
  signal: new AbortController().signal,
  ...changes,
});

export const placement = (name: string): Placement => ({
  ...{ pod: `db-${name}`, uid: `uid-${name}`, node: `node-${name}`, zone: name },
});

export function fakeSystem(options: FakeOptions = {}): Fake {
  const { takesOver = 3, behind = 0, returns = true, before = () => undefined } = options;
  const calls: string[] = [];
  const moments: Fake['moments'] = [];
  const world: Fake['world'] = { broken: false, noted: undefined, cleared: false };
  const servers: Server[] = [];
  let looks = 0;
  let bad = 0;
  // The probes drive the clock, so a busy machine makes the test slower, but no outage longer.
  const now = () => 1_000_000 + looks * pace.probes.every;
  const a = placement('a');
  const b = placement('b');
  let primary: Placement | undefined = a;
  let timeline = 1;
  let rows: Marker[] = [];

  const look = (port: string) =>
    moments.push({ port, broken: world.broken, noted: world.noted !== undefined });
  const port = async <Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> => {
    calls.push(name);
    look(name);
    await before(name, calls.filter(each => each === name).length);
    const result = await work();
    look(name);
    return result;
  };
  const takeOver = () => {
    rows = rows.slice(0, rows.length - behind);
    [primary, timeline] = [b, timeline + 1];
  };
  const member = (of: Placement): MemberState => ({
    pod: of.pod,
    role: of === primary ? 'primary' : 'standby',
    streams: of !== primary,
    ...{ timeline, system: '7', damaged: 0 },
    followers: of === primary ? [{ name: 'other', state: 'streaming', sync: 'sync', behind: 0 }] : [],
  });
  const isGone = (of: Placement) => of === a && (world.broken || (timeline > 1 && !returns));

  const system: LiveSystem = {
    now,
    report: () => undefined,
    append: () => undefined,
    prepare: () => port('prepare', () => undefined),
    primary: () =>
      port('primary', () => {
        if (primary === undefined) throw new Error('no primary');
        return primary;
      }),
    successor: of =>
      port('successor', () =>
        primary === undefined || primary.uid === of.uid ? undefined : (options.first ?? primary),
      ),
    members: () =>
      port('members', () => ({
        members: [a, b].filter(each => !isGone(each)).map(member),
        unreachable: isGone(a) ? ['db-a: no answer'] : [],
      })),
    probe: async () => {
      looks += 1;
      if (primary !== undefined) return options.bad?.();
      bad += 1;
      if (bad === takesOver) takeOver();
      return 'status 503';
    },
    application: {
      knownRecord: () => port('knownRecord', () => undefined),
      fresh: () => port('fresh', () => undefined),
    },
    markers: {
      send: async marker => {
        if (primary === undefined) throw new Error('no primary');
        if (servers.at(-1)?.timeline !== timeline)
          servers.push({ at: marker.sentAt, timeline, synchronousCommit: 'on' });
        rows.push(marker);
      },
      servers: () => servers,
      read: () => port('read', () => rows),
      remove: () => Promise.reject(new Error('nothing is deleted here')),
    },
    note: victim =>
      port('note', () => {
        world.noted = victim;
      }),
    inject: () =>
      port('inject', () => {
        world.broken = true;
        primary = undefined;
      }),
    fix: () =>
      port('fix', () => {
        world.broken = false;
      }),
    ...(options.failover && {
      failover: { after: 20, run: async () => port('failover', async () => takeOver()) },
    }),
    ...(options.switchover && {
      switchover: async () =>
        port('switchover', async () => {
          primary = undefined;
          await sleep(10);
          [primary, timeline] = [a, timeline + 1];
        }),
    }),
    clear: () =>
      port('clear', () => {
        world.cleared = true;
        return [];
      }),
  };
  return { system, calls, moments, world };
}
