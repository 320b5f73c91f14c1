import { readFileSync } from 'node:fs';
import { connect, type TLSSocket } from 'node:tls';
import type { Settings } from './settings.ts';

/** What all pods share: sessions, roles and encrypted settings. */
export interface SharedMemory {
  get(key: string): Promise<string | undefined>;
  /** @param seconds how long it is kept; undefined: for good. */
  set(key: string, value: string, seconds?: number): Promise<void>;
  remove(key: string): Promise<void>;
}

/** ms. */
const patience = 2000;

type Reply = string | number | null;

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

/** Redis over TLS, by one connection, which is opened again after it was lost. */
export class Redis implements SharedMemory {
  readonly #settings: Settings;
  #socket: TLSSocket | undefined;
  #waiting: Waiting[] = [];
  #rest = Buffer.alloc(0);

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async get(key: string): Promise<string | undefined> {
    const reply = await this.#ask('GET', key);
    return reply === null ? undefined : String(reply);
  }

  async set(key: string, value: string, seconds?: number): Promise<void> {
    await this.#ask('SET', key, value, ...(seconds === undefined ? [] : ['EX', String(seconds)]));
  }

  async remove(key: string): Promise<void> {
    await this.#ask('DEL', key);
  }

  #ask(...words: string[]): Promise<Reply> {
    const socket = this.#open();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => socket.destroy(new Error('Redis did not answer in time')), patience);
      const ended =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(late);
          settle(value);
        };
      this.#waiting.push({ resolve: ended(resolve), reject: ended(reject) });
      const parts = words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
      socket.write(`*${words.length}\r\n${parts.join('')}`);
    });
  }

  #open(): TLSSocket {
    if (this.#socket !== undefined) return this.#socket;
    const { redis, redisCa } = this.#settings;
    const host = redis.hostname;
    const ca = readFileSync(redisCa, 'utf8');
    const socket = connect({ host, port: Number(redis.port || 6379), servername: host, ca });
    socket.setKeepAlive(true, 30_000);
    socket.on('data', chunk => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.#socket = undefined;
      this.#rest = Buffer.alloc(0);
      for (const { reject } of this.#waiting.splice(0)) reject(new Error('the connection to Redis was lost'));
    });
    this.#socket = socket;
    return socket;
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const found = replyIn(this.#rest);
      if (found === undefined) return;
      this.#rest = this.#rest.subarray(found.length);
      const waiting = this.#waiting.shift();
      if (found.reply instanceof Error) waiting?.reject(found.reply);
      else waiting?.resolve(found.reply);
    }
  }
}

/** Returns the first complete reply of RESP 2, of the kinds that GET, SET and DEL have. Pure. */
export function replyIn(bytes: Buffer): { reply: Reply | Error; length: number } | undefined {
  const end = bytes.indexOf('\r\n');
  if (end < 0) return undefined;
  const kind = String.fromCharCode(bytes[0] ?? 0);
  const line = bytes.toString('utf8', 1, end);
  const length = end + 2;
  if (kind === '+') return { reply: line, length };
  if (kind === '-') return { reply: new Error(`Redis: ${line}`), length };
  if (kind === ':') return { reply: Number(line), length };
  const size = Number(line);
  if (size < 0) return { reply: null, length };
  if (bytes.length < length + size + 2) return undefined;
  return { reply: bytes.toString('utf8', length, length + size), length: length + size + 2 };
}
