import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exportIn,
  fileNames,
  knownIn,
  listingIn,
  packedListing,
  passphraseIn,
  readIdentities,
  secretsIn,
} from '../../src/recovery/attachments.ts';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { formatExport } from '../../src/recovery/cluster-objects/exporting.ts';
import { keyOf } from '../../src/recovery/cluster-objects/order.ts';
import type { Exported } from '../../src/recovery/cluster-objects/portable.ts';
import { encryptAge } from '../../src/recovery/sealing.ts';
import { attachmentsOf, readSet, type SetIn, writeSet } from '../../src/recovery/sets.ts';
import { checkedPath, folderStore } from '../../src/recovery/store.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { manifest } from './backups.ts';

const owner = { app: 'shop', environment: 'production' };
const object = (kind: string, name: string, data: object) =>
  ({ apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' }, data }) as unknown as Exported;
const settings = object('ConfigMap', 'settings', { MODE: 'on' });
const keys = object('ConfigMap', 'keys', { API_KEY: 'abcdef123456' });
const login = object('Secret', 'login', { password: 'aHVudGVyMg==' });

let folder: string;
let identity: string;
let stranger: string;
let at: SetIn;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  identity = await generateX25519Identity();
  stranger = await generateX25519Identity();
  const recipients = [await identityToRecipient(identity)];
  at = await setWith({
    [fileNames.objects]: Buffer.from(formatExport({ objects: [settings] })),
    [fileNames.sealedObjects]: await encryptAge(formatExport({ objects: [keys] }), recipients),
    [fileNames.secrets]: await encryptAge(formatExport({ objects: [login] }), recipients),
    [fileNames.passphrase('near')]: await encryptAge('a passphrase', recipients),
  });
});
afterAll(() => rm(folder, { recursive: true }));

async function setWith(files: Record<string, Uint8Array>): Promise<SetIn> {
  const store = folderStore(folder);
  const of = manifest({ attachments: attachmentsOf(files), sealedObjects: [keyOf(keys)] });
  const content = new TextEncoder().encode(JSON.stringify(of));
  await writeSet(store, owner, { id: '20261126T030000Z', content, bundle: undefined, files });
  return { store, owner, set: await readSet(store, owner) };
}

describe('a backup set', () => {
  it('returns all cluster objects to the holder of the key', async () => {
    expect(await exportIn(at, [stranger, identity])).toEqual([keys, settings]);
  });

  it('returns the Secrets as Kubernetes objects, and the passphrase of a repository', async () => {
    expect(await secretsIn(at, [identity])).toEqual([login]);
    expect(await passphraseIn(at, 'near', [identity])).toBe('a passphrase');
  });

  it('returns nothing encrypted without the key, and names what is encrypted', async () => {
    await expect(exportIn(at, [])).rejects.toThrow(wording('20261126T030000Z', 'is', 'ConfigMap shop/keys'));
    for (const read of [exportIn, secretsIn]) await expect(read(at, [stranger])).rejects.toThrow(wording());
    await expect(passphraseIn(at, 'far', [identity])).rejects.toThrow(wording('passphrase-far.age'));
  });

  it('returns what is known of the objects without a key', async () => {
    expect(await knownIn(at)).toEqual({ plain: [settings], sealed: ['ConfigMap shop/keys'] });
    const { set } = at;
    expect(await knownIn({ ...at, set: { ...set, manifest: manifest() } })).toBeUndefined();
  });

  it('returns the list of files unchanged', async () => {
    const file = fc.record({
      path: fc.string({ minLength: 1 }),
      bytes: fc.nat(),
      sha256: fc.string().map(text => sha256Of(text)),
    });
    const listing = fc.record({ files: fc.array(file), unsettled: fc.array(fc.string({ minLength: 1 })) });
    await fc.assert(
      fc.asyncProperty(listing, async expected => {
        const name = fileNames.volume('attachments');
        expect(await listingIn(await setWith({ [name]: packedListing(expected) }), name)).toEqual(expected);
      }),
      search(20),
    );
  });
});

it('a list that would exhaust the memory is not unpacked', async () => {
  const name = fileNames.volume('attachments');
  const bomb = await setWith({ [name]: gzipSync(Buffer.alloc(1001)) });
  await expect(listingIn(bomb, name, 1000)).rejects.toThrow(wording(name, '20261126T030000Z'));
});

describe('the name of an attachment', () => {
  it.each(['a', 'a.b-c', 'x'.repeat(253)])('fits into a store for a PVC called %s', pvc => {
    const name = fileNames.volume(pvc);
    expect(checkedPath(name)).toBe(name);
    expect(name).not.toBe(fileNames.bucket(pvc));
  });
});

describe('the file of the offline key', () => {
  it('is one that age-keygen writes, and no error quotes it', async () => {
    const path = join(folder, 'key');
    await writeFile(path, `# created\n# public key: age1\n${identity}\n`);
    expect(await readIdentities(path)).toEqual([identity]);
    await writeFile(path, identity.replace('AGE', 'EGA'));
    const error = await readIdentities(path).catch(caught => caught);
    expect(String(error)).toEqual(wording());
    expect(String(error.stack)).not.toContain(identity.slice(20));
    await expect(readIdentities(join(folder, 'none'))).rejects.toThrow(wording());
  });
});
