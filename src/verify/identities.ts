import { randomBytes } from 'node:crypto';
import type { PlainRequest, Verify } from '../config/types.ts';
import { variableIn } from '../toolkit/environment.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { shortestMasked, withoutSecrets } from '../toolkit/redaction.ts';
import type { ProbeRequest } from './http.ts';

/** Who requests are sent as. slipway.yml names variables of the environment, never values. */

export type Message = Pick<ProbeRequest, 'path' | 'method' | 'headers' | 'body'>;

export interface Identities {
  /** Returns a request as it is sent; or why it cannot be, in words that continue a sentence about it. */
  message(
    request: PlainRequest,
  ): { readonly message: Message; readonly secret: boolean } | { readonly reason: string };
  secretOf(variable: string): string;
  /** Returns why values for these variables cannot be used. */
  problemOf(variables: readonly string[]): string | undefined;
  /** Removes all values that were read from a text. */
  hide(text: string): string;
  /** What was read so far. */
  readonly secrets: ReadonlySet<string>;
}

type Identity = NonNullable<Verify['identities']>[string];

/** Returns the variables that requests of `verify` need, in the order of slipway.yml. Pure. */
export function variablesOf({ identities = {}, ca, checks, matrix = [], revoked = [] }: Verify): string[] {
  const requests = [
    ...checks,
    ...matrix,
    ...revoked.flatMap(each => [each, each.revoke, ...(each.restore === undefined ? [] : [each.restore])]),
  ];
  const names = [
    ...(ca === undefined ? [] : [ca]),
    ...Object.values(identities).flatMap(ofIdentity),
    ...requests.flatMap(({ send }) => Object.values(send?.secrets ?? {})),
    ...checks.flatMap(check => Object.values(check['stored-secrets'] ?? {})),
  ];
  return [...new Set(names)];
}

const ofIdentity = ({ bearer, cookie = {}, header = {}, basic }: Identity): string[] => [
  ...(bearer === undefined ? [] : [bearer]),
  ...Object.values(cookie),
  ...Object.values(header),
  ...(basic === undefined ? [] : [basic.password]),
];

/** Reads the identities of an environment with the values in `env`; a value is read for each request, because it may be renewed. */
export function identitiesOf(
  { identities = {} }: Pick<Verify, 'identities'>,
  env: NodeJS.ProcessEnv,
): Identities {
  const secrets = new Set<string>();
  const secretOf = (name: string) => {
    const value = variableIn(name, env);
    if (value !== '') secrets.add(value);
    return value;
  };
  const problemOf = (variables: readonly string[]) => {
    for (const name of variables) {
      const value = secretOf(name);
      if (value === '')
        return `${name} is empty; set it in an earlier step, or pass it in the input \`credentials\``;
      if (value.length < shortestMasked)
        return `${name} has fewer than ${shortestMasked} characters, so it cannot be masked`;
    }
    return undefined;
  };
  const credential = (name: string): Readonly<Record<string, string>> | { problem: string } => {
    const identity = identities[name];
    // A check in a record may name an identity that slipway.yml no longer has.
    if (identity === undefined) return { problem: `the identity ${name} is not in slipway.yml` };
    const real = identity.invalid === undefined ? identity : identities[identity.invalid];
    if (real === undefined) return { problem: `the identity ${identity.invalid} is not in slipway.yml` };
    const variables = ofIdentity(real);
    const problem = problemOf(variables) ?? variables.map(unfit).find(each => each !== undefined);
    if (problem !== undefined) return { problem };
    const invalid = identity.invalid !== undefined;
    const late =
      real.bearer === undefined || invalid ? undefined : expiryProblem(real, secretOf(real.bearer));
    if (late !== undefined) return { problem: `${real.bearer} ${late}` };
    return headersOf(
      real,
      variable => {
        const value = secretOf(variable);
        return invalid ? randomBytes(Math.max(8, Math.ceil(value.length / 2))).toString('hex') : value;
      },
      secrets,
    );
  };
  const unfit = (name: string) =>
    /^[\x20-\x7e]+$/.test(secretOf(name))
      ? undefined
      : `${name} has a character that is not allowed in a header`;
  return {
    secrets,
    secretOf,
    problemOf,
    hide: text => withoutSecrets(text, secrets),
    message: request => {
      const { get: path, method = 'GET', as, send = {} } = request;
      const hidden = Object.values(send.secrets ?? {});
      const own = as === undefined || as === 'none' ? {} : credential(as);
      const problem = 'problem' in own ? own.problem : problemOf(hidden);
      if (problem !== undefined) return { reason: `could not be sent: ${problem}` };
      const fields = Object.fromEntries(
        Object.entries(send.secrets ?? {}).map(([field, variable]) => [field, secretOf(variable)]),
      );
      const { type, body } = bodyOf(send, fields);
      return {
        secret: Object.keys(own).length > 0 || hidden.length > 0,
        message: {
          path,
          method,
          headers: {
            ...(type === undefined ? {} : { 'content-type': type }),
            ...send.headers,
            ...(own as Record<string, string>),
          },
          ...(body === undefined ? {} : { body }),
        },
      };
    },
  };
}

