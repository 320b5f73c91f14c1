import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Certificates of an authority that only one test trusts. */

export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Creates an authority in a folder. @returns its certificate, and what issues others. */
export function authorityIn(folder: string) {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  openssl(
    'req',
    '-x509',
    ...ec,
    '-keyout',
    'ca.key',
    '-subj',
    '/CN=conformance',
    '-days',
    '99',
    '-out',
    'ca.crt',
  );
  return {
    certificate: text('ca.crt'),
    /** @param names such as `DNS:redis` and `IP:10.99.0.1`. */
    issue(title: string, names: readonly string[], days = 90): Issued {
      openssl('req', ...ec, '-keyout', `${title}.key`, '-subj', `/CN=${title}`, '-out', `${title}.csr`);
      writeFileSync(join(folder, `${title}.ext`), `subjectAltName=${names.join(',')}`);
      const by = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', String(days)];
      openssl(
        'x509',
        '-req',
        '-in',
        `${title}.csr`,
        ...by,
        '-extfile',
        `${title}.ext`,
        '-out',
        `${title}.crt`,
      );
      return { certificate: text(`${title}.crt`), key: text(`${title}.key`) };
    },
  };
}

export type Authority = ReturnType<typeof authorityIn>;
