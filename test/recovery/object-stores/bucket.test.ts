import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { openBucket } from '../../../src/recovery/object-stores/bucket.ts';
import { s3Store } from '../../../src/recovery/s3.ts';
import { wording } from '../../wording.ts';

/** Simulates broken connections and a busy store; the lab has real stores. */

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let url: string;
let answers: Answer[];
let taken: string[];
beforeAll(async () => {
  server = createServer((request, response) => (answers.shift() ?? takes)(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));
beforeEach(() => {
  [answers, taken] = [[], []];
});

const login = { region: 'r', accessKey: 'A', secretKey: 'S' };
const takes: Answer = async (request, response) => {
  taken.push(Buffer.concat(await request.toArray()).toString());
  response.writeHead(200).end('there');
};
/** Breaks the connection while the body is sent. */
const breaksOff: Answer = request => request.once('data', () => request.socket.destroy());
const breaksOffAtOnce: Answer = request => request.socket.destroy();
const says =
  (status: number, code: string): Answer =>
  (request, response) =>
    request.resume().on('end', () => response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`));

const text = 'x'.repeat(3_000_000);
const content = {
  ...{ bytes: text.length, sha256: sha256Of(text), headers: {} },
  body: () => Readable.from([Buffer.from(text)]),
};

describe('a bucket', () => {
  it.each<[string, Answer[]]>([
    ['breaks off', [breaksOff, breaksOffAtOnce]],
    ['is busy', [says(503, 'SlowDown'), says(500, 'InternalError'), says(429, 'TooManyRequests')]],
  ])('that %s stores the whole object after retries', async (_, given) => {
    answers = given;
    await (await openBucket({ url, ...login })).put('a', content);
    expect(taken).toEqual([text]);
  });

  it('that breaks off returns and removes an object after retries', async () => {
    const bucket = await openBucket({ url, ...login });
    answers = [breaksOffAtOnce];
    const opened = await bucket.open('a');
    expect(Buffer.concat(await opened!.body.toArray()).toString()).toBe('there');
    answers = [breaksOffAtOnce, says(204, '')];
    await bucket.remove('a');
    expect(answers).toEqual([]);
  });

  it('that refuses a request gets no second attempt', async () => {
    answers = [says(403, 'AccessDenied')];
    await expect((await openBucket({ url, ...login })).put('a', content)).rejects.toThrow(
      wording('403 AccessDenied'),
    );
    expect(taken).toEqual([]);
  });

  it('that breaks off each time is said to be out of reach', async () => {
    answers = Array(6).fill(breaksOffAtOnce);
    await expect((await openBucket({ url, ...login })).open('a')).rejects.toThrow(wording());
    expect(answers).toEqual([]);
  }, 20_000);
});

describe('a store', () => {
  it('that breaks off and is busy stores and returns a file after retries', async () => {
    const store = await s3Store({ url, ...login });
    answers = [breaksOffAtOnce, says(503, 'SlowDown')];
    await store.put('a', Buffer.from('hello'));
    expect(taken).toEqual(['hello']);
    answers = [says(500, 'InternalError'), breaksOffAtOnce];
    expect(Buffer.from((await store.get('a'))!).toString()).toBe('there');
  });

  it('that breaks off each time is said to be out of reach', async () => {
    answers = Array(6).fill(breaksOffAtOnce);
    await expect((await s3Store({ url, ...login })).get('a')).rejects.toThrow(wording());
    expect(answers).toEqual([]);
  }, 20_000);
});