function headersOf(
  { bearer, cookie, header, basic }: Identity,
  secretOf: (variable: string) => string,
  secrets: Set<string>,
): Record<string, string> {
  if (bearer !== undefined) return { authorization: `Bearer ${secretOf(bearer)}` };
  if (cookie !== undefined) {
    const pairs = Object.entries(cookie).map(([name, variable]) => `${name}=${secretOf(variable)}`);
    return { cookie: pairs.join('; ') };
  }
  if (header !== undefined)
    return Object.fromEntries(Object.entries(header).map(([name, variable]) => [name, secretOf(variable)]));
  if (basic === undefined) return {};
  const pair = Buffer.from(`${basic.username}:${secretOf(basic.password)}`).toString('base64');
  secrets.add(pair);
  return { authorization: `Basic ${pair}` };
}

function bodyOf(
  { json, form, body }: NonNullable<PlainRequest['send']>,
  secrets: Readonly<Record<string, string>>,
): { type?: string; body?: string } {
  if (json !== undefined) return { type: 'application/json', body: JSON.stringify({ ...json, ...secrets }) };
  if (form === undefined) return body === undefined ? {} : { body };
  const fields = new URLSearchParams({ ...form, ...secrets });
  return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
}

/** Returns why a JSON web token has another age than its identity says; undefined for any other token, whose age is not known. */
function expiryProblem(identity: Pick<Identity, 'expired'>, token: string): string | undefined {
  const expired = identity.expired === true;
  const [, claims, signature] = token.split('.');
  const { exp } = (signature !== undefined && jsonMap(Buffer.from(claims ?? '', 'base64url'))) || {};
  if (signature === undefined) return undefined;
  if (typeof exp !== 'number')
    return expired ? 'never expires: it is a JSON web token without `exp`' : undefined;
  const until = Math.max(0, Math.min(exp * 1000, 8.64e15));
  if (until > Date.now() !== expired) return undefined;
  const date = new Date(until).toISOString();
  return expired
    ? `has not expired: its token is valid until ${date}`
    : `has expired: its token was valid until ${date}; renew it, or write \`expired: true\``;
}

/** Returns the values of all variables that `verify` names, to be masked; not the CA certificates. */
export function secretsOf(verify: Verify | undefined, env: NodeJS.ProcessEnv): string[] {
  if (verify === undefined) return [];
  const values = variablesOf(verify)
    .filter(name => name !== verify.ca)
    .map(name => variableIn(name, env));
  return values.filter(value => value.length >= shortestMasked);
}

/** @throws UserError when a secret of `verify` cannot be used: a release that cannot be verified must not begin. */
export function requireSecrets(verify: Verify | undefined, env: NodeJS.ProcessEnv): void {
  if (verify === undefined) return;
  const known = identitiesOf(verify, env);
  const unusable = Object.keys(verify.identities ?? {}).flatMap(as => {
    const made = known.message({ get: '/', as });
    return 'reason' in made ? [made.reason.replace(/^could not be sent: /, '')] : [];
  });
  const problem = known.problemOf(variablesOf(verify)) ?? unusable[0];
  if (problem === undefined) return;
  const [what = '', ...remedy] = problem.split('; ');
  throw new UserError(`verify cannot run: ${what}`, remedy.join('; ') || 'correct its value');
}
