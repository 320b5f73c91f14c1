import { addressSchema, environmentVariableSchema, proxiedServiceSchema } from './formats.ts';

/** How a run reaches a server of the user's. */

/** A server that is a Service behind the API server's proxy, or an address that the runner reaches. */
export const endpointFields = {
  service: proxiedServiceSchema.exactOptional().meta({
    description: "A Service with its namespace and port, reached through the API server's proxy.",
    example: 'monitoring/alertmanager:9093',
  }),
  url: addressSchema.exactOptional().meta({
    description: 'An address that the runner can reach.',
    example: 'https://alertmanager.example.com',
  }),
  token: environmentVariableSchema.exactOptional().meta({
    description:
      'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read again for each request.',
    example: 'ALERTMANAGER_TOKEN',
  }),
  ca: environmentVariableSchema.exactOptional().meta({
    description:
      'The environment variable that holds the CA certificates for `url`, as PEM. Default: those of the system.',
    example: 'MONITORING_CA',
  }),
  certificate: environmentVariableSchema.exactOptional().meta({
    description:
      'The environment variable that holds a client certificate for `url`, as PEM; it needs `key`.',
    example: 'MONITORING_CERTIFICATE',
  }),
  key: environmentVariableSchema.exactOptional().meta({
    description: 'The environment variable that holds the key of `certificate`, as PEM.',
    example: 'MONITORING_KEY',
  }),
};

type EndpointFields = {
  service?: unknown;
  url?: string | undefined;
  token?: string | undefined;
  ca?: string | undefined;
  certificate?: string | undefined;
  key?: string | undefined;
  sigv4?: unknown;
};

export const hasOneAddress = ({ service, url }: EndpointFields) =>
  (service === undefined) !== (url === undefined);

/** Checks what a credential needs, for `superRefine`. */
export function checkLogin(
  endpoint: EndpointFields,
  { addIssue }: { addIssue(message: string): void },
): void {
  const { service, url, token, ca, certificate, key, sigv4 } = endpoint;
  const settings = Object.entries({ token, ca, certificate, key, sigv4 }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  const [first] = settings;
  if ((certificate === undefined) !== (key === undefined))
    addIssue('has `certificate` or `key` alone; name a variable for each of them');
  else if (token !== undefined && sigv4 !== undefined)
    addIssue('has both `token` and `sigv4`; remove one of them');
  else if (first !== undefined && service !== undefined)
    addIssue(
      `has \`${first}\` with \`service\`, but the API server's proxy forwards no credentials; write \`url\` instead, or remove \`${first}\``,
    );
  else if (first !== undefined && url?.startsWith('https:') === false)
    addIssue(
      `would send \`${first}\` to a \`url\` without TLS; write an https address, or remove \`${first}\``,
    );
}
