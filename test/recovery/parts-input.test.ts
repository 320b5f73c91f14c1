import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { needsSet, parseParts, parseTargets, partsInSet } from '../../src/recovery/parts-input.ts';
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
      ...{ managed: [], objects: false, secrets: false, volumes: [], buckets: [], redis: [] },
    });
  });

  it('are all that the set contains, by name', () => {
    const parts = parseParts('all');
    expect(parts).toMatchObject({ database: true, objects: true, secrets: true });
    const none = { objects: false, secrets: false, managed: [], redis: [] };
    expect(partsInSet(parts, held)).toEqual({ ...none, volumes: ['attachments'], buckets: ['uploads'] });
    const attachments = [{ name: 'objects.json', bytes: 1, sha256: sha256Of('x') }];
    expect(partsInSet(parts, { ...held, attachments })).toMatchObject({ objects: true, secrets: false });
    expect(partsInSet(parts, manifest({ volumes: [], objectStores: [] }))).toMatchObject({ volumes: [] });
  });

  it('include one volume or bucket of several, if the set contains it', () => {
    expect(partsInSet(parseParts('objects, volume/attachments'), held)).toEqual({
      ...{ objects: true, secrets: false, managed: [] },
      ...{ volumes: ['attachments'], buckets: [], redis: [] },
    });
    expect(() => partsInSet(parseParts('volume/cache'), held)).toThrow(wording('cache'));
    expect(() => partsInSet(parseParts('bucket/none'), held)).toThrow(wording('none'));
  });

  it('include one database outside of the cluster, or all of them that the set contains', () => {
    const [shop, orders] = [managed(), managed({ name: 'orders' })];
    const both = manifest({ managed: [shop, orders] });
    expect(needsSet(parseParts('managed/orders'))).toBe(true);
    expect(partsInSet(parseParts('managed/orders'), both).managed).toEqual(['orders']);
    expect(partsInSet(parseParts('managed'), both).managed).toEqual(['shop', 'orders']);
    expect(partsInSet(parseParts('all'), both).managed).toEqual(['shop', 'orders']);
    expect(() => partsInSet(parseParts('managed/billing'), both)).toThrow(wording('billing'));
    expect(() => partsInSet(parseParts('managed'), held)).toThrow(wording());
  });

  it('are refused when the set contains none of a requested kind', () => {
    const empty = manifest({ volumes: [], objectStores: [] });
    expect(() => partsInSet(parseParts('volume'), empty)).toThrow(wording());
    expect(() => partsInSet(parseParts('bucket'), empty)).toThrow(wording('buckets'));
  });

  it.each(['', 'everything', 'volume/', 'volume/../x', 'database objects'])('are not %j', text => {
    expect(() => parseParts(text)).toThrow(wording());
  });
});

describe('the targets of buckets', () => {
  it('are parsed, one for each bucket', () => {
    expect(parseTargets('uploads=https://s3.example.com/back\n other=http://s3/b/c,', ['uploads'])).toEqual(
      new Map([
        ['uploads', 'https://s3.example.com/back'],
        ['other', 'http://s3/b/c'],
      ]),
    );
  });

  it('are required for every restored bucket, with its address', () => {
    expect(() => parseTargets('', ['uploads'])).toThrow(wording('uploads'));
    const invalid = [
      'uploads',
      'uploads=https://s3.example.com',
      'uploads=https://user@s3/b',
      'a=http://s3/b c=http://s3/d',
    ];
    for (const text of invalid) expect(() => parseTargets(text, ['uploads'])).toThrow(wording());
  });
});
