import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { AlteredError } from '../../src/registry/verified.ts';
import { wording } from '../wording.ts';
import { type Store, startStore } from './store.ts';

/** Blobs between two registries whose connections are lost. */

let source: Store;
let target: Store;
let pauses: number[];
let registry: RegistryClient;
beforeEach(async () => {
  [source, target] = [await startStore(), await startStore()];
  pauses = [];
  registry = new RegistryClient({
    credentials: async () => undefined,
    sleep: async milliseconds => void pauses.push(milliseconds),
    stallMs: 500,
  });
});
afterEach(async () => {
  await source.close();
  await target.close();
});

const megabyte = 1024 * 1024;
const content = randomBytes(5 * megabyte);
const place = (bytes = content) => {
  const blob = source.blob('shop', bytes);
  return registry.placeBlob(`${target.host}/shop`, blob, `${source.host}/shop`);
};
const arrived = (bytes = content) => target.blobs.get(`shop@${digestOf(bytes)}`)?.equals(bytes);
const asked = (store: Store, method: string) => store.seen.filter(line => line.startsWith(`${method} `));

/** Cuts each download off after the next number of bytes, until the list is empty. */
function breakDownloads(...after: number[]): string[] {
  const ranges: string[] = [];
  source.intercept = (request, answer) => {
    if (request.method !== 'GET') return false;
    ranges.push(request.headers.range ?? 'whole');
    const bytes = after.shift();
    if (bytes === undefined) return false;
    const [, first] = /^bytes=(\d+)-/.exec(request.headers.range ?? '') ?? [];
    const at = Number(first ?? 0);
    const headers = first === undefined ? {} : { 'Content-Range': `bytes ${at}-${content.length - 1}/x` };
    answer.writeHead(first === undefined ? 200 : 206, {
      ...headers,
      'Content-Length': content.length - at,
    });
    answer.write(content.subarray(at, at + bytes), () => answer.destroy());
    return true;
  };
  return ranges;
}

describe('a download that breaks off', () => {
  it('resumes where it stopped, within one upload', async () => {
    const ranges = breakDownloads(2 * megabyte, megabyte, 1);
    expect(await place()).toBe('uploaded');
    expect(arrived()).toBe(true);
    expect(ranges).toHaveLength(4);
    expect(ranges[0]).toBe('whole');
    const firsts = ranges.slice(1).map(range => Number(/^bytes=(\d+)-5242879$/.exec(range)?.[1]));
    // The socket may lose the last bytes with the connection; bytes that have arrived are never requested again.
    expect(firsts[0]).toBeGreaterThan(megabyte);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(asked(target, 'PUT')).toHaveLength(1);
  });

  it('resumes more often than the number of attempts, as long as each yields bytes', async () => {
    breakDownloads(...Array.from({ length: 9 }, () => 400_000));
    await place();
    expect(arrived()).toBe(true);
  });

  it('is given up after five attempts without bytes', async () => {
    const ranges = breakDownloads(...Array.from({ length: 100 }, () => 0));
    await expect(place()).rejects.toThrow(wording(`${source.host}`));
    expect(ranges.length).toBe(5);
    expect(arrived()).toBeUndefined();
  });

  it.each([
    ['sends all of it again', 200, undefined],
    ['sends what was asked for', 206, (at: number) => `bytes ${at}-5242879/5242880`],
  ])('from a registry that then %s is complete', async (_, status, range) => {
    let broken = false;
    source.intercept = (request, answer) => {
      if (request.method !== 'GET') return false;
      const at = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      if (!broken) {
        broken = true;
        answer.writeHead(200, { 'Content-Length': content.length });
        answer.write(content.subarray(0, megabyte), () => answer.destroy());
        return true;
      }
      answer.writeHead(status, range === undefined ? {} : { 'Content-Range': range(at) });
      answer.end(status === 200 ? content : content.subarray(at));
      return true;
    };
    await place();
    expect(arrived()).toBe(true);
  });

  it('does not resume with bytes other than the requested ones', async () => {
    let broken = false;
    source.intercept = (request, answer) => {
      if (request.method !== 'GET') return false;
      if (request.headers.range === undefined && broken) return false;
      if (broken) answer.writeHead(206, { 'Content-Range': 'bytes 7-5242879/5242880' });
      else answer.writeHead(200, { 'Content-Length': content.length });
      answer.write(content.subarray(7, megabyte), () => answer.destroy());
      broken = true;
      return true;
    };
    // The earlier bytes were wrong, too: the download starts again, and then all are right.
    await place();
    expect(arrived()).toBe(true);
    expect(asked(target, 'POST').length).toBeGreaterThan(1);
  });
});

