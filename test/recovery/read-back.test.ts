import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBackBefore } from '../../src/recovery/read-back.ts';
import { writeSet } from '../../src/recovery/sets.ts';
import { folderStore, type Store } from '../../src/recovery/store.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { database, manifest } from './backups.ts';

const owner = { app: 'shop', environment: 'production' };
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'read-back-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const open = (name: string, store: Store = folderStore(join(dir, name))) => ({
  ...{ name, store },
  locked: undefined,
});
async function write(store: Store, id: string, whole: number | undefined): Promise<void> {
  const backups = [
    { repository: 'near', label: '20261122-030000F', ...(whole === undefined ? {} : { whole }) },
    { repository: 'far', label: '20261122-040000F' },
  ];
  const content = Buffer.from(JSON.stringify(manifest({ databases: [database({ backups })] })));
  await writeSet(store, owner, { id, content, bundle: undefined });
}
const lookedAt: string[] = [];
const ask = (stores: ReturnType<typeof open>[], counts = true) =>
  readBackBefore({
    ...{ stores, owner },
    isTrusted: async ({ id }) => {
      lookedAt.push(id);
      return counts;
    },
  });

describe('recovery 7: the last full read of a repository', () => {
  it('is recorded in the newest set of any store', async () => {
    const [near, far] = [open('near'), open('far')];
    await write(near.store, '20261126T031700Z', 26);
    await write(far.store, '20261127T031700Z', 27);
    lookedAt.length = 0;
    expect(await ask([near, far])).toEqual(new Map([['shop', new Map([['near', 27]])]]));
    expect(lookedAt).toEqual(['20261127T031700Z']);
  });

  it('is unknown for an untrusted set, without a set, and for an unreadable store', async () => {
    const near = open('near');
    expect(await ask([near])).toEqual(new Map());
    await write(near.store, '20261126T031700Z', 26);
    expect(await ask([near], false)).toEqual(new Map());
    const down = {
      ...near.store,
      list: async () => {
        throw new UserError('it is down', 'look');
      },
    };
    expect(await ask([open('far', down), near])).toEqual(new Map([['shop', new Map([['near', 26]])]]));
    expect(await ask([open('far', down)])).toEqual(new Map());
  });
});
