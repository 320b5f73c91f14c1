import { UserError } from '../toolkit/errors.ts';
import { defined, jsonMap, mapsIn, textsIn } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import { Authorization, isLoopback, type RegistryAccess } from './authorization.ts';
import type { CredentialSource } from './credentials.ts';
import { exchange, type OpenResponse, open, type Received, type TransportOptions } from './transport.ts';

/** A request to `/v2/<name>/<path>`. */
export interface SessionRequest {
  readonly method?: string;
  readonly accept?: readonly string[];
  readonly type?: string;
  readonly range?: string;
  readonly body?: Uint8Array;
  /** Default: read. */
  readonly access?: RegistryAccess;
  /** `manual`: a redirect is returned, not followed. */
  readonly redirect?: 'manual';
  /** `manual`: a 403 is returned, not thrown. */
  readonly forbidden?: 'manual';
  /** Called before each attempt; a UserError ends the request. */
  readonly before?: (() => Promise<void>) | undefined;
}

const reading: RegistryAccess = { act: 'read' };

/**
 * Sends requests to one repository of one registry, and keeps its authorization: reuses the header that last worked, answers a
 * challenge, and authorizes again once when a token has expired.
 */
export class Session {
  readonly registry: string;
  /** The name within the registry, such as `acme/shop`. */
  readonly name: string;
  readonly options: TransportOptions;
  readonly #authorization: Authorization;

  constructor(registry: string, name: string, credentials: CredentialSource, options: TransportOptions) {
    this.registry = registry;
    this.name = name;
    this.options = options;
    this.#authorization = new Authorization(registry, name, credentials, options);
  }

  /**
   * GETs a small document.
   * @returns undefined for 404.
   * @throws UserError when the registry refuses, cannot be reached, or answers with any other status than 200.
   */
  async get(path: string, accept: readonly string[]): Promise<Received | undefined> {
    const received = await this.send(path, { accept });
    if (received.status === 200) return received;
    if (received.status === 404) return undefined;
    throw this.failure(received);
  }

  /**
   * As `get`, but returns the body as a stream, which the caller must read or close.
   * @param part the first and last byte to request; a registry may still send the whole blob.
   */
  async open(path: string, part?: readonly [number, number]): Promise<OpenResponse | undefined> {
    const range = part === undefined ? {} : { range: `bytes=${part[0]}-${part[1]}` };
    const opened = await this.#allowed(path, { accept: ['*/*'], ...range }, open);
    if ('stream' in opened) return opened;
    if (opened.status === 404) return undefined;
    throw this.failure(opened);
  }

  /**
   * Sends any request.
   * @returns the answer, of any status but 401, and but 403 unless `forbidden` asks for it.
   * @throws UserError when the registry refuses or cannot be reached.
   */
  send(path: string, request: SessionRequest): Promise<Received> {
    return this.#allowed(path, request, exchange);
  }

  /** Returns the address of a path, for resolving what the registry names (`Location`). */
  address(path: string): URL {
    return new URL(`/v2/${this.name}/${path}`, addressOf(this.registry));
  }

  /** Returns the path of an address within this repository; undefined for any other path. The host is not compared. */
  pathOf({ pathname, search }: URL): string | undefined {
    const whole = this.address('').pathname;
    return pathname.startsWith(whole) ? `${pathname.slice(whole.length)}${search}` : undefined;
  }

  /** Returns the headers of a request to an address; the authorization is included only for this registry. */
  async headersFor(url: URL, request: SessionRequest): Promise<Headers> {
    const headers = new Headers({ 'user-agent': 'slipway' });
    for (const type of request.accept ?? []) headers.append('accept', type);
    if (request.type !== undefined) headers.set('content-type', request.type);
    if (request.range !== undefined) headers.set('range', request.range);
    const authorization = await this.#authorization.header(request.access ?? reading);
    if (authorization !== undefined && url.origin === new URL(addressOf(this.registry)).origin)
      headers.set('authorization', authorization);
    return headers;
  }

  /** Returns the registry's error message on one line, without our login; empty when it sends none. */
  complaint({ body }: Received): string {
    return complaint(body, text => this.#authorization.conceal(text));
  }

  /** Returns the error for an unexpected answer. */
  failure(received: Received): UserError {
    const said = this.complaint(received);
    return new UserError(
      `the registry ${this.registry} answered ${received.status} for ${this.name}${said === '' ? '' : `: ${said}`}`,
      received.status === 429
        ? 'wait, or log in to get a higher limit'
        : received.status < 500
          ? 'check the names of the registry and the repository, then the log of the registry'
          : 'try again later',
    );
  }

  async #allowed<Answer extends Received | OpenResponse>(
    path: string,
    request: SessionRequest,
    send: (url: URL, init: RequestInit, options: TransportOptions) => Promise<Answer | Received>,
  ): Promise<Answer | Received> {
    const access = request.access ?? reading;
    const url = this.address(path);
    let sent: string | null = null;
    const once = async () => {
      const headers = await this.headersFor(url, request);
      sent = headers.get('authorization');
      const answer = await send(
        url,
        {
          method: request.method ?? 'GET',
          headers,
          ...defined({ body: request.body && Buffer.from(request.body), redirect: request.redirect }),
        },
        { ...this.options, before: request.before },
      );
      // A challenge of another origin is not answered: these credentials are for this registry only.
      if (answer.status === 401 && 'body' in answer && answer.elsewhere !== undefined)
        throw new UserError(
          `the registry ${this.registry} redirects ${this.name} to ${answer.elsewhere}, which requires credentials (401)`,
          'correct the name of the registry, or ask its operator for redirects that need no login',
        );
      return answer;
    };
    let answer = await once();
    for (let fresh = false; answer.status === 401 && 'body' in answer && !fresh; answer = await once())
      fresh = await this.#authorization.answer(answer, access, sent ?? undefined);
    if (answer.status === 401 || (answer.status === 403 && request.forbidden !== 'manual'))
      throw await this.#authorization.refusal(answer.status, access);
    return answer;
  }
}

/**
 * Returns the path of the next page (RFC 8288), if it is within this repository; undefined after the last page.
 * @param path of the page whose answer has this header.
 * @throws UserError when the next page is elsewhere: a truncated list may lack the entry that decides.
 */
export function nextPage(session: Session, path: string, link: string | null): string | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const url = URL.parse(target, session.address(path).href);
  // A registry behind a proxy may name another host; the request still goes to the host that we know.
  const next = url === null ? undefined : session.pathOf(url);
  if (next !== undefined) return next;
  throw new UserError(
    `the registry ${session.registry} names a next page outside of the repository ${session.name}`,
    'check the registry, or a proxy in front of it that changes addresses',
  );
}

/** Returns the API address of a registry: plain HTTP on this machine, as docker does, else HTTPS. */
export function addressOf(registry: string): string {
  // Docker Hub serves its API under another name than its images.
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  return `${isLoopback(registry) ? 'http' : 'https'}://${registry}`;
}

/** Extracts the error message of a registry (distribution-spec, "Error Codes"), on one line; empty when there is none. */
export function complaint(body: Uint8Array, conceal = (text: string) => text): string {
  const [first] = mapsIn(jsonMap(body)?.errors);
  const said = textsIn([first?.code, first?.message]).join(', ');
  return printable(conceal(said)).slice(0, 300);
}
