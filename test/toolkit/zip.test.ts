import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/toolkit/zip.ts';
import { zipOf } from './zip-writer.ts';

/** Made by Info-ZIP from a stream: a folder, `d/readme.txt` and `d/test.json`, with the sizes after the files. */
const streamed = Buffer.from(
  'UEsDBAoAAAAAAMVcfl0AAAAAAAAAAAAAAAACABwAZC9VVAkAAyFgDWshYA1rdXgLAAEEAAAAAAQAAAAAUEsDBBQACAAIAMVcfl0AAAAAAAAAAAQAAAAMABwAZC9yZWFkbWUudHh0VVQJAAMhYA1rIWANa3V4CwABBAAAAAAEAAAAAMvLL0kFAFBLBwgU+r3PBgAAAAQAAABQSwMEFAAIAAgAxVx+XQAAAAAAAAAADwAAAAsAHABkL3Rlc3QuanNvblVUCQADIWANayFgDWt1eAsAAQQAAAAABAAAAACrViouSS1QslIqSS0uUaoFAFBLBwhzKPRWEQAAAA8AAABQSwECHgMKAAAAAADFXH5dAAAAAAAAAAAAAAAAAgAYAAAAAAAAABAA7UEAAAAAZC9VVAUAAyFgDWt1eAsAAQQAAAAABAAAAABQSwECHgMUAAgACADFXH5dFPq9zwYAAAAEAAAADAAYAAAAAAABAAAApIE8AAAAZC9yZWFkbWUudHh0VVQFAAMhYA1rdXgLAAEEAAAAAAQAAAAAUEsBAh4DFAAIAAgAxVx+XXMo9FYRAAAADwAAAAsAGAAAAAAAAQAAAKSBmAAAAGQvdGVzdC5qc29uVVQFAAMhYA1rdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAADAAMA6wAAAP4AAAAAAA==',
  'base64',
);
const limits = { bytes: 1000, entries: 10 };
const isJson = (name: string) => name.endsWith('.json');
const read = (zip: Buffer) =>
  readZip(zip, () => true, limits).map(({ name, content }) => [name, `${content}`]);

describe('an archive', () => {
  it('of another program is read', () => {
    expect(readZip(streamed, isJson, limits)).toEqual([
      { name: 'd/test.json', content: Buffer.from('{"step":"test"}') },
    ]);
  });

  it('gives the files that were put into it', () => {
    const files = fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ maxLength: 40 }), {
      maxKeys: 8,
      noNullPrototype: true,
    });
    const wellFormed = (text: string) => text.toWellFormed() === text;
    fc.assert(
      fc.property(files, all => {
        fc.pre(Object.entries(all).flat().every(wellFormed));
        expect(read(zipOf(all))).toEqual(Object.entries(all));
      }),
    );
  });

  it('that was changed anywhere ends in an error, or in files within the limits', () => {
    const zip = zipOf({ 'a.json': 'x'.repeat(300), 'b.json': '{}' });
    const byte = fc.nat({ max: zip.length - 1 });
    fc.assert(
      fc.property(byte, fc.nat({ max: 255 }), (at, value) => {
        const changed = Buffer.from(zip);
        changed[at] = value;
        try {
          const bytes = read(changed).reduce((sum, [, text]) => sum + (text?.length ?? 0), 0);
          expect(bytes).toBeLessThanOrEqual(limits.bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });

  it.each<[string, Buffer]>([
    ['not a ZIP archive', Buffer.from('no archive, but longer than the end of one')],
    ['Cannot create a Buffer', zipOf({ a: '0'.repeat(1001) })],
    ['Cannot create a Buffer', zipOf({ a: '0'.repeat(600), b: '0'.repeat(600) })],
    ['11 files', zipOf(Object.fromEntries([...'abcdefghijk'].map(name => [name, ''])))],
    ['compression method 12', zipOf({ a: 'x' }, { method: 12 })],
    ['does not match its checksum', zipOf({ a: 'x' }, { sum: 1 })],
    ['is missing', zipOf({ a: 'x' }, { local: 7 })],
  ])('is refused: %s', (why, zip) => {
    expect(() => read(zip)).toThrow(why);
  });
});
