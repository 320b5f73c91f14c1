import { variableIn } from '../toolkit/environment.ts';

/** How a run proves to a server who it is. slipway.yml names variables of the environment, never values. */

export interface LoginSettings {
  /** A bearer token, or the password of `username`. */
  readonly token?: string;
  readonly username?: string;
  /** PEM of the CA certificates that may have signed the server's certificate. */
  readonly ca?: string;
  /** PEM of a client certificate, and of its key. */
  readonly certificate?: string;
  readonly key?: string;
  /** Signs each request for an AWS service, with the variables of AWS. */
  readonly sigv4?: { readonly region?: string };
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Login {
  /** The settings that it comes from, in sentences; empty without a credential. */
  readonly name: string;
  /** The secrets that no message may contain; a renewed value is added. */
  readonly secrets: Set<string>;
  /** Returns why there is no credential although there should be; undefined if there is one. */
  missing(): string | undefined;
  /** Adds the credential to the headers of a request. It is read again for each request, because it may be renewed during a run. */
  sign(request: OutgoingRequest): Promise<Readonly<Record<string, string>>>;
  /** The options of TLS; undefined for the defaults. */
  tls(): { ca?: string; cert?: string; key?: string } | undefined;
}

/** Returns the login of these settings with the values in an environment. */
export function loginOf(settings: LoginSettings, env: NodeJS.ProcessEnv): Login {
  const { token, username, sigv4, ca, certificate, key } = settings;
  const secrets = new Set<string>();
  const secret = (name: string | undefined) => {
    const value = name === undefined ? '' : variableIn(name, env);
    if (value !== '') secrets.add(value);
    return value;
  };
  const names = Object.entries({ token, certificate, key }).flatMap(([setting, name]) =>
    name === undefined ? [] : [`\`${setting}: ${name}\``],
  );
  return {
    name: [...names, ...(sigv4 === undefined ? [] : ['`sigv4`'])].join(', '),
    secrets,
    missing: () => {
      const empty = [token, ca, certificate, key].find(name => name !== undefined && secret(name) === '');
      if (empty !== undefined)
        return `${empty} is empty; set it in an earlier step, or pass it in the input \`credentials\``;
      return sigv4 === undefined ? undefined : missingOfAws(sigv4.region, env);
    },
    sign: async request => {
      if (sigv4 !== undefined) return signedForAws(request, sigv4.region, env, secrets);
      if (token === undefined) return request.headers;
      const value = secret(token);
      const basic = () => Buffer.from(`${username}:${value}`).toString('base64');
      return {
        ...request.headers,
        authorization: username === undefined ? `Bearer ${value}` : `Basic ${basic()}`,
      };
    },
    tls: () =>
      ca === undefined && certificate === undefined
        ? undefined
        : {
            ...(ca === undefined ? {} : { ca: variableIn(ca, env) }),
            ...(certificate === undefined ? {} : { cert: variableIn(certificate, env), key: secret(key) }),
          },
  };
}

const regionOf = (region: string | undefined, env: NodeJS.ProcessEnv) =>
  region || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';

function missingOfAws(region: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (!env.AWS_ACCESS_KEY_ID || !env.AWS_SECRET_ACCESS_KEY)
    return 'AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is empty, which `sigv4` needs; log in to AWS in an earlier step';
  return regionOf(region, env) === '' ? 'AWS_REGION is empty, and `sigv4` has no `region`' : undefined;
}

/** Signs for Amazon Managed Service for Prometheus. */
async function signedForAws(
  { url, method, headers, body }: OutgoingRequest,
  region: string | undefined,
  env: NodeJS.ProcessEnv,
  secrets: Set<string>,
): Promise<Readonly<Record<string, string>>> {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  const { AWS_SESSION_TOKEN: sessionToken } = env;
  for (const value of [secretAccessKey, sessionToken]) if (value) secrets.add(value);
  const { AwsClient } = await import('aws4fetch');
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    service: 'aps',
    region: regionOf(region, env),
    retries: 0,
    ...(sessionToken ? { sessionToken } : {}),
  });
  const signed = await client.sign(url, { method, headers, ...(body === undefined ? {} : { body }) });
  return Object.fromEntries(signed.headers);
}
