import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskingOf } from '../../src/actions/restore-masking.ts';
import type { Exec } from '../../src/recovery/exec.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'masking-'));
});
afterAll(() => rm(dir, { recursive: true }));

const column = (name: string) => ({
  ...{ schema: 'public', table: 'accounts', column: name, type: 'text', nullable: true },
  ...{ generated: false, unique: false, length: null },
});

/** A copy with two columns of text, and what becomes of it. */
class Fake {
  readonly calls: string[] = [];
  code = 0;
  opens = true;
  leaves = true;
  readonly raw: Exec = async (_, { input = '' } = {}) => {
    const good = (stdout: string) => ({ code: 0, stdout, stderr: '' });
    if (input.includes('from pg_database')) return good('');
    if (input.includes('pg_attribute'))
      return good(
        `${JSON.stringify({ columns: [column('email'), column('note')], foreignKeys: [], materialisedViews: [], largeObjects: false })}\n`,
      );
    this.calls.push('mask');
    return { ...good('{"proof":0,"count":0}\n{"proof":1,"count":0}\n'), code: this.code };
  };
  async open() {
    this.calls.push('open');
    if (!this.opens) throw new UserError('it does not open', 'look');
  }
  async remove() {
    this.calls.push('remove');
    if (!this.leaves) throw new UserError('its node is gone', 'look');
  }
}

const run = async (copy: Fake, map: string, restore: () => Promise<string> = async () => 'restored') => {
  const path = join(dir, 'masking.yml');
  await writeFile(path, map);
  const masking = await maskingOf(path);
  const said: string[] = [];
  const task = {
    ...{ copy, database: 'shop', signal: new AbortController().signal },
    report: (line: string) => void said.push(line),
  };
  return { said, result: await masking(task, restore) };
};
const whole = 'accounts.email: fake-email\naccounts.note: keep\n';

describe('recovery 5: a masked copy', () => {
  it('accepts connections only after masking', async () => {
    const copy = new Fake();
    const { said, result } = await run(copy, whole);
    expect(result).toBe('restored');
    expect(copy.calls).toEqual(['mask', 'open']);
    expect(said).toEqual(['masked 1 column']);
  });

  it.each<[string, string, Partial<Fake>, string[]]>([
    ['a column is not mentioned', 'accounts.email: fake-email\n', {}, ['remove']],
    ['the masking fails', whole, { code: 3 }, ['mask', 'remove']],
    ['it does not open', whole, { opens: false }, ['mask', 'open', 'remove']],
  ])('is removed when %s', async (_, map, changes, calls) => {
    const copy = Object.assign(new Fake(), changes);
    await expect(run(copy, map)).rejects.toThrow(UserError);
    expect(copy.calls).toEqual(calls);
  });

  it('is removed when the restore into it fails or is cancelled', async () => {
    const copy = new Fake();
    const failing = async () => {
      throw new Error('cancelled');
    };
    await expect(run(copy, whole, failing)).rejects.toThrow('cancelled');
    expect(copy.calls).toEqual(['remove']);
  });

  it('is reported as unmasked if it cannot be removed', async () => {
    const copy = Object.assign(new Fake(), { code: 3, leaves: false });
    await expect(run(copy, whole)).rejects.toThrow(wording('its node is gone'));
  });
});
