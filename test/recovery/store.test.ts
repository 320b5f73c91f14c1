import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { s3Store } from '../../src/recovery/s3.ts';
import { checkedPath, folderStore } from '../../src/recovery/store.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

describe('a path of a store', () => {
  it.each(['a/b.json', 'manifests/20261126-010203F.json', 'x=1@2+3'])('may be %s', path => {
    expect(checkedPath(path)).toBe(path);
  });
  it.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a/.', 'a b', 'a\0', `${'x'.repeat(201)}`])(
    'may not be %j',
    path => {
      expect(() => checkedPath(path)).toThrow(UserError);
    },
  );
});

describe('a folder as a store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('returns what was written, and lists it by name', async () => {
    const store = folderStore(folder);
    expect(await store.list('')).toEqual([]);
    await store.put('b/two.json', Buffer.from('22'));
    await store.put('a/one.json', Buffer.from('1'));
    await store.put('a/one.json', Buffer.from('11'));
    await writeFile(join(folder, 'a/three.json.partial'), 'of a run that was killed');
    expect(Buffer.from((await store.get('a/one.json'))!).toString()).toBe('11');
    expect(await store.get('a/none.json')).toBeUndefined();
    expect(await store.get('a/one.json/below')).toBeUndefined();
    expect(await store.list('')).toEqual([
      { path: 'a/one.json', bytes: 2 },
      { path: 'b/two.json', bytes: 2 },
    ]);
    expect(await store.list('b')).toEqual([{ path: 'b/two.json', bytes: 2 }]);
  });

  it('permits deletion to users that may write to it, as far as can be determined', async () => {
    expect(await folderStore(folder).mayDelete()).toBe('yes');
    expect(await folderStore(join(folder, 'none')).mayDelete()).toBe('unknown');
  });

  it('that is a file says so', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(folderStore(join(folder, 'file')).put('a', Buffer.from(''))).rejects.toMatchObject({
      sentence: wording(),
    });
  });
});

