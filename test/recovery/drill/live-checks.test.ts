import { describe, expect, it } from 'vitest';
import {
  markersCheck,
  sameDatabaseCheck,
  standbyCheck,
  takeoverCheck,
  whyNotRecovered,
} from '../../../src/recovery/drill/live-checks.ts';
import type { Exec } from '../../../src/recovery/exec.ts';
import { type MemberState, memberStates } from '../../../src/recovery/postgres/member-state.ts';
import { wording } from '../../wording.ts';
import { placement } from './fake-system.ts';

/** The answers of PostgreSQL 17 in the lab, of a standby and its primary. */
const standby =
  '{"standby" : true, "streams" : true, "timeline" : 1, "system" : "7712460449444511766", "damaged" : 0, "followers" : []}';
const primary =
  '{"standby" : false, "streams" : false, "timeline" : 1, "system" : "7712460449444511766", "damaged" : 0, "followers" : [{"name" : "db-0", "state" : "streaming", "sync" : "async", "behind" : 0}, {"name" : "db-2", "state" : "streaming", "sync" : "sync", "behind" : 0}]}';

const says =
  (stdout: string, code = 0): Exec =>
  async () => ({ code, stdout, stderr: code === 0 ? '' : stdout });
const asked = (pods: Record<string, Exec>) =>
  memberStates(new Map(Object.entries(pods)), { database: 'postgres' }, 50);
const states = await asked({ 'db-0': says(standby), 'db-1': says(primary), 'db-2': says(standby) });
const member = (pod: string, changes: Partial<MemberState> = {}): MemberState => {
  const found = states.members.find(each => each.pod === pod);
  if (found === undefined) throw new Error(pod);
  return { ...found, ...changes };
};

describe('the members of a database', () => {
  it('have the states that they report', () => {
    expect(states.unreachable).toEqual([]);
    expect(member('db-0')).toMatchObject({ role: 'standby', streams: true, timeline: 1, damaged: 0 });
    expect(member('db-1')).toMatchObject({ role: 'primary', system: '7712460449444511766' });
    expect(member('db-1').followers[1]).toEqual({
      name: 'db-2',
      state: 'streaming',
      sync: 'sync',
      behind: 0,
    });
  });

  it('have a timeout, and an invalid answer is reported', async () => {
    const { members, unreachable } = await asked({
      'db-0': () => new Promise(() => undefined),
      'db-1': says('{"standby" : 1}'),
      'db-2': says('psql: error: no server', 2),
    });
    expect(members).toEqual([]);
    expect(unreachable.toSorted()).toEqual([
      wording('db-0', '50'),
      wording('db-1'),
      wording('db-2', 'postgres', 'psql', 'error', 'no server'),
    ]);
  });
});

describe('the checks of a failover', () => {
  it('L0 names the standbys, and fails without one', () => {
    expect(standbyCheck(states)).toMatchObject({
      ...{ level: 'L0', state: 'passed' },
      sentence: wording('db-0', 'async', 'db-2', 'sync'),
    });
    const alone = { members: [member('db-1', { followers: [] })], unreachable: [] };
    expect(standbyCheck(alone)).toMatchObject({ state: 'failed', sentence: wording() });
    expect(standbyCheck({ members: [], unreachable: [] }).state).toBe('failed');
  });

  it.each<[string, Partial<MemberState>, string]>([
    ['is another database', { system: '1' }, wording('db-0', 'db-1')],
    ['is on an older timeline', { timeline: 0 }, wording('db-0', '1')],
    ['has a damaged page', { damaged: 2 }, wording('2 pages', 'db-0')],
  ])('L1 fails if the new primary %s', (_, changes, sentence) => {
    const after = member('db-0', { role: 'primary', timeline: 2, ...changes });
    expect(sameDatabaseCheck(member('db-1'), after)).toMatchObject({
      state: 'failed',
      sentence,
    });
  });

  it('L1 passes on a later timeline, and reports pages without checksums', () => {
    const after = member('db-0', { role: 'primary', timeline: 2, damaged: undefined });
    expect(sameDatabaseCheck(member('db-1'), after)).toMatchObject({
      state: 'passed',
      sentence: wording('1', '2'),
    });
    expect(sameDatabaseCheck(member('db-1'), undefined).state).toBe('failed');
  });

  it('L2 fails if no member, two members or another member took over', () => {
    const [a, b] = [placement('a'), placement('b')];
    const of = (...pods: string[]) => ({
      members: pods.map(pod => member('db-1', { pod })),
      unreachable: [],
    });
    expect(takeoverCheck(a, b, of('db-b')).state).toBe('passed');
    expect(takeoverCheck(a, undefined, of('db-a')).sentence).toEqual(wording('db-a'));
    expect(takeoverCheck(a, b, of('db-a', 'db-b')).sentence).toEqual(wording('db-a', 'db-b'));
    expect(takeoverCheck(a, b, of('db-c')).sentence).toContain('db-c is');
    expect(takeoverCheck(a, b, of()).sentence).toEqual(wording());
  });

  it('L3 passes with markers missing at the end, and fails with a gap', () => {
    const lost = { kind: 'lost' as const, seqs: [4], wrong: false, sentence: 'one lost' };
    const point = { kind: 'lost' as const, milliseconds: 100 };
    const loss = { point, demanded: 4, lost: [4], findings: [lost] };
    expect(markersCheck(loss)).toMatchObject({
      state: 'passed',
      sentence: expect.stringContaining('1 lost'),
    });
    const gap = { kind: 'gap' as const, seqs: [2], wrong: true, sentence: 'a hole' };
    expect(markersCheck({ ...loss, findings: [lost, gap] })).toMatchObject({
      state: 'failed',
      sentence: 'a hole',
    });
  });
});

describe('a database that has fully recovered', () => {
  it('has one primary, which all others follow on its timeline', () => {
    expect(whyNotRecovered(states, 3)).toBeUndefined();
    expect(whyNotRecovered({ ...states, members: states.members.slice(0, 2) }, 3)).toEqual(wording('2'));
    const standbys = states.members.filter(({ role }) => role === 'standby');
    expect(whyNotRecovered({ members: standbys, unreachable: [] }, 3)).toEqual(wording());
    const behind = [member('db-1', { timeline: 2 }), member('db-0')];
    expect(whyNotRecovered({ members: behind, unreachable: [] }, 2)).toEqual(wording('db-0', 'db-1'));
    const both = [member('db-1'), member('db-0', { role: 'primary' })];
    expect(whyNotRecovered({ members: both, unreachable: [] }, 2)).toEqual(wording('db-1', 'db-0'));
  });
});
