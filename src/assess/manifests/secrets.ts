import type { Manifest } from '../../cluster/manifests.ts';
import { isMap, textMap } from '../../toolkit/map.ts';
import { finding, type Judged, met, notApplicable, overEach, ruleOf } from '../rule.ts';
import { type AssessSubject, nameOfManifest, ofKind } from '../subject.ts';
import {
  allContainers,
  everyWorkload,
  overPods,
  type PlacedContainer,
  type PodFinding,
  podFinding,
  podFindingIf,
  podRule,
} from '../templates.ts';
import { classOf, isHarmless, secretIn } from '../variables.ts';

/** Where variables and Secrets are kept, by their class. Values are never printed. */

const variablesOf = ({ container: { env = [] }, path }: PlacedContainer) =>
  env.map((variable, index) => ({ ...variable, name: String(variable.name), path: [...path, 'env', index] }));

const high = ruleOf('variable-high', 'K7', subject => {
  const inConfigMaps = ofKind(subject.manifests, 'ConfigMap').flatMap(each => configMapJudged(each, subject));
  const inPods = overPods(everyWorkload, {
    good: 'have no secret in plain variables',
    findings: (spec, _, { variables }) =>
      allContainers(spec).flatMap(each => [
        ...variablesOf(each).flatMap(({ name, value, valueFrom, path }): PodFinding[] => {
          const found = value === undefined ? undefined : secretIn(name, String(value), variables);
          if (found !== undefined) return [podFinding(`has ${found} in the variable ${name}`, homes, path)];
          return podFindingIf(
            valueFrom?.configMapKeyRef !== undefined && classOf(name, variables) === 'high',
            `takes the variable ${name} of class high from a ConfigMap`,
            homes,
            path,
          );
        }),
        ...(['command', 'args'] as const).flatMap(key =>
          (each.container[key] ?? []).flatMap((word, index, words) => {
            const found = secretInWord(String(word), String(words[index - 1] ?? ''), variables);
            return podFindingIf(found !== undefined, `has ${found} in its ${key}`, homes, [
              ...each.path,
              key,
              index,
            ]);
          }),
        ),
      ]),
  })(subject);
  return [...inConfigMaps, ...inPods];
});

/** Returns what secret a word of a command line shows: `--password=…`, or the word after `--password`. */
function secretInWord(word: string, before: string, variables: AssessSubject['variables']) {
  const [, named, value] = /^--?([\w.-]+)=(.*)$/s.exec(word) ?? [];
  const [, asked = ''] = /^--([\w.-]+)$/.exec(before) ?? [];
  return secretIn(named ?? (word.startsWith('-') ? '' : asked), value ?? word, variables);
}

const homes =
  'revoke it, keep the new one in a Secret that an ExternalSecret, a SealedSecret or SOPS creates, and reference it with secretKeyRef; a URL can name it as `$(PASSWORD)`';

function configMapJudged(manifest: Manifest, { variables }: AssessSubject): Judged[] {
  return Object.entries(textMap(manifest.object.data)).flatMap(([key, value]) => {
    // A file holds many values, and its name says nothing about them.
    const isFile = key.includes('.') || value.trim().includes('\n');
    const found = isFile ? secretInFile(value, variables) : secretIn(key, value, variables);
    if (found === undefined) return [];
    return [finding(`${nameOfManifest(manifest)} has ${found} in ${key}`, homes, manifest, ['data', key])];
  });
}

