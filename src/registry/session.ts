import { UserError } from '../toolkit/errors.ts';
import { parseChallenge } from './challenge.ts';
import type { Credential, CredentialSource } from './credentials.ts';
import { exchange, type Received, type TransportOptions } from './transport.ts';

/**
 * Reads from one repository of one registry, and keeps its authorization: sends what worked last, answers a challenge, and
 * asks again once when a token has run out.
 */
export class Session {
  readonly #registry: string;
  /** The name within the registry, such as `acme/shop`. */
  readonly #name: string;
  readonly #credentials: CredentialSource;
  readonly #options: TransportOptions;
  #authorization: string | undefined;

  constructor(registry: string, name: string, credentials: CredentialSource, options: TransportOptions) {
    this.#registry = registry;
    this.#name = name;
    this.#credentials = credentials;
    this.#options = options;
  }

  /**
   * GETs `/v2/<name>/<path>`.
   * @returns undefined for 404.
   * @throws UserError when the registry refuses, cannot be reached, or answers with any other status than 200.
   */
  async get(path: string, accept: readonly string[]): Promise<Received | undefined> {
    const url = new URL(`/v2/${this.#name}/${path}`, addressOf(this.#registry));
    const credential = await this.#credentials(this.#registry);
    if (credential?.kind === 'bearer') this.#authorization ??= `Bearer ${credential.token}`;
    let received = await this.#send(url, accept);
    if (received.status === 401) {
      this.#authorization = await this.#authorize(received, credential);
      received = await this.#send(url, accept);
    }
    if (received.status === 200) return received;
    if (received.status === 404) return undefined;
    if (received.status === 401 || received.status === 403) throw this.#refused(received.status, credential);
    throw new UserError(
      `the registry ${this.#registry} answered ${received.status} for ${this.#name}`,
      received.status === 429 ? 'wait, or log in to get a higher limit' : 'try again later',
    );
  }

  #send(url: URL, accept: readonly string[]): Promise<Received> {
    const headers = new Headers({ 'user-agent': 'slipway' });
    for (const type of accept) headers.append('accept', type);
    if (this.#authorization !== undefined) headers.set('authorization', this.#authorization);
    return exchange(url, { headers }, this.#options);
  }

  async #authorize(received: Received, credential: Credential | undefined): Promise<string> {
    const challenge = parseChallenge(received.headers.get('www-authenticate') ?? '');
    if (challenge?.scheme === 'basic' && credential?.kind === 'password') return basic(credential);
    if (challenge?.scheme !== 'bearer' || credential?.kind === 'bearer')
      throw this.#refused(received.status, credential);

    const realm = new URL(challenge.realm);
    if (realm.protocol !== 'https:' && !(isLoopback(realm.host) && isLoopback(this.#registry))) {
      throw new UserError(
        `the registry ${this.#registry} wants credentials sent to ${realm.origin} without TLS`,
        'ask its operator for an https realm',
      );
    }
    const answer = await this.#askForToken(realm, credential, {
      ...(challenge.service === undefined ? {} : { service: challenge.service }),
      scope: challenge.scope ?? `repository:${this.#name}:pull`,
    });
    if (answer.status !== 200) {
      // A token service answers 401 or 403, and some 400 or 404, when it will not give a token for this scope.
      if (answer.status < 500 && answer.status !== 429) throw this.#refused(answer.status, credential);
      throw new UserError(`the token service ${realm.host} answered ${answer.status}`, 'try again later');
    }
    const token = tokenOf(answer.body);
    if (token !== undefined) return `Bearer ${token}`;
    throw new UserError(
      `the token service ${realm.host} gave no token`,
      `check that ${this.#registry} is a registry`,
    );
  }

  #askForToken(
    realm: URL,
    credential: Credential | undefined,
    parameters: Record<string, string>,
  ): Promise<Received> {
    if (credential?.kind === 'identity') {
      const body = new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: credential.token,
        client_id: 'slipway',
        ...parameters,
      });
      return exchange(realm, { method: 'POST', body }, this.#options);
    }
    for (const [name, value] of Object.entries(parameters)) realm.searchParams.set(name, value);
    const headers = new Headers({ 'user-agent': 'slipway' });
    if (credential?.kind === 'password') headers.set('authorization', basic(credential));
    return exchange(realm, { headers }, this.#options);
  }

  #refused(status: number, credential: Credential | undefined): UserError {
    const who = credential === undefined ? 'without credentials' : 'with the credentials at hand';
    return new UserError(
      `the registry ${this.#registry} does not let us read ${this.#name} ${who} (${status})`,
      credential === undefined
        ? 'log in to it before this step, or correct the name of the repository'
        : 'log in with an account that may pull it (on GitHub: permissions packages: read)',
    );
  }
}

/** Where the API of a registry is: plain HTTP on this machine, as docker has it, and else HTTPS. */
export function addressOf(registry: string): string {
  // docker's registry has its API under another name than its images.
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  return `${isLoopback(registry) ? 'http' : 'https'}://${registry}`;
}

/** Whether a host, with or without port, is this machine: localhost, 127.0.0.0/8 or [::1]. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}

function basic(credential: Credential & { kind: 'password' }): string {
  return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
}

function tokenOf(body: Uint8Array): string | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  return [Reflect.get(answer, 'token'), Reflect.get(answer, 'access_token')].find(
    (token): token is string => typeof token === 'string' && token !== '',
  );
}