describe('an upload that breaks off', () => {
  const cutOnce = (after: number) => {
    let left = 1;
    target.cut = request => (request.method === 'PUT' && left-- > 0 ? after : undefined);
  };

  it('resumes at the offset that the registry reports', async () => {
    target.keepsUploads = true;
    cutOnce(3 * megabyte);
    await place();
    expect(arrived()).toBe(true);
    expect(asked(target, 'POST')).toHaveLength(1);
    expect(asked(target, 'PUT')).toHaveLength(2);
    expect(asked(source, 'GET')).toHaveLength(2);
  });

  it('starts again when the registry has lost it', async () => {
    cutOnce(3 * megabyte);
    await place();
    expect(arrived()).toBe(true);
    expect(asked(target, 'POST')).toHaveLength(2);
  });

  it('starts again when the registry reports a wrong offset', async () => {
    target.keepsUploads = true;
    cutOnce(3 * megabyte);
    target.intercept = (request, answer) => {
      if (request.method !== 'GET' || !request.url?.includes('/uploads/')) return false;
      answer.writeHead(204, { Location: request.url, Range: `0-${2 * megabyte}` }).end();
      return true;
    };
    await place();
    expect(arrived()).toBe(true);
    expect(asked(target, 'POST')).toHaveLength(2);
  });

  it('is not resumed when it is small', async () => {
    target.keepsUploads = true;
    const small = randomBytes(1000);
    cutOnce(500);
    await place(small);
    expect(arrived(small)).toBe(true);
    expect(asked(target, 'GET')).toEqual([]);
  });

  it('whose answer was lost is complete', async () => {
    let lost = false;
    target.intercept = (request, answer, body) => {
      if (request.method !== 'PUT' || lost) return false;
      lost = true;
      target.blobs.set(`shop@${digestOf(body)}`, body);
      answer.destroy();
      return true;
    };
    await place();
    expect(arrived()).toBe(true);
    expect(asked(target, 'POST')).toHaveLength(1);
    expect(asked(target, 'PUT')).toHaveLength(1);
  });

  it('leaves nothing open that would keep the process alive', async () => {
    cutOnce(4 * megabyte);
    const blob = source.blob('shop', content);
    const script = `
      import { RegistryClient } from '${join(import.meta.dirname, '../../src/registry/client.ts')}';
      const registry = new RegistryClient({ credentials: async () => undefined });
      const arrival = await registry.placeBlob(...JSON.parse(process.argv[1]));
      const done = Date.now();
      process.on('exit', () => console.log(arrival, Date.now() - done < 5000));
    `;
    const task = JSON.stringify([`${target.host}/shop`, blob, `${source.host}/shop`]);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', script, task],
      { timeout: 30_000 },
    );
    expect(stdout).toBe('uploaded true\n');
    expect(arrived()).toBe(true);
  });

  it('is not resumed when its source was altered', async () => {
    const wrong = randomBytes(content.length);
    source.intercept = (request, answer) => {
      if (request.method !== 'GET' || asked(source, 'GET').length > 1) return false;
      answer.writeHead(200, { 'Content-Length': wrong.length }).end(wrong);
      return true;
    };
    target.keepsUploads = true;
    await place();
    expect(arrived()).toBe(true);
    expect(asked(target, 'GET')).toEqual([]);
  });

  it('is not resumed when its source cannot even be opened at first', async () => {
    target.keepsUploads = true;
    let opened = 0;
    const blob = { digest: digestOf(content), size: content.length };
    await registry.uploadBlob(`${target.host}/shop`, blob, from => {
      opened += 1;
      if (opened === 1) throw new AlteredError('the file is another one');
      return Promise.resolve(ReadableStream.from([content.subarray(from)]));
    });
    expect(arrived()).toBe(true);
    expect(asked(target, 'GET')).toEqual([]);
  });
});

describe('an upload that the registry refuses for another digest', () => {
  const puts = () => asked(target, 'PUT').length;
  const refuse = (times: number) => {
    target.intercept = (request, answer) => {
      if (request.method !== 'PUT' || puts() > times) return false;
      answer.writeHead(400).end('{"errors":[{"code":"DIGEST_INVALID","message":"did not match"}]}');
      return true;
    };
  };

  it('is repeated once, from its start', async () => {
    refuse(1);
    expect(await place()).toBe('uploaded');
    expect([puts(), asked(target, 'POST').length, arrived()]).toEqual([2, 2, true]);
  });

  it('is given up when it fails again, with the error of the registry', async () => {
    refuse(Number.POSITIVE_INFINITY);
    const fault = await place().catch(error => error);
    expect(fault.sentence).toEqual(
      wording(`${target.host}`, '400', 'shop', 'DIGEST_INVALID', 'did not match'),
    );
    expect(puts()).toBe(5);
  });
});

