import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanSchema } from '../../src/config/scanning.ts';
import type { ScanFinding } from '../../src/scan/findings.ts';
import { gate, judge, type ScanContext, sameKey } from '../../src/scan/judge.ts';
import { toleranceOf } from '../../src/scan/summary.ts';
import { parseVex } from '../../src/scan/vex.ts';
import { wording } from '../wording.ts';
import { alone } from './reports.ts';

const now = new Date('2026-11-25T12:00:00Z');
const digest = `sha256:${'a'.repeat(64)}`;
const finding = (over: Partial<ScanFinding> = {}): ScanFinding => ({
  kind: 'vulnerability',
  image: 'shop',
  severity: 'critical',
  id: 'CVE-2026-1',
  title: '',
  package: 'lodash',
  version: '4.17.4',
  fixed: '4.17.12',
  occurrences: [{ platform: 'linux/amd64', purl: 'pkg:npm/lodash@4.17.4' }],
  reference: `ghcr.io/acme/shop@${digest}`,
  published: '2026-11-20T00:00:00Z',
  ...over,
});
/** On linux/amd64 and linux/arm64, with these purls. */
const onPlatforms = (...purls: string[]): Pick<ScanFinding, 'occurrences'> => ({
  occurrences: purls.map((purl, index) => ({ platform: ['linux/amd64', 'linux/arm64'][index]!, purl })),
});
const policy = (written: object = {}) => scanSchema.parse({ 'fail-on': ['critical', 'high'], ...written });
const exception = (more: object = {}) => ({
  id: 'CVE-2026-1',
  owner: 'ann',
  reason: 'it is not called',
  expires: '2026-12-01',
  ...more,
});
/** The judgment of each finding: `fails`, `does not count`, or why it is tolerated. */
const taken = (one: ScanFinding, written: object = {}, around: Partial<ScanContext> = {}) => {
  const [judged] = judge([one], policy(written), { ...alone(now), ...around });
  return judged === undefined ? 'does not count' : (judged.tolerated?.by ?? 'fails');
};

describe('a finding', () => {
  it.each<[string, Partial<ScanFinding>, object, string]>([
    ['of a severity that counts', {}, {}, 'fails'],
    ['of another severity', { severity: 'medium' }, {}, 'does not count'],
    ['that nothing fixes', { fixed: '' }, {}, 'fails'],
    [
      'that nothing fixes, where only the fixable counts',
      { fixed: '' },
      { 'only-fixable': true },
      'does not count',
    ],
    [
      'that is a secret, where only the fixable counts',
      { kind: 'secret', fixed: '' },
      { 'only-fixable': true },
      'fails',
    ],
    ['under an exception', {}, { exceptions: [exception()] }, 'exception'],
    ['under an exception of another one', {}, { exceptions: [exception({ id: 'CVE-2026-2' })] }, 'fails'],
    ['under an exception of its image', {}, { exceptions: [exception({ image: 'shop' })] }, 'exception'],
    ['under an exception of another image', {}, { exceptions: [exception({ image: 'worker' })] }, 'fails'],
    [
      'under an exception of its package',
      {},
      { exceptions: [exception({ package: 'lodash' })] },
      'exception',
    ],
    [
      'under an exception of another package',
      {},
      { exceptions: [exception({ package: 'lodash-es' })] },
      'fails',
    ],
    [
      'that is a secret under an exception of its file',
      { kind: 'secret', id: 'aws', package: '/app/.env:3' },
      { exceptions: [exception({ id: 'aws', package: '/app/.env' })] },
      'exception',
    ],
    [
      'that is a misconfiguration',
      { kind: 'misconfiguration', fixed: '' },
      { 'only-fixable': true },
      'fails',
    ],
    ['within its time of grace', {}, { grace: '7d' }, 'grace'],
    ['after its time of grace', {}, { grace: '5d' }, 'fails'],
    ['without a date', { published: undefined as never }, { grace: '7d' }, 'fails'],
    ['that is a secret within a time of grace', { kind: 'secret' }, { grace: '7d' }, 'fails'],
  ])('is judged: %s', (_, over, written, expected) => {
    expect(taken(finding(over), written)).toBe(expected);
  });

  it.each([
    ['the last moment before', '2026-11-30T23:59:59.999Z', 'exception'],
    ['the first moment of', '2026-12-01T00:00:00Z', 'fails'],
  ])('fails again on the expiry date of its exception: %s', (_, at, expected) => {
    expect(taken(finding(), { exceptions: [exception()] }, { now: new Date(at) })).toBe(expected);
  });

  it('with an expired exception names its owner', () => {
    const verdict = gate(
      [finding()],
      policy({ exceptions: [exception({ expires: '2026-11-01' })] }),
      alone(now),
    );
    expect(verdict.reason).toEqual(wording('4.17.12', 'shop', 'ann', '2026-11-01'));
  });

  it('counts from the end of its grace period', () => {
    const at = (moment: string) => taken(finding(), { grace: '2d' }, { now: new Date(moment) });
    expect(at('2026-11-21T23:59:59.999Z')).toBe('grace');
    expect(at('2026-11-22T00:00:00Z')).toBe('fails');
  });
});

