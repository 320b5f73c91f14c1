import { createHash } from 'node:crypto';

/** Compares the responses of a gateway with the version in the record. All pure. */

/** The response to one request. */
export interface Answer {
  path: string;
  status: number;
  /** The version in the application's header; empty if the response is not from the application. */
  version: string;
  body: string;
}

/** The probed paths: the version through the rules with and without a filter, and the configuration of the release. */
export const askedPaths = ['/version', '/version', '/config', '/api/products', '/version', '/api/products'];

/**
 * Returns a distinct message for each difference.
 * @param tag tag of the live version in the record; undefined if no version may answer.
 */
export function disagreements(answers: readonly Answer[], tag: string | undefined): string[] {
  const found = answers.flatMap(answer => (tag === undefined ? presence(answer) : difference(answer, tag)));
  return [...new Set(found)];
}

function presence({ path, status, version }: Answer): string[] {
  return version === '' && status >= 400
    ? []
    : [`no version should be live, but ${path} is answered with ${status} by ${version || 'the gateway'}`];
}

function difference({ path, status, version, body }: Answer, tag: string): string[] {
  if (status !== 200) return [`the record contains ${tag}, but ${path} is answered with ${status}`];
  if (version !== tag)
    return [`the record contains ${tag}, but ${path} is answered by ${version || 'no version'}`];
  const document = parsed(body);
  switch (path) {
    case '/version':
      return document.version === tag ? [] : [`the body of ${path} contains ${document.version}, not ${tag}`];
    case '/config':
      return document.greeting === tag && document.secret === digest(tag)
        ? []
        : [`${tag} answers with another configuration: ${body}`];
    default:
      return Array.isArray(document.products) ? [] : [`the body of ${path} is ${body.slice(0, 80)}`];
  }
}

interface Document {
  version?: unknown;
  greeting?: unknown;
  secret?: unknown;
  products?: unknown;
}

function parsed(body: string): Document {
  try {
    return JSON.parse(body) as Document;
  } catch {
    return {};
  }
}

/** The digest of its secret, as the shop returns it. */
const digest = (tag: string) => createHash('sha256').update(tag).digest('hex').slice(0, 12);
