import { textMap } from '../../toolkit/map.ts';
import { type AssessRule, finding, type Judged, ruleOf } from '../rule.ts';
import { nameOfManifest, ofKind } from '../subject.ts';
import { allContainers, overPods, podFinding } from '../templates.ts';

/** Connections to stores without TLS. Values are never printed, because they may hold a password. */

/** @param modes a part of a pattern. */
const sslmode = (modes: string) =>
  new RegExp(`(?:\\b|_|pg)ssl_?mode["']?\\s*[=:]\\s*["']?(?:${modes})\\b`, 'i');
const verified = 'write `sslmode=verify-full`, and turn TLS on in PostgreSQL';

const stores = [
  {
    plain: /\bredis:\/\//i,
    connects: 'connects to Redis without TLS',
    remedy: 'write `rediss://`, and turn TLS on in Redis',
  },
  {
    plain: sslmode('disable'),
    connects: 'connects to PostgreSQL without TLS',
    remedy: verified,
  },
  {
    plain: sslmode('allow|prefer'),
    connects: 'connects to PostgreSQL without TLS if the server or an attacker refuses it,',
    remedy: verified,
  },
] as const;

/** Comments, and connections within a pod, where no one else can listen. */
const isExempt = /^\s*[#;]|(\/\/|@|\bhost=)(localhost|127\.|\[::1\])/i;

const plainIn = (text: string) =>
  text
    .split('\n')
    .flatMap(line => (isExempt.test(line) ? [] : stores.filter(({ plain }) => plain.test(line))));

const connectionPlain = ruleOf('connection-plain', 'S8', subject => [
  ...ofKind(subject.manifests, 'ConfigMap').flatMap((manifest): Judged[] =>
    Object.entries(textMap(manifest.object.data)).flatMap(([key, text]) =>
      plainIn(text.includes('\n') ? text : `${key}=${text}`)
        .slice(0, 1)
        .map(({ connects, remedy }) =>
          finding(`${nameOfManifest(manifest)} ${connects} in ${key}`, remedy, manifest, ['data', key]),
        ),
    ),
  ),
  ...overPods({
    about: () => true,
    none: 'no workload is in the manifests',
    good: 'name no connection to Redis or PostgreSQL without TLS',
    findings: spec =>
      allContainers(spec).flatMap(({ container: { env = [], command = [], args = [] }, path }) => [
        ...env.flatMap(({ name, value }, index) =>
          plainIn(`${name}=${value ?? ''}`).map(({ connects, remedy }) =>
            podFinding(`${connects} in the variable ${name}`, remedy, [...path, 'env', index]),
          ),
        ),
        ...Object.entries({ command, args }).flatMap(([key, words]) =>
          words.flatMap((word, index) =>
            plainIn(String(word)).map(({ connects, remedy }) =>
              podFinding(`${connects} in its ${key}`, remedy, [...path, key, index]),
            ),
          ),
        ),
      ]),
  })(subject),
]);

export const connectionRules: readonly AssessRule[] = [connectionPlain];