/** Returns what secret a file of settings shows, on a line such as `db.password=…` or `"password": "…",`. */
function secretInFile(text: string, variables: AssessSubject['variables']): string | undefined {
  const lines = text.matchAll(
    /^[ \t]*["']?(?:[\w-]{1,60}\.){0,9}([\w-]{1,60})["']?[ \t]*[=:][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{[|>&*!%]\S*))[ \t]*,?[ \t]*$/gm,
  );
  const found = [...lines].map(([, name = '', double, single, bare]) =>
    // Code reads it from elsewhere.
    /[()]/.test(bare ?? '') ? undefined : secretIn(name, double ?? single ?? bare ?? '', variables),
  );
  return secretIn('', text, variables) ?? found.find(each => each !== undefined);
}

const medium = ruleOf('variable-medium', 'K7', subject =>
  isProduction(subject.environment)
    ? [
        ...overPods(everyWorkload, {
          good: 'have their debug settings off',
          findings: (spec, _, { variables }) =>
            allContainers(spec)
              .flatMap(variablesOf)
              .flatMap(({ name, value, path }) =>
                podFindingIf(
                  isOn(value) && classOf(name, variables) === 'medium',
                  `turns on ${name} in production`,
                  off,
                  path,
                ),
              ),
        })(subject),
        ...ofKind(subject.manifests, 'ConfigMap').flatMap(each =>
          Object.entries(textMap(each.object.data)).flatMap(([key, value]) =>
            isOn(value) && classOf(key, subject.variables) === 'medium'
              ? [finding(`${nameOfManifest(each)} turns on ${key} in production`, off, each, ['data', key])]
              : [],
          ),
        ),
      ]
    : [notApplicable(`${subject.environment} is not called production`)],
);

/** Not `preprod`, `non-prod` or `delivery`. */
const isProduction = (name: string) =>
  /(^|[-_.])(prd|prod|production|live)\d*([-_.]|$)/i.test(name) &&
  !/(^|[-_.])(pre|non)[-_.]?(prd|prod)/i.test(name);

const off = 'turn it off, or set it only in other environments';
const isOn = (value: unknown) => /^(1|true|yes|on|\*)$/i.test(String(value ?? '').trim());

const low = podRule('variable-low', 'K7', everyWorkload, {
  good: 'keep plain settings out of Secrets',
  findings: (spec, _, { variables }) =>
    allContainers(spec)
      .flatMap(variablesOf)
      .flatMap(({ name, valueFrom, path }) =>
        // HOST and PORT of a database often lie beside its password.
        podFindingIf(
          valueFrom?.secretKeyRef !== undefined && isSetting(name, variables),
          `takes the setting ${name} from a Secret, which hides its changes`,
          'move it to a ConfigMap',
          path,
        ),
      ),
});

const isSetting = (name: string, variables: AssessSubject['variables']) =>
  !/_(HOST|PORT)$/i.test(name) && classOf(name, variables) === 'low';

const isEncrypted = ({ object }: Manifest) => isMap(object.sops);

const plain = ruleOf('secret-plain', 'K8', ({ manifests, variables }) => {
  const found = ofKind(manifests, 'Secret')
    .filter(each => !isEncrypted(each))
    .flatMap(manifest => {
      const keys = secretKeys(manifest, variables);
      const [first] = keys;
      if (first === undefined) return [];
      const said = `${nameOfManifest(manifest)} has ${keys.length === 1 ? 'a value' : `${keys.length} values`}`;
      // The values of a chart may come from elsewhere.
      return isOfChart(manifest)
        ? [{ ...finding(`${said} from a chart`, ofChart, manifest, first), level: 'warning' as const }]
        : [finding(`${said} that anyone with the repository can read`, homes, manifest, first)];
    });
  return found.length > 0 ? found : [notApplicable('no Secret with values is in the manifests')];
});

const isOfChart = ({ source }: Manifest) => source.includes('/templates/');
const ofChart =
  'name an existing Secret in the values of the chart, and create that Secret with an ExternalSecret or SOPS';

/** Certificates are public. */
const isCertificate = (value: string) =>
  value.trimStart().startsWith('-----BEGIN CERTIFICATE-----') && !value.includes('PRIVATE KEY');

/** Names of a part of an address or login that is not a secret. */
const isPublicPart = (key: string) => /(^|[-_.])(user(name)?|host(name)?|port|database|db-?name)$/i.test(key);

/** Returns the paths of the values of a Secret that are more than placeholders; the default password of a chart is one that works. */
function secretKeys(manifest: Manifest, variables: AssessSubject['variables']): (string | number)[][] {
  const { object } = manifest;
  const decoded = (text: string) => Buffer.from(text, 'base64').toString('utf8');
  return [
    ...Object.entries(textMap(object.data)).map(([key, value]) => [key, decoded(value), 'data'] as const),
    ...Object.entries(textMap(object.stringData)).map(([key, value]) => [key, value, 'stringData'] as const),
  ].flatMap(([key, value, part]) => {
    const works = isOfChart(manifest) && value !== '' && classOf(key, variables) === 'high';
    const isSecret =
      secretIn('', value, variables) !== undefined ||
      !((isHarmless(value) && !works) || isCertificate(value) || isPublicPart(key));
    return isSecret && classOf(key, variables) !== 'low' ? [[part, key]] : [];
  });
}

const sops = ruleOf('secret-sops', 'K8', ({ manifests, now }) =>
  overEach(manifests.filter(isEncrypted), 'no manifest is encrypted with SOPS', manifest => {
    const name = nameOfManifest(manifest);
    const flaws = sopsFlaws(manifest);
    const read = { known: true, value: 0, asked: 'the manifest', at: now } as const;
    return flaws.length > 0
      ? flaws.map(({ what, remedy, path }) => finding(`${name} ${what}`, remedy, manifest, path))
      : met(`${name} is encrypted`, name, [read], name);
  }),
);

function sopsFlaws({ object }: Manifest): PodFinding[] {
  const settings = textMap(object.sops);
  const limits = ['encrypted', 'unencrypted'].flatMap(each =>
    ['regex', 'suffix', 'comment_regex'].map(kind => `${each}_${kind}`),
  );
  const flaw = (wrong: boolean, what: string, path: string[] = ['sops']) =>
    podFindingIf(wrong, what, 'encrypt the file again with `sops --encrypt`', path);
  return [
    ...flaw(!settings.mac, 'has no mac, so changes to it cannot be detected'),
    ...flaw(
      !limits.some(key => key in settings),
      'has no encrypted_regex, so SOPS does not say which fields it encrypts',
    ),
    ...['data', 'stringData'].flatMap(part =>
      Object.entries(textMap(object[part])).flatMap(([key, value]) =>
        flaw(
          value !== '' && !/^ENC\[[A-Z0-9_]+,/.test(value),
          `has ${key} in plain text, although SOPS should encrypt it`,
          [part, key],
        ),
      ),
    ),
  ];
}

export const secretRules = [high, medium, low, plain, sops];
