import { isOfCloud } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap, textMap } from '../toolkit/map.ts';
import { parseChallenge } from './challenge.ts';
import type { Credential, CredentialSource } from './credentials.ts';
import { exchange, type Received, type TransportOptions } from './transport.ts';

/** The permission that a request needs: read, delete, write, or write with a blob that is mounted from another repository. */
export interface RegistryAccess {
  readonly act: 'read' | 'write' | 'delete';
  /** The repository to mount from, by its name within the same registry. */
  readonly mountFrom?: string;
}

const refusals = {
  read: {
    verb: 'read',
    remedy: 'log in with an account that may pull from it (on GitHub, give the job `packages: read`)',
  },
  write: {
    verb: 'write to',
    remedy: 'log in with an account that may push to it (on GitHub, give the job `packages: write`)',
  },
  delete: { verb: 'delete from', remedy: 'log in with an account that may delete from it' },
} as const;

const unknownLogin = 'log in to it before this step, or correct the name of the repository';

/** Its login is short, belongs to a role, and is not in every job of the workflows. */
const remedyOfCloud = ({ act }: RegistryAccess) =>
  `log in to the cloud before this step, with a role that may ${refusals[act].verb} the repository (docs/clouds.md)`;

/**
 * The authorization for one repository of one registry. It answers the registry's challenge with a header for each access, and
 * keeps that until the next challenge.
 */
export class Authorization {
  readonly #registry: string;
  readonly #name: string;
  readonly #credentials: CredentialSource;
  readonly #options: TransportOptions;
  readonly #headers = new Map<string, string>();
  readonly #asking = new Map<string, Promise<void>>();
  readonly #secrets = new Set<string>();

  constructor(registry: string, name: string, credentials: CredentialSource, options: TransportOptions) {
    this.#registry = registry;
    this.#name = name;
    this.#credentials = credentials;
    this.#options = options;
  }

  /** Returns the header that last worked for this access, if there is one. */
  async header(access: RegistryAccess): Promise<string | undefined> {
    const known = this.#headers.get(keyOf(access));
    if (known !== undefined) return known;
    const credential = await this.#credential();
    return credential?.kind === 'bearer' ? `Bearer ${credential.token}` : undefined;
  }

