import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorityIn } from '../certificates.ts';
import { Redis } from '../e2e/conformance/good/shop/src/memory.ts';
import { settingsFrom } from '../e2e/conformance/good/shop/src/settings.ts';

/** How the good application speaks with Redis, without one: a server that knows GET, SET and DEL. */

let folder: string;
let server: Server;
let port: number;
const sockets = new Set<TLSSocket>();
const kept = new Map<string, string>();

function answerTo(words: readonly string[]): string {
  const [command, key = '', value = ''] = words;
  if (command === 'SET') kept.set(key, value);
  if (command === 'DEL') return `:${kept.delete(key) ? 1 : 0}\r\n`;
  const found = kept.get(key);
  if (command === 'SET') return '+OK\r\n';
  return found === undefined ? '$-1\r\n' : `$${Buffer.byteLength(found)}\r\n${found}\r\n`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memory-'));
  const authority = authorityIn(folder);
  const { certificate: cert, key } = authority.issue('redis', ['DNS:localhost']);
  writeFileSync(join(folder, 'trusted.crt'), authority.certificate);
  server = createServer({ cert, key }, socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', chunk => {
      const parts = chunk
        .toString()
        .split('\r\n')
        .filter((each: string) => each !== '' && !/^[*$]\d+$/.test(each));
      // Replies come in pieces, as networks deliver them.
      for (const letter of answerTo(parts)) socket.write(letter);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
  rmSync(folder, { recursive: true });
});

const redis = () =>
  new Redis(settingsFrom({ REDIS_URL: `rediss://localhost:${port}`, REDIS_CA: join(folder, 'trusted.crt') }));

describe('the memory of the good application', () => {
  it('keeps, reads and removes values over TLS', async () => {
    const memory = redis();
    expect(await memory.get('role:partner')).toBeUndefined();
    await memory.set('role:partner', 'manager ☃', 60);
    expect(await memory.get('role:partner')).toBe('manager ☃');
    await memory.remove('role:partner');
    expect(await memory.get('role:partner')).toBeUndefined();
  });

  it('connects again after the connection was lost, and says so to whom it owes an answer', async () => {
    const memory = redis();
    await memory.set('a', '1');
    const lost = memory.get('a');
    for (const socket of sockets) socket.destroy();
    await expect(lost).rejects.toThrow('the connection to Redis was lost');
    expect(await memory.get('a')).toBe('1');
  });
});