describe('images that share a layer', () => {
  it('share it in another registry, too: it is uploaded once', async () => {
    const layer = source.blob('base', content);
    source.blob('shop', content);
    expect(await registry.placeBlob(`${target.host}/base`, layer, `${source.host}/base`)).toBe('uploaded');
    expect(await registry.placeBlob(`${target.host}/shop`, layer, `${source.host}/shop`)).toBe('mounted');
    expect(asked(target, 'PUT')).toHaveLength(1);
  });

  it('are uploaded where the registry does not mount', async () => {
    const layer = source.blob('base', content);
    source.blob('shop', content);
    target.intercept = (request, answer) => {
      if (!request.url?.includes('mount=')) return false;
      answer.writeHead(405).end();
      return true;
    };
    await registry.placeBlob(`${target.host}/base`, layer, `${source.host}/base`);
    expect(await registry.placeBlob(`${target.host}/shop`, layer, `${source.host}/shop`)).toBe('uploaded');
    expect(arrived()).toBe(true);
  });
});

describe('a registry that asks to wait', () => {
  it('gets no concurrent requests either until that time is over', async () => {
    let release = () => {};
    const slept: number[] = [];
    const waiting = new RegistryClient({
      credentials: async () => undefined,
      sleep: milliseconds => {
        slept.push(milliseconds);
        return new Promise(resolve => {
          release = resolve;
        });
      },
    });
    let refused = false;
    source.intercept = (_, answer) => {
      if (refused) return false;
      refused = true;
      answer.writeHead(429, { 'Retry-After': '7' }).end();
      return true;
    };
    const blob = source.blob('shop', 'one');
    const first = waiting.blob(`${source.host}/shop`, blob.digest);
    await expect.poll(() => slept).toEqual([7000]);
    const beside = waiting.blob(`${source.host}/shop`, blob.digest);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(asked(source, 'GET')).toHaveLength(1);
    release();
    expect((await first)?.length).toBe(3);
    expect((await beside)?.length).toBe(3);
    expect(slept).toEqual([7000]);
  });
});

describe('requests that are challenged concurrently', () => {
  it('authorize again when the token of another request has expired meanwhile', async () => {
    let tokens = 0;
    let valid = 1;
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    source.intercept = (request, answer) => {
      const challenge = { 'WWW-Authenticate': `Bearer realm="http://${source.host}/token",service="s"` };
      if (request.url?.startsWith('/token')) {
        tokens += 1;
        answer.end(JSON.stringify({ token: `t${tokens}` }));
        return true;
      }
      if (request.headers.authorization === `Bearer t${valid}`) return false;
      const waits = request.url?.endsWith(late.digest) && request.headers.authorization === 'Bearer t1';
      void (waits ? held : Promise.resolve()).then(() => answer.writeHead(401, challenge).end());
      return true;
    };
    const [early, late] = [source.blob('shop', 'early'), source.blob('shop', 'late')];
    const readBlob = ({ digest }: { digest: Digest }) => registry.blob(`${source.host}/shop`, digest);
    await readBlob(early);
    valid = 2;
    const second = readBlob(late);
    expect(String(await readBlob(early))).toBe(String(Buffer.from('early')));
    // The late request learns that the first token has expired when the second has expired, too.
    valid = 3;
    release();
    expect(String(await second)).toBe(String(Buffer.from('late')));
    expect(tokens).toBe(3);
  });

  it('ask for one token', async () => {
    let tokens = 0;
    source.intercept = (request, answer) => {
      if (request.url?.startsWith('/token')) {
        tokens += 1;
        setTimeout(() => answer.end('{"token":"t"}'), 20);
        return true;
      }
      if (request.headers.authorization === 'Bearer t') return false;
      answer
        .writeHead(401, { 'WWW-Authenticate': `Bearer realm="http://${source.host}/token",service="s"` })
        .end();
      return true;
    };
    const blobs = ['a', 'b', 'c', 'd'].map(text => source.blob('shop', text));
    const read = await Promise.all(blobs.map(({ digest }) => registry.blob(`${source.host}/shop`, digest)));
    expect(read.map(String)).toEqual(['a', 'b', 'c', 'd'].map(text => String(Buffer.from(text))));
    expect(tokens).toBe(1);
  });
});
