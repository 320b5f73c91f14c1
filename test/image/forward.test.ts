import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TagSettings, tagsSchema } from '../../src/config/tags.ts';
import { floatingForm, formsOf, standsFor, versionIn } from '../../src/image/forms.ts';
import { type Candidate, decideMove, type Holding, versionOf } from '../../src/image/forward.ts';
import { planByRules } from '../../src/image/rules.ts';
import { compareVersions, formatVersion, parseVersion, type Version } from '../../src/image/version.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { parseDigest } from './digest.ts';

const settings = (written: object): TagSettings => tagsSchema.parse(written);
const rules = (...list: object[]) => settings({ rules: list });
const semver = (pattern: string, more: object = {}) => ({ type: 'semver', pattern, ...more });

describe('a tag floats', () => {
  const buildSh = settings({ rules: 'build.sh', suffix: '-nikolaik' });
  const slim = settings({ rules: [semver('{{version}}')], prefix: 'shop-', suffix: '-slim' });

  it.each<[string, TagSettings | undefined]>([
    ['latest', undefined],
    ['1', undefined],
    ['v1', undefined],
    ['1.4', undefined],
    ['0', undefined],
    ['2026.11', undefined],
    ['latest-nikolaik', buildSh],
    ['0-nikolaik', buildSh],
    ['0.62-nikolaik', buildSh],
    ['latest', slim],
    ['shop-latest-slim', slim],
    ['shop-1.4-slim', slim],
    ['release-1', rules(semver('release-{{major}}'))],
    ['1-4', rules(semver('{{major}}-{{minor}}'))],
    ['stable', rules(semver('stable'))],
    ['v1', rules(semver('{{major}}', { prefix: 'v' }))],
    ['latest-slim', rules({ type: 'raw', value: 'latest', suffix: '-slim' })],
  ])('by its form: %s', (tag, by) => {
    expect(floatingForm(tag, formsOf(by))).toBeDefined();
  });

  it.each<[string, TagSettings | undefined]>([
    ['1.4.2', undefined],
    ['main', undefined],
    ['pr-12', undefined],
    ['sha-1a2b3c4', undefined],
    ['1a2b3c4', undefined],
    ['1234567', undefined],
    ['20261124', undefined],
    ['latest-slim', undefined],
    ['edge', undefined],
    ['0.62.0-nikolaik', buildSh],
    ['shop-1.4.2-slim', slim],
    ['1.4-1a2b3c4', rules(semver('{{major}}.{{minor}}-{{sha}}'))],
    ['anything', rules(semver('{{branch}}'))],
    ['1-4-2', rules(semver('{{major}}-{{minor}}-{{patch}}'))],
    ['release-v1.4.2', rules(semver('release-{{raw}}'))],
    ['release-1', rules(semver('{{version}}'))],
  ])('or does not: %s', (tag, by) => {
    expect(floatingForm(tag, formsOf(by))).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ['latest', '1.4.2', true],
    ['1', '1.4.2', true],
    ['v1', '1.4.2', true],
    ['1.4', '1.4.2', true],
    ['1.40', '1.4.2', false],
    ['14', '1.4.2', false],
    ['0.59', '0.62.0', false],
    ['01', '1.4.2', false],
  ])('and covers versions: %s covers %s is %s', (tag, version, is) => {
    expect(standsFor(tag, floatingForm(tag, formsOf())!, parseVersion(version)!)).toBe(is);
  });

  it('beside full versions with the same prefix and suffix', () => {
    const read = (text: string, by?: TagSettings) => {
      const version = versionIn(text, formsOf(by));
      return version && formatVersion(version);
    };
    expect(read('0.62.0-nikolaik', buildSh)).toBe('0.62.0');
    expect(read('0.62.0-nikolaik')).toBe('0.62.0-nikolaik');
    expect(read('0.62.0', buildSh)).toBe('0.62.0');
    expect(read('shop-v1.4.2-rc.1-slim', slim)).toBe('1.4.2-rc.1');
    expect(read('1.4', slim)).toBeUndefined();
    expect(read('main')).toBeUndefined();
  });
});

const digest = (n: number) => parseDigest(`sha256:${n.toString(16).padStart(64, '0')}`);
const holding = (n: number, version?: string, more: Partial<Holding> = {}): Holding => ({
  digest: digest(n),
  ...(version === undefined ? {} : { version: parseVersion(version)! }),
  ...more,
});