describe('compared with what is deployed', () => {
  const deployed = new Map([['shop', new Set([sameKey(finding())])]]);
  const compare = { compare: 'deployed' };

  it.each<[string, Partial<ScanFinding>, object, string]>([
    ['the same finding', {}, compare, 'deployed'],
    ['another version of its package', { version: '4.17.5' }, compare, 'deployed'],
    [
      'a misconfiguration, wherever its line is by now',
      { kind: 'misconfiguration', package: 'lodash:9' },
      compare,
      'deployed',
    ],
    ['another finding of the package', { id: 'CVE-2026-2' }, compare, 'fails'],
    ['another package', { package: 'lodash-es' }, compare, 'fails'],
    ['another image', { image: 'worker' }, compare, 'fails'],
    ['a secret, be it as old as it may', { kind: 'secret' }, compare, 'fails'],
    ['the same finding, where nothing is compared', {}, {}, 'fails'],
  ])('is judged: %s', (_, over, written, expected) => {
    expect(taken(finding(over), written, { deployed })).toBe(expected);
  });

  it('only tolerates findings of the deployed image, for any findings', () => {
    const some = fc.record({
      id: fc.constantFrom('CVE-1', 'CVE-2', 'CVE-3'),
      package: fc.constantFrom('a', 'b'),
      severity: fc.constantFrom('critical' as const, 'low' as const),
      kind: fc.constantFrom('vulnerability' as const, 'secret' as const),
    });
    fc.assert(
      fc.property(fc.array(some), fc.array(some), (before, after) => {
        const known = new Set(before.map(each => sameKey(finding(each))));
        const { failing } = gate(after.map(finding), policy(compare), {
          ...alone(now),
          deployed: new Map([['shop', known]]),
        });
        const expected = after.filter(
          each =>
            each.severity === 'critical' && (each.kind === 'secret' || !known.has(sameKey(finding(each)))),
        );
        expect(failing).toHaveLength(expected.length);
      }),
    );
  });
});

