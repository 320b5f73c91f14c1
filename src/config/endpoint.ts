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
    description: 'The environment variable that holds a bearer token for `url`.',
    example: 'ALERTMANAGER_TOKEN',
  }),
};

type EndpointFields = { service?: unknown; url?: string | undefined; token?: string | undefined };

export const hasOneAddress = ({ service, url }: EndpointFields) =>
  (service === undefined) !== (url === undefined);
export const keepsToken = ({ url, token }: EndpointFields) =>
  token === undefined || url === undefined || url.startsWith('https:');
export const leaksToken = {
  error: 'would send the token to a `url` without TLS; write an https address, or remove `token`',
};