describe('a floating tag', () => {
  const ask = (tag: string, candidate: Candidate, held?: Holding, mayMove = false) => {
    const move = decideMove({ tag, form: floatingForm(tag, formsOf()), candidate, held, mayMove });
    return move.kind === 'kept' ? `${move.why}: ${move.reason}` : move.kind;
  };
  const main = (n: number, created?: number) =>
    holding(n, undefined, { name: 'main', ...(created === undefined ? {} : { created }) });

  it('of a hotfix moves where the hotfix is the newest, and `latest` does not', () => {
    const hotfix = holding(1, '0.59.3');
    expect(ask('0.59', hotfix, holding(2, '0.59.2'))).toBe('set');
    expect(ask('latest', hotfix, holding(3, '0.62.0'))).toEqual(wording('latest', '0.62.0', '0.59.3'));
    expect(ask('0', hotfix, holding(3, '0.62.0'))).toEqual(wording('0.62.0', '0.59.3'));
  });

  it.each<[string, string, Candidate, Holding | undefined, string]>([
    ['is set where it does not exist', 'latest', holding(1, '1.0.0'), undefined, 'set'],
    ['stays where it already points to the image', 'latest', holding(1, '1.0.0-rc.1'), holding(1), 'stays'],
    ['moves to the same version built again', 'latest', holding(1, '1.0.0'), holding(2, '1.0.0'), 'set'],
    [
      'moves from a pre-release that others put there',
      'latest',
      holding(1, '1.0.0'),
      holding(2, '1.0.0-rc.1'),
      'set',
    ],
    [
      'is not moved by a pre-release',
      '2',
      holding(1, '2.0.0-rc.1'),
      holding(2, '2.0.0-beta.1'),
      wording('2.0.0-rc.1', 'a pre-release'),
    ],
    [
      'is not made by a pre-release',
      'latest',
      holding(1, '2.0.0-rc.1'),
      undefined,
      wording('2.0.0-rc.1', 'a pre-release', 'latest'),
    ],
    [
      'of other versions is not moved',
      '0.59',
      holding(1, '0.62.0'),
      holding(2, '0.59.2'),
      wording('0.59', '0.62.0'),
    ],
    [
      'of other versions is not made either',
      '0.59',
      holding(1, '0.62.0'),
      undefined,
      wording('0.59', '0.62.0'),
    ],
    ['that is another number may be set', '1234', holding(1, '0.62.0'), undefined, 'set'],
    ['is not moved on a guess', 'latest', holding(1, '1.0.0'), holding(2), wording('latest')],
    [
      'is not moved by a build of a branch from a release',
      'latest',
      main(1, 9),
      holding(2, '0.1.0'),
      wording('latest', '0.1.0'),
    ],
    ['moves with the commits of a branch', 'latest', main(1, 9), main(2, 8), 'set'],
    [
      'does not go back with the commits of a branch',
      'latest',
      main(1, 8),
      main(2, 9),
      wording('latest', 'main'),
    ],
    [
      'is not moved between branches',
      'latest',
      main(1, 9),
      { ...main(2, 8), name: 'next' },
      wording('latest'),
    ],
    ['is not moved by a build without a time', 'latest', main(1), main(2, 8), wording('latest')],
    [
      'is not moved by what contradicts itself',
      'latest',
      { ...holding(1), unclear: 'it is two' },
      undefined,
      'unclear: it is two',
    ],
    [
      'of the name of a branch moves with it',
      '1.4',
      { ...main(1, 9), name: '1.4' },
      { ...main(2, 8), name: '1.4' },
      'set',
    ],
  ])('%s', (_, tag, candidate, held, expected) => {
    expect(ask(tag, candidate, held)).toEqual(expected);
  });

  it('may be mayMove only if its version is unknown', () => {
    expect(ask('latest', holding(1, '1.0.0'), holding(2), true)).toBe('set');
    expect(ask('latest', main(1), holding(2), true)).toBe('set');
    expect(ask('latest', holding(1, '1.0.0'), holding(2, '1.0.1'), true)).toMatch(/^newer/);
    expect(ask('latest', holding(1, '2.0.0-rc.1'), holding(2), true)).toMatch(/^pre-release/);
    expect(ask('latest', main(1, 9), holding(2, '1.0.1'), true)).toMatch(/^unversioned/);
    expect(ask('0.59', holding(1, '0.62.0'), holding(2), true)).toMatch(/^foreign/);
  });
});

