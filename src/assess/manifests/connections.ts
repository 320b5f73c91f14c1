import type { Manifest } from '../../cluster/manifests.ts';
import { mapsIn, textMap } from '../../toolkit/map.ts';
import { found } from '../judgement.ts';
import { finding, type Judged, ruleOf } from '../rule.ts';
import { nameOfManifest, ofKind } from '../subject.ts';
import { allContainers, everyWorkload, overPods, type PodContainer, podFinding } from '../templates.ts';

/** Connections to stores without TLS. Values are never printed, because they may hold a password. */

/** @param modes a part of a pattern. */
const sslmode = (modes: string) =>
  new RegExp(`(?:\\b|_|pg)ssl_?mode["']?\\s*[=:]\\s*["']?(?:${modes})\\b`, 'i');
const verified = 'set `sslmode=verify-full`, and turn TLS on in PostgreSQL';

/** A way to connect that is not protected. */
interface PlainConnection {
  readonly plain: RegExp;
  readonly connects: string;
  readonly remedy: string;
  /** Whether a variable with the `sslmode` beside it decides. */
  readonly unlessNamed?: true;
}

const stores: readonly PlainConnection[] = [
  {
    plain: /\bredis:\/\//i,
    connects: 'connects to Redis without TLS',
    remedy: 'use `rediss://`, and turn TLS on in Redis',
  },
  {
    plain: sslmode('disable'),
    connects: 'connects to PostgreSQL without TLS',
    remedy: verified,
  },
  {
    plain: sslmode('allow|prefer'),
    connects: 'may connect to PostgreSQL in plaintext, by an sslmode that does not require TLS,',
    remedy: verified,
  },
  {
    // The URL of another host without a parameter for TLS: libpq then uses `prefer`.
    plain:
      /\bpostgres(?:ql)?(?:\+\w+)?:\/\/(?![^\s"']*[?&]ssl)(?:[^\s/"']*@)?(?![^\s/"']*@)(?!%2f)[^\s/"'?]/i,
    connects: 'may connect to PostgreSQL in plaintext, by a URL without `sslmode`,',
    remedy: verified,
    unlessNamed: true,
  },
];

/** Names of variables such as PGSSLMODE. */
const namesMode = (name: string) => /ssl_?mode$/i.test(name);

/** Names of variables with the URL of a database or cache. */
const namesUrl = (name: string) =>
  /(^|_)(DATABASE|DB|POSTGRES(QL)?|PG|REDIS|VALKEY|CACHE)_?(URL|URI|DSN)$/i.test(name);

/** Comments, and connections within a pod, where no one else can listen. */
const isExempt = /^\s*[#;]|(\/\/|@|\bhost=)(localhost|127\.|\[::1\])/i;

/** @param names of the variables beside it. */
const plainIn = (text: string, names: readonly string[]): PlainConnection[] => {
  const isNamed = names.some(namesMode);
  const chosen = stores.filter(({ unlessNamed }) => !(unlessNamed && isNamed));
  return text
    .split('\n')
    .flatMap(line => (isExempt.test(line) ? [] : chosen.filter(({ plain }) => plain.test(line))));
};

/** Returns the names of the variables of a container, with those of ConfigMaps in the manifests. */
const namesIn = (
  { env = [], envFrom }: PodContainer & { envFrom?: unknown },
  manifests: readonly Manifest[],
) => [
  ...env.map(({ name }) => String(name)),
  ...mapsIn(envFrom).flatMap(({ configMapRef }) =>
    ofKind(manifests, 'ConfigMap')
      // A release names its copy `<app>-<name>-<hash>`.
      .filter(({ name }) => `-${textMap(configMapRef).name}-`.includes(`-${name}-`))
      .flatMap(({ object }) => Object.keys(textMap(object.data))),
  ),
];

const connectionPlain = ruleOf('connection-plain', 'S8', subject => [
  ...ofKind(subject.manifests, 'ConfigMap').flatMap((manifest): Judged[] => {
    const data = textMap(manifest.object.data);
    return Object.entries(data).flatMap(([key, text]) =>
      plainIn(text.includes('\n') ? text : `${key}=${text}`, Object.keys(data))
        .slice(0, 1)
        .map(({ connects, remedy }) =>
          finding(`${nameOfManifest(manifest)} ${connects} in ${key}`, remedy, manifest, ['data', key]),
        ),
    );
  }),
  ...subject.workloads.flatMap(({ title, spec }) =>
    allContainers(spec)
      .flatMap(({ container }) => container.env ?? [])
      .filter(({ name, valueFrom }) => valueFrom?.secretKeyRef !== undefined && namesUrl(String(name)))
      .slice(0, 1)
      .map(({ name }) =>
        found(
          'unknown',
          `${title} takes ${name} from a Secret, so its manifest does not say whether it uses TLS`,
          {
            object: title,
            remedy:
              'keep only the password in the Secret, and write the URL with `$(PASSWORD)`, such as `postgres://shop:$(PASSWORD)@db/shop?sslmode=verify-full`',
          },
        ),
      ),
  ),
  ...overPods(everyWorkload, {
    good: 'configure no connection to Redis or PostgreSQL without TLS',
    findings: (spec, _, { manifests }) =>
      allContainers(spec).flatMap(({ container, path }) => {
        const { env = [], command = [], args = [] } = container;
        const names = namesIn(container, manifests);
        return [
          ...env.flatMap(({ name, value }, index) =>
            plainIn(`${name}=${value ?? ''}`, names).map(({ connects, remedy }) =>
              podFinding(`${connects} in the variable ${name}`, remedy, [...path, 'env', index]),
            ),
          ),
          ...Object.entries({ command, args }).flatMap(([key, words]) =>
            words.flatMap((word, index) =>
              plainIn(String(word), names).map(({ connects, remedy }) =>
                podFinding(`${connects} in its ${key}`, remedy, [...path, key, index]),
              ),
            ),
          ),
        ];
      }),
  })(subject),
]);

export const connectionRules = [connectionPlain];
