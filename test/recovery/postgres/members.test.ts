import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import { membersOf } from '../../../src/recovery/postgres/members.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';

const answering =
  (answer: object | string): Exec =>
  async () =>
    typeof answer === 'string'
      ? { code: 2, stdout: '', stderr: answer }
      : { code: 0, stdout: `${JSON.stringify({ ...settings, ...answer })}\n`, stderr: '' };
const settings = { streams: false, segment: 16_777_216, timeout: 60_000, archived: null, data: '/data/pg' };
const primary = { standby: false, archived: '000000010000000000000003' };
const standby = { standby: true, streams: true };
const { signal } = new AbortController();
const ask = (pods: Record<string, object | string>) =>
  membersOf(
    new Map(Object.entries(pods).map(([pod, answer]) => [pod, answering(answer)])),
    { database: 'shop' },
    signal,
  );

describe('the members of a database', () => {
  it('report their own role; streaming standbys come first', async () => {
    const {
      primary: first,
      standbys,
      unreachable,
    } = await ask({
      'db-0': { standby: true },
      'db-1': primary,
      'db-2': standby,
      'db-3': 'connection refused',
    });
    expect(first).toMatchObject({
      pod: 'db-1',
      archiveTimeout: 60_000,
      archived: primary.archived,
      data: '/data/pg',
    });
    expect(standbys.map(({ pod }) => pod)).toEqual(['db-2', 'db-0']);
    expect(unreachable).toEqual([wording('db-3', 'shop', 'connection refused')]);
  });

  it('recovery 6: come last if commits may wait for them', async () => {
    const { standbys } = await ask({
      'db-0': { ...primary, synchronous: ['second', 'walreceiver'] },
      'db-1': { ...standby, name: 'second' },
      'db-2': { ...standby, name: 'third', synchronous: ['fourth'] },
      'db-3': { standby: true, name: 'fourth' },
    });
    expect(standbys.map(({ pod, synchronous }) => [pod, synchronous])).toEqual([
      ['db-2', false],
      ['db-1', true],
      ['db-3', false],
    ]);
  });

  it.each<[string, Record<string, object | string>, string]>([
    ['none is the primary', { 'db-0': standby, 'db-1': 'starting up' }, wording('2', 'db-1')],
    ['two are primaries', { 'db-0': primary, 'db-1': primary }, wording('db-0', 'db-1')],
    ['one gives an unexpected answer', { 'db-0': { standby: 'no' } }, wording('db-0')],
  ])('are refused if %s', async (_, pods, sentence) => {
    await expect(ask(pods)).rejects.toThrow(sentence);
  });

  it('are not asked any more when the run is cancelled', async () => {
    const cancel = new AbortController();
    const exec: Exec = async () => {
      cancel.abort();
      throw new UserError('ended', 'no');
    };
    await expect(membersOf(new Map([['db-0', exec]]), { database: 'shop' }, cancel.signal)).rejects.toThrow(
      'cancelled',
    );
  });
});
