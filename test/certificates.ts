import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Certificates that only one test trusts, as `NAME.crt` and `NAME.key` in its folder. */

export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

const ec = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/**
 * Creates a certificate that signs itself.
 * @param names such as `DNS:redis` and `IP:10.99.0.1`.
 * @param options of openssl: the kind of key first.
 */
export function selfSigned(
  folder: string,
  title: string,
  names: readonly string[] = [],
  days = 90,
  options: readonly string[] = ec,
): Issued {
  const args = ['-newkey', ...options, '-nodes', '-subj', `/CN=${title}`, '-days', String(days)];
  if (names.length > 0) args.push('-addext', `subjectAltName=${names.join(',')}`);
  const files = ['-keyout', `${title}.key`, '-out', `${title}.crt`];
  execFileSync('openssl', ['req', '-x509', ...args, ...files], { cwd: folder, stdio: 'pipe' });
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  return { certificate: text(`${title}.crt`), key: text(`${title}.key`) };
}

/** Creates an authority in a folder. @returns its certificate, and what issues others: of a client if they have no names. */
export function authorityIn(folder: string, authority = 'ca') {
  const { certificate } = selfSigned(folder, authority, [], 99);
  const signer = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`];
  return {
    certificate,
    issue(title: string, names: readonly string[] = [], days?: number): Issued {
      const usage = names.length > 0 ? [] : ['-addext', 'extendedKeyUsage=clientAuth'];
      const leaf = ['-addext', 'basicConstraints=CA:FALSE', ...usage];
      return selfSigned(folder, title, names, days, [...ec, ...signer, ...leaf]);
    },
  };
}

export type Authority = ReturnType<typeof authorityIn>;
