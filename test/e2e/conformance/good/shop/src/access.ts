import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SharedMemory } from './memory.ts';
import type { Entry, Settings } from './settings.ts';

/** Who sends a request, and what they may do. */

/** People who log in, with their passwords as the tests know them. */
const people: Readonly<Record<string, string>> = { probe: 'correct horse battery' };

const sessionSeconds = 86_400;

export class Access {
  readonly #settings: Settings;
  readonly #memory: SharedMemory;

  constructor(settings: Settings, memory: SharedMemory) {
    this.#settings = settings;
    this.#memory = memory;
  }

  /** Returns the name of the sender; undefined for no or a wrong credential. */
  async nameOf(headers: IncomingHttpHeaders): Promise<string | undefined> {
    const { authorization = '', cookie = '' } = headers;
    const [, token] = /^Bearer (.+)$/.exec(authorization) ?? [];
    if (token !== undefined) return this.#entry('bearer', token);
    const key = headers['x-api-key'];
    if (typeof key === 'string') return this.#entry('key', key);
    const [, session] = /(?:^|;\s*)session=([^;]+)/.exec(cookie) ?? [];
    return session === undefined ? undefined : this.#session(session);
  }

  #entry(kind: Entry['kind'], value: string): string | undefined {
    const { entries, defects } = this.#settings;
    const found = entries.find(each => each.kind === kind && isSame(each.value, value));
    if (found === undefined)
      return defects.has(kind === 'bearer' ? 'forged-bearer' : 'wrong-key') ? 'customer' : undefined;
    const isOver = found.expires !== undefined && found.expires <= Date.now();
    return isOver && !defects.has('lapsed-key') ? undefined : found.name;
  }

  /** A session counts while it is signed and kept. */
  async #session(cookie: string): Promise<string | undefined> {
    const [id = '', signature = ''] = cookie.split('.');
    const isSigned = isSame(this.#sign(id), signature);
    if (!isSigned) return this.#settings.defects.has('tampered-cookie') ? 'web' : undefined;
    return this.#memory.get(`session:${id}`);
  }

  #sign(id: string): string {
    return createHmac('sha256', this.#settings.sessionKey).update(id).digest('base64url');
  }

  /** Returns the cookie of a new session; undefined for a wrong password. */
  async login(user: string, password: string): Promise<string | undefined> {
    const known = Object.hasOwn(people, user) ? people[user] : undefined;
    if (known === undefined || !isSame(known, password)) return undefined;
    const id = randomUUID();
    await this.#memory.set(`session:${id}`, 'web', sessionSeconds);
    const { defects } = this.#settings;
    const flags = [
      'Path=/',
      ...(defects.has('cookie-without-secure') ? [] : ['Secure']),
      ...(defects.has('cookie-for-scripts') ? [] : ['HttpOnly']),
      'SameSite=Strict',
      `Max-Age=${sessionSeconds}`,
    ];
    return `session=${id}.${this.#sign(id)}; ${flags.join('; ')}`;
  }

  /** Whether someone may manage the shop. The role is asked for each request, so that it can be revoked. */
  async isManager(name: string): Promise<boolean> {
    const { defects } = this.#settings;
    if (name === 'admin' || defects.has('wide-role')) return true;
    if (defects.has('revoked-role')) return name === 'partner';
    return (await this.#memory.get(`role:${name}`)) === 'manager';
  }

  grant(name: string): Promise<void> {
    return this.#memory.set(`role:${name}`, 'manager');
  }

  revoke(name: string): Promise<void> {
    return this.#memory.remove(`role:${name}`);
  }
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
