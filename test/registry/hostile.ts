import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { digestOf } from '../../src/registry/manifest.ts';
import { putIndex, type Store, startStore, types } from './store.ts';

/** A registry with a token service that demands a login, and then misbehaves as one of a table. A second origin records its requests. */

export const secrets = {
  username: 'robot',
  password: 'hunter2-of-the-robot',
  identity: 'refresh-of-the-robot',
  token: 'access-of-the-robot',
} as const;

const basic = Buffer.from(`${secrets.username}:${secrets.password}`).toString('base64');
/** None of these may appear in a request to another origin, or in a message to the user. */
export const hidden = [secrets.password, secrets.identity, secrets.token, basic];

export interface Place {
  readonly store: Store;
  readonly registry: string;
  readonly other: string;
}

type Answer = (request: IncomingMessage, answer: ServerResponse, place: Place) => boolean | undefined;

export interface Behaviour {
  /** Answers a request with a valid login; false leaves it to the honest registry. */
  readonly api?: Answer;
  /** Answers any request before a login is demanded. */
  readonly first?: Answer;
  readonly token?: Answer;
  /** The realm of its challenge; default: its own token service. */
  readonly challenge?: (place: Place) => string;
  /** Answers of the second origin; default: 401 with a challenge. */
  readonly other?: Answer;
  /** A call that must fail, and whose error is compared; without it, any call may fail first. */
  readonly shows?: string;
  /** Facts that its error must contain. */
  readonly names?: readonly string[];
  /** Runs only a few calls, one after the other, because each needs much time and memory. */
  readonly large?: true;
  /** All bytes arrive too late: clients wait for 60 ms. */
  readonly slow?: true;
}

function end(answer: ServerResponse, code: number, headers = {}, body: string | Buffer = ''): true {
  answer.writeHead(code, headers).end(body);
  return true;
}

const status =
  (code: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Answer =>
  (_, answer) =>
    end(answer, code, headers, body);

/** Redirects to the same path of the second origin. */
const leads =
  (code: number): Answer =>
  (request, answer, { other }) =>
    end(answer, code, { Location: `http://${other}${request.url}` });

const whole = (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  status(200, { 'Content-Type': types.index, ...headers }, body);

/** Writes are left to the honest registry. */
const reading =
  (answer: Answer): Answer =>
  (request, ...rest) =>
    request.method === 'GET' && answer(request, ...rest);

/** The answer to a HEAD has no body. */
const bodied =
  (answer: Answer): Answer =>
  (request, ...rest) =>
    request.method !== 'HEAD' && answer(request, ...rest);

/** An endless body of zeros or spaces, as fast as it is read. */
const endless: Answer = (_, answer) => {
  answer.writeHead(200, { 'Content-Type': types.index });
  const chunk = Buffer.alloc(256 * 1024, ' ');
  const more = () => answer.write(chunk, error => void (error ?? setImmediate(more)));
  more();
  return true;
};

/** One byte now and then. */
const dripping: Answer = (_, answer) => {
  answer.writeHead(200, { 'Content-Type': types.index });
  const timer = setInterval(() => answer.write(' '), 5);
  answer.on('close', () => clearInterval(timer));
  return true;
};

/** 256 MiB, compressed to 256 KiB. */
const bomb = gzipSync(Buffer.alloc(256 * 2 ** 20));

const nested = `{"manifests":${'['.repeat(2 ** 20)}`;

/** The credentials that the client sent, which a registry could repeat in its answer. */
const echo: Answer = (request, answer) => {
  const message = `you said ${request.headers.authorization}`;
  return end(answer, 400, {}, JSON.stringify({ errors: [{ code: 'DENIED', message }] }));
};

const isUpload = ({ method, url }: IncomingMessage) =>
  method === 'POST' && /\/blobs\/uploads\//.test(url ?? '');

const uploadsAt =
  (location: (place: Place) => string): Answer =>
  (request, answer, place) =>
    isUpload(request) && end(answer, 202, { Location: location(place) });

const isList = ({ url }: IncomingMessage) => /\/(tags\/list|referrers\/)/.test(url ?? '');

const pagesTo =
  (next: (place: Place, request: IncomingMessage) => string): Answer =>
  (request, answer, place) => {
    if (!isList(request)) return false;
    const listed = JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests: [], tags: ['1'] });
    return end(
      answer,
      200,
      { 'Content-Type': types.index, Link: `<${next(place, request)}>; rel="next"` },
      listed,
    );
  };