  /** Masks credentials in an answer of the registry, which may repeat what was sent to it. */
  conceal(text: string): string {
    const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text);
  }

  async #credential(): Promise<Credential | undefined> {
    const credential = await this.#credentials(this.#registry, this.#name);
    if (credential === undefined) return undefined;
    if (credential.kind !== 'password') this.#secrets.add(credential.token);
    else for (const secret of [credential.password, encoded(credential)]) this.#secrets.add(secret);
    return credential;
  }

  /**
   * Answers the challenge of a 401, so that `header` returns what the registry asks for. Concurrent requests share one answer.
   * @param sent the header that was refused.
   * @returns true for a new answer, false when another request has already answered.
   * @throws UserError when there are no credentials, or the token service refuses.
   */
  async answer(received: Received, access: RegistryAccess, sent?: string): Promise<boolean> {
    const key = keyOf(access);
    const known = this.#headers.get(key);
    if (known !== undefined && known !== sent) return false;
    let asking = this.#asking.get(key);
    if (asking === undefined) {
      asking = this.#authorize(received, access, sent)
        .then(header => void this.#headers.set(key, header))
        .finally(() => this.#asking.delete(key));
      this.#asking.set(key, asking);
    }
    await asking;
    return true;
  }

  /** Returns the error for a registry that refuses access. */
  async refusal(status: number, access: RegistryAccess): Promise<UserError> {
    const credential = await this.#credential();
    const known = credential !== undefined;
    const who = known ? 'with the available credentials' : 'without credentials';
    const { verb, remedy } = refusals[access.act];
    return new UserError(
      `the registry ${this.#registry} does not allow this run to ${verb} ${this.#name} ${who} (${status})`,
      isOfCloud(this.#registry) ? remedyOfCloud(access) : known ? remedy : unknownLogin,
    );
  }

  async #authorize(received: Received, access: RegistryAccess, sent?: string): Promise<string> {
    const credential = await this.#credential();
    // The login may have been renewed since its token was sent.
    if (credential?.kind === 'bearer' && sent !== undefined && sent !== `Bearer ${credential.token}`)
      return `Bearer ${credential.token}`;
    const challenge = parseChallenge(received.headers.get('www-authenticate') ?? '');
    if (challenge?.scheme === 'basic' && credential?.kind === 'password') return basic(credential);
    if (challenge?.scheme !== 'bearer' || credential?.kind === 'bearer')
      throw await this.refusal(received.status, access);

    const realm = new URL(challenge.realm);
    const near = realm.protocol === 'http:' && isLoopback(realm.host) && isLoopback(this.#registry);
    if (realm.protocol !== 'https:' && !near)
      throw new UserError(
        `the registry ${this.#registry} asks for credentials at ${realm.protocol}//${realm.host}, without TLS`,
        'ask its operator for an https realm',
      );
    if (realm.username !== '' || realm.password !== '')
      throw new UserError(
        `the registry ${this.#registry} names a token service at ${realm.host} whose address contains a login`,
        'ask its operator for a realm without a login',
      );
    const scopes = scopesFor(this.#name, access, challenge.scope);
    const answer = await this.#askForToken(realm, credential, challenge.service, scopes);
    if (answer.status >= 300 && answer.status < 400)
      throw new UserError(
        `the token service ${realm.host} redirects (${answer.status}), and credentials are not sent to another address`,
        'ask its operator to name the final address as the realm',
      );
    if (answer.status !== 200) {
      // A token service that gives no token for this scope answers 401 or 403, and some answer 400 or 404.
      if (answer.status < 500 && answer.status !== 429) throw await this.refusal(answer.status, access);
      throw new UserError(`the token service ${realm.host} answered ${answer.status}`, 'try again later');
    }
    const token = tokenOf(answer.body);
    if (token !== undefined) {
      this.#secrets.add(token);
      return `Bearer ${token}`;
    }
    throw new UserError(
      `the token service ${realm.host} sent no usable token`,
      `check that ${this.#registry} is a registry`,
    );
  }

  #askForToken(
    realm: URL,
    credential: Credential | undefined,
    service: string | undefined,
    scopes: readonly string[],
  ): Promise<Received> {
    const named = service === undefined ? {} : { service };
    if (credential?.kind === 'identity') {
      const body = new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: credential.token,
        client_id: 'slipway',
        ...named,
        scope: scopes.join(' '),
      });
      return exchange(realm, { method: 'POST', body, redirect: 'manual' }, this.#options);
    }
    if (service !== undefined) realm.searchParams.set('service', service);
    // One parameter per scope, as docker sends them: some services do not split at spaces.
    realm.searchParams.delete('scope');
    for (const scope of scopes) realm.searchParams.append('scope', scope);
    const headers = new Headers({ 'user-agent': 'slipway' });
    if (credential?.kind === 'password') headers.set('authorization', basic(credential));
    return exchange(realm, { headers, redirect: 'manual' }, this.#options);
  }
}

/**
 * Returns the scopes to request a token for. For reading, the scopes that the registry asks for are enough. For writing, ours
 * are added: some registries ask only for `pull`, and none names the repository that a blob is mounted from.
 */
export function scopesFor(name: string, access: RegistryAccess, challenged: string | undefined): string[] {
  const asked = challenged?.split(' ').filter(scope => scope !== '') ?? [];
  if (access.act === 'read') return asked.length > 0 ? asked : [`repository:${name}:pull`];
  const own = [`repository:${name}:pull,${access.act === 'delete' ? 'delete' : 'push'}`];
  if (access.mountFrom !== undefined) own.push(`repository:${access.mountFrom}:pull`);
  return mergeScopes([...asked, ...own]);
}

function mergeScopes(scopes: readonly string[]): string[] {
  const actions = new Map<string, Set<string>>();
  for (const scope of scopes) {
    const colon = scope.lastIndexOf(':');
    const known = actions.get(scope.slice(0, colon)) ?? new Set();
    for (const action of scope.slice(colon + 1).split(',')) known.add(action);
    actions.set(scope.slice(0, colon), known);
  }
  return [...actions].map(([resource, names]) => `${resource}:${[...names].join(',')}`);
}

/** Whether a host, with or without port, is this machine: localhost, 127.0.0.0/8 or [::1]. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}

function keyOf(access: RegistryAccess): string {
  return `${access.act} ${access.mountFrom ?? ''}`;
}

const basic = (credential: Credential & { kind: 'password' }) => `Basic ${encoded(credential)}`;

function encoded({ username, password }: Credential & { kind: 'password' }): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** The tokens that fit into a header; fetch would quote any other token in its error. */
const fitsHeader = /^[\x21-\x7e]{1,65536}$/;

function tokenOf(body: Uint8Array): string | undefined {
  const { token, access_token: other } = textMap(jsonMap(body));
  return [token, other].find(each => each !== undefined && fitsHeader.test(each));
}
