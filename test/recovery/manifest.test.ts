import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/recovery/manifest-schema.ts';
import { wording } from '../wording.ts';
import { database, manifest } from './backups.ts';

describe('a manifest', () => {
  it('is read as it was written, and keys of later versions are ignored', () => {
    expect(parseManifest(JSON.stringify(manifest()))).toEqual(manifest());
    expect(parseManifest(JSON.stringify({ ...manifest(), added: 1 }))).toEqual(manifest());
  });

  it.each<[string, unknown, string]>([
    ['no JSON', undefined, wording()],
    ['another schema', { ...manifest(), schema: 2 }, wording('schema')],
    ['an invalid LSN', manifest({ databases: [database({ lsn: '3000148' })] }), wording('databases.0.lsn')],
    ['an image without its digest', manifest({ images: ['shop:1.2'] }), wording('images.0')],
    [
      'an invalid hash',
      manifest({ objectStores: [{ ...manifest().objectStores[0]!, hash: 'x' as never }] }),
      wording('objectStores.0.hash', 'SHA-256'),
    ],
    [
      'the content of a secret',
      manifest({ secrets: ['ghp_0123456789abcdefghijABCDEFGHIJ'] }),
      wording('secrets.0'),
    ],
    ['nothing', null, wording()],
  ])('is refused with %s', (_, value, problem) => {
    expect(() => parseManifest(JSON.stringify(value) ?? '{')).toThrow(problem);
  });
});