/** An index of so many manifests of 8 MB, each with the right digest. */
function heavy(): Answer {
  const filler = ' '.repeat(8_000_000);
  const child = (number: number) =>
    Buffer.from(
      `{"schemaVersion":2,"mediaType":"${types.image}","config":{"mediaType":"${types.config}","digest":"${digestOf(Buffer.from('{}'))}","size":2},"layers":[],"annotations":{"number":"${number}"}}${filler}`,
    );
  let digests: string[] | undefined;
  return (request, answer, { store }) => {
    const at = request.url?.split('/manifests/')[1];
    if (at === undefined || request.method !== 'GET') return false;
    digests ??= Array.from({ length: 12 }, (_, number) => digestOf(child(number)));
    const number = digests.indexOf(at);
    if (number >= 0)
      return whole(child(number), { 'Content-Type': types.image })(request, answer, {} as Place);
    const manifests = digests.map((digest, index) => ({
      ...{ mediaType: types.image, digest, size: child(index).length },
      platform: { os: 'linux', architecture: `a${index}` },
    }));
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests }));
    store.manifests.set(`heavy@${digestOf(body)}`, { type: types.index, body });
    if (at.startsWith('sha256:') && at !== digestOf(body)) return false;
    return whole(body)(request, answer, {} as Place);
  };
}

export const behaviours: Readonly<Record<string, Behaviour>> = {
  'redirects every call to another origin, which asks for a password': {
    api: leads(307),
    shows: 'resolve',
    names: ['401'],
  },
  'redirects every call to another origin, which names its own token service': {
    api: leads(302),
    other: (_, answer, { other }) =>
      end(answer, 401, { 'WWW-Authenticate': `Bearer realm="http://${other}/token",service="x"` }),
    shows: 'putTag',
    names: ['401'],
  },
  'redirects to another origin before it asks for a login': {
    first: leads(308),
    shows: 'tags',
    names: ['401'],
  },
  'redirects to another origin, which takes everything': {
    api: leads(307),
    other: status(200, { 'Content-Type': 'text/plain' }, 'welcome'),
    shows: 'tree',
  },
  'redirects in a circle': {
    api: (request, answer) => end(answer, 307, { Location: request.url ?? '' }),
    shows: 'blob',
    names: ['redirect'],
  },
  'redirects to a file': { api: status(307, { Location: 'file:///etc/passwd' }), shows: 'blob' },
  'has a token service that redirects to another origin': {
    token: leads(307),
    shows: 'resolve',
    names: ['307'],
  },
  'names a token service of another origin without TLS': {
    challenge: () => 'Bearer realm="http://tokens.example.com/token",service="x"',
    shows: 'resolve',
    names: ['http://tokens.example.com'],
  },
  'names a token service with a login in its address': {
    challenge: ({ registry }) => `Bearer realm="http://me:you@${registry}/token",service="x"`,
    shows: 'resolve',
  },
  'names a file as its token service': {
    challenge: () => 'Bearer realm="file:///etc/passwd"',
    shows: 'resolve',
  },
  'gives a token of megabytes': {
    token: whole(JSON.stringify({ token: 'a'.repeat(2 * 2 ** 20) })),
    shows: 'resolve',
    names: ['no usable token'],
  },
  'gives a token that holds a line break': {
    token: whole(JSON.stringify({ token: `${secrets.token}\r\nx-admin: yes` })),
    shows: 'resolve',
    names: ['no usable token'],
  },
  'always denies access': {
    first: (_, answer, place) => challenged(answer, place),
    shows: 'remove',
    names: ['401'],
  },
  'always asks to wait': {
    api: status(429, { 'Retry-After': '3600' }),
    shows: 'push',
    names: ['429'],
  },
  'asks to wait before every answer': { api: impatient() },
  'is always broken': { api: status(503), shows: 'attach', names: ['503'] },
  'sends other content than was requested': {
    api: reading(whole('{"schemaVersion":2}')),
    shows: 'manifest',
  },
  'names a wrong digest': {
    api: reading(whole('{"schemaVersion":2}', { 'Docker-Content-Digest': digestOf(Buffer.from('another')) })),
    shows: 'resolve',
    names: ['does not match'],
  },
  'sends an endless body': { api: bodied(endless), shows: 'resolve', names: ['8 MiB'], large: true },
  'sends 256 MiB packed into a few': {
    api: whole(bomb, { 'Content-Encoding': 'gzip' }),
    shows: 'resolve',
    names: ['8 MiB'],
    large: true,
  },
  'sends what was not packed as packed': {
    api: whole('{}', { 'Content-Encoding': 'gzip' }),
    shows: 'resolve',
  },
  'sends an index of 96 MB of manifests': { api: heavy(), shows: 'heavy', large: true },
  'sends a byte now and then': { api: bodied(dripping), shows: 'saveBlob', names: ['in time'], slow: true },
  'sends nothing': { api: () => true, shows: 'resolve', names: ['in time'], slow: true },
  'breaks off within a body': {
    api: bodied((_, answer) => {
      answer.writeHead(200, { 'Content-Type': types.index, 'Content-Length': '1000' });
      return answer.write('{"tags":["1"', () => answer.destroy()) || true;
    }),
    shows: 'tags',
  },
  'ends a body too soon': {
    api: whole('{"tags":["1"', { Connection: 'close' }),
    shows: 'tags',
  },
  'closes every connection': { api: (_, answer) => answer.destroy() !== undefined, shows: 'resolve' },
  'answers everything with a web page': {
    api: whole('<!doctype html><title>Welcome</title>', { 'Content-Type': 'text/html' }),
    shows: 'tags',
  },
  'answers everything with nothing': { api: status(204), shows: 'tags', names: ['204'] },
  'sends JSON of a million levels': { api: whole(nested), shows: 'referrers' },
  'sends headers of 64 KiB': { api: status(200, { 'X-Large': 'a'.repeat(65_000) }), shows: 'resolve' },
  'takes uploads at another origin': {
    api: uploadsAt(({ other }) => `http://${other}/upload?x=1`),
    shows: 'upload',
    names: ['401'],
  },
  'takes uploads at an address with a login': {
    api: uploadsAt(({ registry }) => `http://me:you@${registry}/v2/shop/blobs/uploads/1`),
    shows: 'upload',
  },
  'takes uploads at a file': { api: uploadsAt(() => 'file:///etc/passwd'), shows: 'upload' },
  'names no address for uploads': {
    api: (request, answer) => isUpload(request) && end(answer, 202),
    shows: 'upload',
  },
  'lists further pages at another origin': {
    api: pagesTo(({ other }) => `http://${other}/pages`),
    shows: 'tags',
    names: ['outside of'],
  },
  'lists pages endlessly': {
    api: pagesTo((_, request) => `${request.url?.split('?')[0]}?last=${Math.random()}`),
    shows: 'tags',
    names: ['pages'],
  },
  'lists tags that are paths': {
    api: (request, answer, place) =>
      isList(request) &&
      whole('{"name":"shop","tags":["../../other/manifests/1","1"]}')(request, answer, place),
    shows: 'prune',
  },
  'lists a million tags': {
    api: (request, answer, place) => {
      if (!request.url?.includes('/tags/list')) return false;
      const tags = Array.from({ length: 700_000 }, (_, number) => `t${number}`);
      return whole(JSON.stringify({ tags }), { Link: `<${request.url}>; rel="next"` })(
        request,
        answer,
        place,
      );
    },
    shows: 'tags',
    large: true,
  },
  'repeats the login in its errors': { api: echo, shows: 'resolve', names: ['DENIED'] },
};