describe('the version of a pushed image', () => {
  const versions = (...texts: string[]) => texts.map(text => parseVersion(text)!);
  it.each<[string | undefined, string[], string | undefined]>([
    ['1.4.2', [], '1.4.2'],
    [undefined, ['1.4.2'], '1.4.2'],
    ['1.4.2', ['1.4.2'], '1.4.2'],
    [undefined, ['1.4.2', '1.4.2'], '1.4.2'],
    [undefined, [], undefined],
    ['1.4.2', ['1.4.3'], wording('1.4.2', '1.4.3')],
    [undefined, ['1.4.2', '1.4.3'], wording('1.4.2', '1.4.3')],
  ])('by the label %s and the tags %j', (label, tags, expected) => {
    const found = versionOf({
      labelled: label === undefined ? undefined : versions(label)[0],
      tagged: versions(...tags),
    });
    expect(typeof found === 'object' ? formatVersion(found) : found).toEqual(expected);
  });
});

describe('after any releases in any order', () => {
  interface Release {
    readonly version: string;
    /** Whether the image is labeled, and whether its full version is among the tags. */
    readonly labelled: boolean;
    readonly tagged: boolean;
    readonly moveTags: boolean;
  }
  const number = fc.integer({ min: 0, max: 3 });
  const release: fc.Arbitrary<Release> = fc.record({
    version: fc
      .tuple(number, number, number, fc.constantFrom('', '', '', '-rc.1', '-rc.2'))
      .map(([a, b, c, d]) => `${a}.${b}.${c}${d}`),
    labelled: fc.boolean(),
    tagged: fc.boolean(),
    moveTags: fc.boolean(),
  });
  const flavour = fc.constantFrom<object>(
    {},
    { suffix: '-slim' },
    { suffix: '-slim', onlatest: true },
    { prefix: 'shop-', onlatest: true },
  );

  it('no floating tag has moved back, none points to a pre-release, and each points to the newest known version', () => {
    fc.assert(
      fc.property(
        fc.array(release, { minLength: 1, maxLength: 12 }),
        flavour,
        fc.boolean(),
        (releases, more, moving) => {
          const whole = semver('{{version}}');
          const by = settings({
            rules: [whole, semver('{{major}}.{{minor}}'), semver('{{major}}')],
            ...more,
          });
          const forms = formsOf(by);
          /** The image under a tag, as `readHeld` would describe it: by label, else by the full version tag of the same digest. */
          const registry = new Map<string, { release: Release; n: number }>();
          const known = ({ release: { version, labelled }, n }: { release: Release; n: number }): Holding => {
            const beside = [...registry]
              .filter(([, each]) => each.n === n)
              .flatMap(([tag]) => versionIn(tag, forms) ?? []);
            const best = labelled ? parseVersion(version) : beside.sort((a, b) => compareVersions(b, a))[0];
            return { digest: digest(n), ...(best === undefined ? {} : { version: best }) };
          };
          releases.forEach((each, n) => {
            if (by.rules === 'build.sh') throw new Error('no rules');
            const ref = { kind: 'tag' as const, name: `v${each.version}` };
            const planned = planByRules({ ...by, rules: by.rules }, { git: { ref }, now: 0 }).tags;
            const tags = planned.filter(tag => each.tagged || versionIn(tag, forms) === undefined);
            const version = versionOf({
              labelled: each.labelled ? parseVersion(each.version) : undefined,
              tagged: tags.flatMap(tag => versionIn(tag, forms) ?? []),
            });
            expect(version).not.toBeTypeOf('string');
            const candidate = {
              digest: digest(n),
              ...(version === undefined ? {} : { version: version as Version }),
            };
            for (const tag of tags) {
              const before = registry.get(tag);
              const form = floatingForm(tag, forms);
              const held = before && known(before);
              const mayMove = moving && each.moveTags;
              if (decideMove({ tag, form, candidate, held, mayMove }).kind !== 'set') continue;
              registry.set(tag, { release: each, n });
              if (form === undefined) continue;
              if (version !== undefined) expect(each.version).not.toContain('-');
              // The true version, which an image without label and version tag does not reveal.
              const [from, to] = [before?.release.version, each.version].map(
                text => text && parseVersion(text),
              ) as Version[];
              if (!mayMove && from !== undefined && to !== undefined)
                expect([
                  tag,
                  formatVersion(from),
                  formatVersion(to),
                  compareVersions(to, from) >= 0,
                ]).toContain(true);
            }
          });
          // Where all versions were known, each tag points to the newest.
          if (!releases.every(({ labelled }) => labelled)) return;
          const finals = releases
            .filter(({ version }) => !version.includes('-'))
            .map(({ version }) => parseVersion(version)!);
          for (const [tag, { release: at }] of registry) {
            const form = floatingForm(tag, forms);
            if (form === undefined) continue;
            const newest = finals
              .filter(each => standsFor(tag, form, each))
              .sort((a, b) => compareVersions(b, a))[0]!;
            expect([tag, at.version]).toEqual([tag, formatVersion(newest)]);
          }
        },
      ),
      search(300),
    );
  });
});
