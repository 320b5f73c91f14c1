import { createHash } from 'node:crypto';

/** Whether what a gateway answers is the version that the record names. All pure. */

/** To one request. */
export interface Answer {
  path: string;
  status: number;
  /** As the application says in a header; empty when it was not the application that answered. */
  version: string;
  body: string;
}

/** What is asked: the version by the plain rule and by the one with a filter, and the configuration that was released with it. */
export const askedPaths = ['/version', '/version', '/config', '/api/products', '/version', '/api/products'];

/**
 * What is wrong, a sentence each, none twice.
 * @param tag of the version that the record says serves; undefined: nothing is to answer.
 */
export function disagreements(answers: readonly Answer[], tag: string | undefined): string[] {
  const found = answers.flatMap(answer => (tag === undefined ? presence(answer) : difference(answer, tag)));
  return [...new Set(found)];
}

function presence({ path, status, version }: Answer): string[] {
  return version === '' && status >= 400
    ? []
    : [`nothing is to serve, and ${path} is answered with ${status} by ${version || 'the gateway'}`];
}

function difference({ path, status, version, body }: Answer, tag: string): string[] {
  if (status !== 200) return [`the record says ${tag}, and ${path} is answered with ${status}`];
  if (version !== tag) return [`the record says ${tag}, and ${path} is answered by ${version || 'nobody'}`];
  const document = parsed(body);
  switch (path) {
    case '/version':
      return document.version === tag ? [] : [`the body of ${path} says ${document.version}, not ${tag}`];
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

/** What the shop tells of its secret. */
const digest = (tag: string) => createHash('sha256').update(tag).digest('hex').slice(0, 12);