/** Every second answer asks to wait for a minute, but no call is refused. */
function impatient(): Answer {
  let turn = 0;
  return (request, answer, place) => {
    turn += 1;
    if (turn % 3 > 0) return status(429, { 'Retry-After': '60' })(request, answer, place);
    return pagesTo((_, { url }) => `${url?.split('?')[0]}?last=${turn}`)(request, answer, place);
  };
}

function challenged(answer: ServerResponse, place: Place, challenge?: Behaviour['challenge']): true {
  const own = `Bearer realm="http://${place.registry}/token",service="registry"`;
  return end(answer, 401, { 'WWW-Authenticate': challenge?.(place) ?? own });
}

/** The requests to the second origin: request line, headers and body of each, as one text. */
export interface Hostile extends Place {
  readonly reached: string[];
  close(): Promise<void>;
}

/** Starts the registry, with an image `1` in each of three repositories, and the second origin. */
export async function startHostile(behaviour: Behaviour): Promise<Hostile> {
  const store = await startStore();
  const reached: string[] = [];
  const server = createServer(async (request, answer) => {
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      // The client may close the connection.
    }
    reached.push(
      `${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)} ${body.slice(0, 2000)}`,
    );
    const password: Answer = status(401, { 'WWW-Authenticate': 'Basic realm="x"' });
    (behaviour.other ?? password)(request, answer, place);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const other = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place: Place = { store, registry: store.host, other };
  putIndex(store, 'shop', '1');
  for (const name of ['source', 'old']) putIndex(store, name, '1');
  store.keepsReferrers = true;
  store.intercept = (request, answer) => {
    if (request.url?.startsWith('/token'))
      return (
        behaviour.token?.(request, answer, place) ||
        whole(JSON.stringify({ token: secrets.token }))(request, answer, place) === true
      );
    if (behaviour.first?.(request, answer, place)) return true;
    if (request.headers.authorization !== `Bearer ${secrets.token}`)
      return challenged(answer, place, behaviour.challenge);
    return behaviour.api?.(request, answer, place) === true;
  };
  return {
    ...place,
    reached,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([store.close(), new Promise<void>(resolve => server.close(() => resolve()))]);
    },
  };
}