describe('an OpenVEX document', () => {
  const statement = (more: object = {}) => ({
    vulnerability: { name: 'CVE-2026-1' },
    products: [{ '@id': 'pkg:npm/lodash@4.17.4' }],
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
    ...more,
  });
  const document = (...statements: object[]) =>
    JSON.stringify({ '@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'x', author: 'ann', statements });
  const vex = (...statements: object[]) => parseVex(document(...statements), 'shop.openvex.json');
  const oci = (rest: string, subcomponents?: object[]) =>
    statement({ products: [{ '@id': `pkg:oci/${rest}`, ...(subcomponents && { subcomponents }) }] });
  const lodash = [{ '@id': 'pkg:npm/lodash' }];

  it.each<[string, object[], string]>([
    ['about the package', [statement()], 'vex'],
    ['about every version of it', [statement({ products: [{ '@id': 'pkg:npm/lodash' }] })], 'vex'],
    [
      'by its identifier',
      [statement({ products: [{ '@id': 'x', identifiers: { purl: 'pkg:npm/lodash' } }] })],
      'vex',
    ],
    ['about another version', [statement({ products: [{ '@id': 'pkg:npm/lodash@4.17.5' }] })], 'fails'],
    ['about another package', [statement({ products: [{ '@id': 'pkg:npm/lodash-es@4.17.4' }] })], 'fails'],
    [
      'about the same name elsewhere',
      [statement({ products: [{ '@id': 'pkg:pypi/lodash@4.17.4' }] })],
      'fails',
    ],
    ['about another vulnerability', [statement({ vulnerability: { name: 'CVE-2026-2' } })], 'fails'],
    ['by an alias', [statement({ vulnerability: { name: 'GHSA-1', aliases: ['CVE-2026-1'] } })], 'vex'],
    [
      'IN 6: by the address of the vulnerability alone',
      [statement({ vulnerability: { '@id': 'https://nvd.nist.gov/vuln/detail/CVE-2026-1' } })],
      'vex',
    ],
    ['about the image', [oci('shop')], 'vex'],
    ['about the image by its digest', [oci(`shop@${encodeURIComponent(digest)}`)], 'vex'],
    ['about another digest', [oci(`shop@sha256%3A${'b'.repeat(64)}`)], 'fails'],
    ['about the image in its repository', [oci('shop?repository_url=ghcr.io/acme/shop')], 'vex'],
    ['about the image in another one', [oci('shop?repository_url=ghcr.io/other/shop')], 'fails'],
    ['about another image', [oci('worker')], 'fails'],
    ['about a package in the image', [oci('shop', lodash)], 'vex'],
    ['about another package in it', [oci('shop', [{ '@id': 'pkg:npm/minimist' }])], 'fails'],
    ['that it is fixed', [statement({ status: 'fixed' })], 'vex'],
    ['that it is affected', [statement({ status: 'affected' })], 'fails'],
    ['that it is under investigation', [statement({ status: 'under_investigation' })], 'fails'],
    ['one thing and later another', [statement(), statement({ status: 'affected' })], 'fails'],
    ['one thing and later the opposite', [statement({ status: 'affected' }), statement()], 'vex'],
  ])('is respected: %s', (_, statements, expected) => {
    expect(taken(finding(), {}, { vex: vex(...statements) })).toBe(expected);
  });

  const text: Partial<ScanFinding> = {
    package: 'golang.org/x/text',
    version: 'v0.14.0',
    occurrences: [
      {
        platform: 'linux/amd64',
        purl: 'pkg:golang/golang.org/x/text@v0.14.0',
        application: 'pkg:golang/example.com/acme/shop',
      },
    ],
  };
  const inProgram = (product: string, ...parts: string[]) =>
    statement({ products: [{ '@id': product, subcomponents: parts.map(part => ({ '@id': part })) }] });

  it.each<[string, object, string]>([
    ['a module in it', inProgram('pkg:golang/example.com/acme/shop', 'pkg:golang/golang.org/x/text'), 'vex'],
    ['its modules', inProgram('pkg:golang/example.com/acme/shop'), 'vex'],
    ['its module in capitals', inProgram('pkg:golang/Example.com/Acme/Shop'), 'vex'],
    ['another module in it', inProgram('pkg:golang/example.com/acme/shop', 'pkg:golang/x.org/net'), 'fails'],
    ['a version that it does not have', inProgram('pkg:golang/example.com/acme/shop@v1.0.0'), 'fails'],
    ['another program', inProgram('pkg:golang/example.com/other', 'pkg:golang/golang.org/x/text'), 'fails'],
    ['a part of the module', inProgram('pkg:golang/golang.org/x/text', 'pkg:golang/x.org/net'), 'fails'],
  ])('IN 6: about a program covers what is in it: %s', (_, said, expected) => {
    expect(taken(finding(text), {}, { vex: vex(said) })).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['the distribution', 'pkg:deb/debian/libc6?distro=debian-12.1', 'vex'],
    ['another distribution', 'pkg:deb/debian/libc6?distro=debian-11', 'fails'],
    ['two, one of which is another', 'pkg:deb/debian/libc6?arch=arm64&distro=debian-12.1', 'fails'],
    ['one that the package does not have', 'pkg:deb/debian/libc6?epoch=1', 'fails'],
    ['the architecture of the image', 'pkg:oci/shop?arch=amd64', 'vex'],
    ['another architecture', 'pkg:oci/shop?arch=arm64', 'fails'],
    ['a tag, which says nothing of the digest', 'pkg:oci/shop?tag=1.0', 'fails'],
    ['a tag beside the digest', `pkg:oci/shop@${encodeURIComponent(digest)}?tag=1.0`, 'vex'],
    ['something unknown', 'pkg:oci/shop?customer=acme', 'fails'],
  ])('compares the qualifiers of a purl: %s', (_, product, expected) => {
    const libc = finding(onPlatforms('pkg:deb/debian/libc6@2.36-9%2Bdeb12u1?arch=amd64&distro=debian-12.1'));
    expect(taken(libc, {}, { vex: vex(statement({ products: [{ '@id': product }] })) })).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    ['a part of it', 'pkg:npm/lodash#fp', '', 'fails'],
    ['a part of the image', 'pkg:oci/shop#usr/lib', '', 'fails'],
    ['the part that it is', 'pkg:npm/lodash#fp', '#fp', 'vex'],
    ['another part', 'pkg:npm/lodash#fp', '#es', 'fails'],
    ['all of it', 'pkg:npm/lodash', '#fp', 'vex'],
  ])('compares the subpath of a purl: %s', (_, product, own, expected) => {
    const lodash = finding(onPlatforms(`pkg:npm/lodash@4.17.4${own}`));
    const products = [{ '@id': product }];
    expect(taken(lodash, {}, { vex: vex(statement({ products })) })).toBe(expected);
    const affected = statement({ products: [{ '@id': 'pkg:npm/lodash#other' }], status: 'affected' });
    expect(taken(lodash, {}, { vex: vex(statement({ products }), affected) })).toBe('fails');
  });

  it.each<[string, (object | string)[], string]>([
    ['all', ['pkg:deb/debian/libc6'], 'vex'],
    ['the last one only', ['pkg:deb/debian/libc6?arch=arm64'], 'fails'],
    ['the first one only', ['pkg:deb/debian/libc6?arch=amd64'], 'fails'],
    ['each by itself', ['pkg:deb/debian/libc6?arch=amd64', 'pkg:deb/debian/libc6?arch=arm64'], 'vex'],
    ['the image of one', ['pkg:oci/shop?arch=arm64'], 'fails'],
    [
      'all, and that one is affected',
      [
        'pkg:deb/debian/libc6',
        statement({ status: 'affected', products: [{ '@id': 'pkg:oci/shop?arch=arm64' }] }),
      ],
      'fails',
    ],
  ])('must cover each platform of a finding: %s', (_, said, expected) => {
    const own = ['amd64', 'arm64'].map(arch => `pkg:deb/debian/libc6@2.36?arch=${arch}&distro=debian-12.1`);
    const statements = said.map(each =>
      typeof each === 'string' ? statement({ products: [{ '@id': each }] }) : each,
    );
    expect(taken(finding(onPlatforms(...own)), {}, { vex: vex(...statements) })).toBe(expected);
  });

  it('IN 6: identifies a vulnerability by the name that GitHub gave it', () => {
    const vulnerability = { name: 'GHSA-jf85-cpcp-j695' };
    const said = vex(statement({ vulnerability }));
    expect(taken(finding({ aliases: ['GHSA-jf85-cpcp-j695'] }), {}, { vex: said })).toBe('vex');
    expect(taken(finding({ aliases: ['GHSA-2'] }), {}, { vex: said })).toBe('fails');
  });

  it('orders statements by their time, or that of the document, and not by their place', () => {
    const before = { timestamp: '2026-01-01T00:00:00Z' };
    const after = { timestamp: '2026-02-01T00:00:00Z' };
    const judged = (time: object, ...statements: object[]) => {
      const text = JSON.stringify({ ...JSON.parse(document(...statements)), ...time });
      return taken(finding(), {}, { vex: parseVex(text, 'shop.openvex.json') });
    };
    const affected = { status: 'affected' };
    expect(judged({}, statement({ ...affected, ...after }), statement(before))).toBe('fails');
    expect(judged({}, statement(after), statement({ ...affected, ...before }))).toBe('vex');
    expect(judged(after, statement(affected), statement(before))).toBe('fails');
    expect(judged(before, statement(), statement(affected))).toBe('fails');
    expect(judged({ timestamp: 'yesterday' }, statement(affected), statement())).toBe('vex');
    expect(judged({}, statement(before), statement(affected))).toBe('fails');
  });

  it('does not apply to secrets', () => {
    expect(taken(finding({ kind: 'secret' }), {}, { vex: vex(oci('shop')) })).toBe('fails');
  });

  it('matches names as purls encode them', () => {
    const scoped = finding(onPlatforms('pkg:npm/%40acme/ui@1.0.0'));
    const said = vex(statement({ products: [{ '@id': 'pkg:npm/@acme/ui@1.0.0' }] }));
    expect(taken(scoped, {}, { vex: said })).toBe('vex');
    const debian = finding(
      onPlatforms('pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12.5'),
    );
    const about = vex(statement({ products: [{ '@id': 'pkg:deb/debian/libssl3?distro=debian-12.5' }] }));
    expect(taken(debian, {}, { vex: about })).toBe('vex');
  });

  it('IN 6: is reported to have no effect when no statement is about a finding', () => {
    const notes = (...statements: object[]) =>
      gate([finding()], policy(), { ...alone(now), vex: vex(...statements) }).notes;
    expect(notes(statement())).toEqual([]);
    const inert = statement({ products: [{ '@id': 'pkg:golang/example.com/shop' }] });
    expect(notes(inert, inert)).toEqual([wording('shop.openvex.json', '2')]);
    expect(notes(inert, statement())).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'x', wording()],
    ['a document of another kind', '{"spdxVersion": "SPDX-2.3"}', wording()],
    ['no document', '[]', wording()],
    ['no statements', '{"@context": "https://openvex.dev/ns"}', wording()],
    ['no vulnerability', document(statement({ vulnerability: {} })), wording('1')],
    ['an unknown status', document(statement(), statement({ status: 'fine' })), wording('2')],
    ['no products', document(statement({ products: [] })), wording('1')],
    ['a product that cannot be read', document(statement({ products: [{}] })), wording('1')],
    ['a part that cannot be read', document(oci('shop', [{}])), wording('1')],
    ['no reason', document(statement({ justification: undefined })), wording()],
    ['an empty reason', document(statement({ justification: '' })), wording()],
    ['a blank reason', document(statement({ justification: ' ', impact_statement: null })), wording()],
  ])('is refused: %s', (_, text, sentence) => {
    expect(() => parseVex(text, 'shop.openvex.json')).toThrow(sentence);
  });
});

describe('a tolerated finding', () => {
  it('is reported with its reason', () => {
    const said = (written: object, around: Partial<ScanContext> = {}) => {
      const { tolerated, verdict, reason } = gate([finding()], policy(written), { ...alone(now), ...around });
      expect([verdict, reason]).toEqual(['pass', '']);
      return tolerated.map(each => toleranceOf(each.tolerated!));
    };
    expect(said({ exceptions: [exception()] })).toEqual([wording('ann', '2026-12-01', 'it is not called')]);
    expect(said({ grace: '7d' })).toEqual([wording('2026-11-27 00:00')]);
    const deployed = new Map([['shop', new Set([sameKey(finding())])]]);
    expect(said({ compare: 'deployed' }, { deployed })).toEqual([wording()]);
  });

  it('is noted when its exception expires soon; so is one that matches no finding', () => {
    const notes = (...exceptions: object[]) => gate([finding()], policy({ exceptions }), alone(now)).notes;
    expect(notes(exception())).toEqual([wording('CVE-2026-1', 'ann', '2026-12-01')]);
    expect(notes(exception({ expires: '2027-12-01' }))).toEqual([]);
    expect(notes(exception({ id: 'CVE-2026-2' }))).toEqual([wording('CVE-2026-2', 'ann', 'slipway.yml')]);
    const partly = { ...alone(now), scanned: () => false };
    expect(gate([], policy({ exceptions: [exception()] }), partly).notes).toEqual([]);
  });
});
