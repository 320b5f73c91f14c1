import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `workflow` was issued by Fulcio 1.8.8 to a workflow of acme/shop that called a reusable one; `email` and `two-names` were made
 * with OpenSSL, with the older issuer extension. All have expired, which does not change the identity.
 */
export const certificate = (name: 'workflow' | 'email' | 'two-names'): Buffer =>
  new X509Certificate(readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`))).raw;

export const pem = (name: 'workflow'): string =>
  readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');
