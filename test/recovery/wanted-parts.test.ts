import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { heldParts, needsSet, parseParts, parseTargets } from '../../src/recovery/wanted-parts.ts';
import { wording } from '../wording.ts';
import { managed, manifest } from './backups.ts';

const files = { count: 1, bytes: 1, hash: sha256Of('x'), unsettled: 0, backups: [] };
const held = manifest({
  volumes: [
    { namespace: 'shop', pvc: 'attachments', covered: 'files', files },
    { namespace: 'shop', pvc: 'cache', covered: 'not-needed' },
  ],
});

describe('the parts to restore', () => {
  it('are the database alone, without a set, when only that is named', () => {
    expect(needsSet(parseParts('database'))).toBe(false);
    expect(parseParts('database')).toEqual({
      ...{ all: false, database: true },
      ...{ managed: [], objects: false, secrets: false, volumes: [], buckets: [] },
    });
  });

  it('are all that the set contains, by name', () => {
    const parts = parseParts('all');
    expect(parts).toMatchObject({ database: true, objects: true, secrets: true });
    const none = { objects: false, secrets: false, managed: [] };
    expect(heldParts(parts, held)).toEqual({ ...none, volumes: ['attachments'], buckets: ['uploads'] });
    const attachments = [{ name: 'objects.json', bytes: 1, sha256: sha256Of('x') }];
    expect(heldParts(parts, { ...held, attachments })).toMatchObject({ objects: true, secrets: false });
    expect(heldParts(parts, manifest({ volumes: [], objectStores: [] }))).toMatchObject({ volumes: [] });
  });

  it('include one volume or bucket of several, if the set contains it', () => {
    expect(heldParts(parseParts('objects, volume/attachments'), held)).toEqual({
      ...{ objects: true, secrets: false, managed: [] },
      ...{ volumes: ['attachments'], buckets: [] },
    });
    expect(() => heldParts(parseParts('volume/cache'), held)).toThrow(wording('cache'));
    expect(() => heldParts(parseParts('bucket/none'), held)).toThrow(wording('none'));
  });

  it('include one database outside of the cluster, or all of them that the set contains', () => {
    const [shop, orders] = [managed(), managed({ name: 'orders' })];
    const both = manifest({ managed: [shop, orders] });
    expect(needsSet(parseParts('managed/orders'))).toBe(true);
    expect(heldParts(parseParts('managed/orders'), both).managed).toEqual(['orders']);
    expect(heldParts(parseParts('managed'), both).managed).toEqual(['shop', 'orders']);
    expect(heldParts(parseParts('all'), both).managed).toEqual(['shop', 'orders']);
    expect(() => heldParts(parseParts('managed/billing'), both)).toThrow(wording('billing'));
    expect(() => heldParts(parseParts('managed'), held)).toThrow(wording());
  });

  it('are refused when the set contains none of a requested kind', () => {
    const empty = manifest({ volumes: [], objectStores: [] });
    expect(() => heldParts(parseParts('volume'), empty)).toThrow(wording());
    expect(() => heldParts(parseParts('bucket'), empty)).toThrow(wording('buckets'));
  });

  it.each(['', 'everything', 'volume/', 'volume/../x', 'database objects'])('are not %j', text => {
    expect(() => parseParts(text)).toThrow(wording());
  });
});

describe('the targets of buckets', () => {
  it('are parsed, one for each bucket', () => {
    expect(parseTargets('uploads=https://s3.example.com/back\n other=http://s3/b/c', ['uploads'])).toEqual(
      new Map([
        ['uploads', 'https://s3.example.com/back'],
        ['other', 'http://s3/b/c'],
      ]),
    );
  });

  it('are required for every restored bucket, with its address', () => {
    expect(() => parseTargets('', ['uploads'])).toThrow(wording('uploads'));
    for (const text of ['uploads', 'uploads=https://s3.example.com', 'uploads=https://user@s3/b'])
      expect(() => parseTargets(text, ['uploads'])).toThrow(wording());
  });
});