/** Answers that a real store cannot be made to give; end-to-end tests use a real one. */
describe('a bucket as a store', () => {
  let server: Server;
  let origin: string;
  let answers: [status: number, body: string][];
  let asked: { method: string; url: string; headers: Record<string, unknown> }[];
  beforeAll(async () => {
    server = createServer((request, answer) => {
      request.resume().on('end', () => {
        asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
        const [status, body] = answers.shift() ?? [500, ''];
        answer.writeHead(status).end(body);
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));
  beforeEach(() => {
    [answers, asked] = [[], []];
  });
  const open = (path = '/backups/shop') =>
    s3Store({ url: `${origin}${path}`, region: 'eu-1', accessKey: 'A', secretKey: 'hunter2' });
  const fault = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;

  describe('asked whether its credentials may delete', () => {
    const denied: [number, string] = [403, fault('AccessDenied')];
    const asks = async (...given: [number, string][]) => {
      answers = given;
      return (await open()).mayDelete();
    };

    it('tries an object that does not exist, first with the permission to destroy a version, which leaves nothing behind', async () => {
      expect(await asks([204, ''])).toBe('yes');
      expect(asked.map(({ method }) => method)).toEqual(['DELETE']);
      expect(asked[0]?.url).toMatch(
        /^\/backups\/shop\/slipway-may-delete-[0-9a-f]{8}-[0-9a-f-]{27}\?versionId=null$/,
      );
    });

    it('says yes when they may only add a delete marker', async () => {
      expect(await asks(denied, [204, ''])).toBe('yes');
    });

    it('says no when both are denied to credentials that may list', async () => {
      expect(await asks(denied, denied, [200, '<ListBucketResult/>'])).toBe('no');
    });

    it.each<[string, [number, string][]]>([
      ['invalid credentials', Array(3).fill([403, fault('InvalidAccessKeyId')])],
      ['credentials without any permission', [denied, denied, denied]],
      ['a missing bucket', Array(3).fill([404, fault('NoSuchBucket')])],
      ['a store without versions', [[400, fault('InvalidArgument')], denied, [200, '']]],
    ])('does not know with %s', async (_, given) => {
      expect(await asks(...given)).toBe('unknown');
    });

    it('does not know when it does not answer', async () => {
      const nobody = { url: 'http://127.0.0.1:1/b', region: 'r', accessKey: 'A', secretKey: 'S' };
      expect(await (await s3Store(nobody)).mayDelete()).toBe('unknown');
    }, 120_000);
  });

  it('keeps objects below its prefix, signed, with a checksum and a lock', async () => {
    answers = [[200, '']];
    await (await open()).put('m/x=1.json', Buffer.from('hello'), Date.UTC(2027, 0, 1));
    expect(asked[0]).toMatchObject({
      method: 'PUT',
      url: '/backups/shop/m/x%3D1.json',
      headers: {
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=A\/\d{8}\/eu-1\/s3\//),
        'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
        'x-amz-object-lock-mode': 'COMPLIANCE',
        'x-amz-object-lock-retain-until-date': '2027-01-01T00:00:00.000Z',
      },
    });
    expect(JSON.stringify(asked)).not.toContain('hunter2');
  });

  it('is listed completely, however many pages it has', async () => {
    const page = (key: string, more: string) =>
      `<ListBucketResult>${more}<Contents><Key>shop/m/${key}</Key><Size>5</Size></Contents></ListBucketResult>`;
    answers = [
      [
        200,
        page('b', '<IsTruncated>true</IsTruncated><NextContinuationToken>n&amp;1</NextContinuationToken>'),
      ],
      [200, page('a', '<IsTruncated>false</IsTruncated>')],
    ];
    expect(await (await open()).list('m')).toEqual([
      { path: 'm/a', bytes: 5 },
      { path: 'm/b', bytes: 5 },
    ]);
    expect(asked.map(({ url }) => url)).toEqual([
      '/backups?list-type=2&prefix=shop%2Fm%2F',
      '/backups?list-type=2&prefix=shop%2Fm%2F&continuation-token=n%261',
    ]);
  });

  it('is asked again when it is busy', async () => {
    answers = [
      [503, fault('SlowDown')],
      [200, 'x'],
    ];
    expect(Buffer.from((await (await open()).get('a'))!).toString()).toBe('x');
  });

  it.each([
    [
      'a lock of AWS',
      200,
      '<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>2027-01-01T00:00:00Z</RetainUntilDate></Retention>',
      Date.UTC(2027, 0, 1),
    ],
    [
      'a lock of another store',
      200,
      '<ObjectLockRetention><Mode>COMPLIANCE</Mode><RetainUntilDate>2027-01-01T00:00:00Z</RetainUntilDate></ObjectLockRetention>',
      Date.UTC(2027, 0, 1),
    ],
    [
      'nothing for a lock that some users may lift',
      200,
      '<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2027-01-01T00:00:00Z</RetainUntilDate></Retention>',
      undefined,
    ],
    ['nothing without a lock', 404, fault('NoSuchObjectLockConfiguration'), undefined],
  ])('reports %s', async (_, status, body, until) => {
    answers = [[status, body]];
    expect(await (await open()).lockedUntil('a')).toBe(until);
  });

  it.each<[string, number, string, number | undefined]>([
    ['30 days', 200, '<Mode>COMPLIANCE</Mode><Days>30</Days>', 30],
    ['a year', 200, '<Mode>COMPLIANCE</Mode><Years>1</Years>', 365],
    [
      'nothing for a retention that some users may lift',
      200,
      '<Mode>GOVERNANCE</Mode><Days>30</Days>',
      undefined,
    ],
    ['nothing', 200, '', undefined],
    ['nothing where object lock is off', 404, 'ObjectLockConfigurationNotFoundError', undefined],
  ])('recovery 10: reports its default retention: %s', async (_, status, rule, days) => {
    const lock = `<ObjectLockEnabled>Enabled</ObjectLockEnabled>${rule === '' ? '' : `<Rule><DefaultRetention>${rule}</DefaultRetention></Rule>`}`;
    answers = [
      [status, status === 404 ? fault(rule) : `<ObjectLockConfiguration>${lock}</ObjectLockConfiguration>`],
    ];
    const found = await (await open()).lockedByDefault();
    expect(found).toBe(days === undefined ? undefined : days * 86_400_000);
    expect(asked[0]?.url).toBe('/backups?object-lock');
  });

  it.each([
    ['AccessDenied', 403, wording('403 AccessDenied')],
    ['NoSuchBucket', 404, wording()],
    ['Strange', 418, wording('418 Strange')],
  ])('reports why the store refuses: %s', async (code, status, sentence) => {
    answers = [[status, fault(code)]];
    const said = await (await open()).put('a', Buffer.from('')).catch(error => error.sentence);
    expect(said).toEqual(sentence);
    expect(said).not.toContain('hunter2');
  });

  it('is refused without a bucket in its address', async () => {
    await expect(open('/')).rejects.toThrow(wording());
  });
});
