import { describe, expect, it } from 'vitest';
import type { ScanFinding } from '../../src/scan/findings.ts';
import { parseVex, statementFor, type VexFileStatement } from '../../src/scan/vex.ts';
import { wording } from '../wording.ts';

/** The statements of formats other than OpenVEX, which judge.test.ts covers. */

const digest = `sha256:${'a'.repeat(64)}`;
const lodash: ScanFinding = {
  image: 'shop',
  reference: `ghcr.io/acme/shop@${digest}`,
  kind: 'vulnerability',
  id: 'CVE-2026-1',
  severity: 'critical',
  package: 'lodash',
  version: '4.17.4',
  fixed: '',
  occurrences: [{ platform: 'linux/amd64', purl: 'pkg:npm/lodash@4.17.4' }],
  title: '',
};
const said = (document: object): readonly VexFileStatement[] =>
  parseVex(JSON.stringify(document), 'shop.vex.json');
const heard = (document: object) => {
  const found = statementFor(lodash, said(document));
  return found && { status: found.status, reason: found.reason };
};

describe('a CycloneDX VEX', () => {
  const vulnerability = (more: object = {}) => ({
    id: 'CVE-2026-1',
    analysis: {
      state: 'not_affected',
      justification: 'code_not_reachable',
      detail: 'only templates of ours',
    },
    affects: [{ ref: 'lodash' }],
    ...more,
  });
  const document = (...vulnerabilities: object[]) => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { 'bom-ref': 'shop', purl: 'pkg:oci/shop' } },
    components: [
      { 'bom-ref': 'outer', components: [{ 'bom-ref': 'lodash', purl: 'pkg:npm/lodash@4.17.4' }] },
    ],
    vulnerabilities,
  });

  it.each([
    ['not_affected', 'not_affected'],
    ['false_positive', 'not_affected'],
    ['resolved', 'fixed'],
    ['resolved_with_pedigree', 'fixed'],
    ['exploitable', 'affected'],
    ['in_triage', 'under_investigation'],
  ])('maps %s to %s', (state, status) => {
    expect(heard(document(vulnerability({ analysis: { state } })))?.status).toBe(status);
  });

  it('gives the reason of its author, else its label', () => {
    expect(heard(document(vulnerability()))?.reason).toBe('only templates of ours');
    const analysis = { state: 'not_affected', justification: 'code_not_reachable' };
    expect(heard(document(vulnerability({ analysis })))?.reason).toBe('code not reachable');
  });

  it.each([
    ['a component of it', 'lodash', true],
    ['the image that it describes', 'shop', true],
    ['a purl', 'pkg:npm/lodash@4.17.4', true],
    ['a purl without a version', 'pkg:npm/lodash', true],
    ['another version', 'pkg:npm/lodash@4.17.5', false],
    [
      'a BOM-Link to a purl',
      'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Anpm%2Flodash%404.17.4',
      true,
    ],
    ['a BOM-Link to another', 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Anpm%2Fminimist', false],
  ])('is about %s', (_, ref, expected) => {
    expect(heard(document(vulnerability({ affects: [{ ref }] }))) !== undefined).toBe(expected);
  });

  it('with versions covers those that it names as unaffected', () => {
    const of = (...versions: object[]) =>
      heard(document(vulnerability({ affects: [{ ref: 'pkg:npm/lodash', versions }] })));
    expect(of({ version: '4.17.4', status: 'unaffected' })?.status).toBe('not_affected');
    expect(of({ version: '4.17.5', status: 'unaffected' })).toBeUndefined();
    expect(of({ version: '4.17.4', status: 'affected' })).toBeUndefined();
    expect(of({ range: 'vers:npm/<5', status: 'unaffected' })).toBeUndefined();
    const scoped = document(
      vulnerability({
        affects: [
          { ref: 'pkg:npm/%40acme/ui@1.0.0?a=b', versions: [{ version: '1.0+1', status: 'unaffected' }] },
        ],
      }),
    );
    expect(said(scoped)[0]?.products[0]?.purl).toBe('pkg:npm/%40acme/ui@1.0%2B1?a=b');
  });

  it('with affected versions replaces an earlier statement', () => {
    const before = vulnerability();
    const after = (versions: object[]) =>
      vulnerability({ analysis: { state: 'exploitable' }, affects: [{ ref: 'pkg:npm/lodash', versions }] });
    const status = (versions: object[]) => heard(document(before, after(versions)))?.status;
    expect(status([{ version: '4.17.4', status: 'affected' }])).toBe('affected');
    expect(status([{ version: '4.17.4' }])).toBe('affected');
    expect(status([{ range: 'vers:npm/<5', status: 'affected' }])).toBe('affected');
    expect(status([{ version: '4.17.4', status: 'unaffected' }])).toBe('not_affected');
    expect(status([{ version: '4.17.5', status: 'affected' }])).toBe('not_affected');
  });

  it('identifies a vulnerability by its references', () => {
    const references = [{ id: 'CVE-2026-1', source: { name: 'NVD' } }];
    expect(heard(document(vulnerability({ id: 'GHSA-1', references })))?.status).toBe('not_affected');
  });

  it('skips vulnerabilities without an analysis', () => {
    const { analysis: _, ...plain } = vulnerability();
    expect(said(document(plain, vulnerability()))).toHaveLength(1);
  });

  it.each<[string, object[], RegExp]>([
    ['no analysis', [], wording()],
    ['another state', [vulnerability({ analysis: { state: 'fine' } })], wording('fine', 'CVE-2026-1')],
    ['no id', [vulnerability({ id: undefined })], wording()],
    ['nothing affected', [vulnerability({ affects: [] })], wording('CVE-2026-1')],
    ['an unknown component', [vulnerability({ affects: [{ ref: 'x' }] })], wording('x')],
  ])('is refused: %s', (_, vulnerabilities, sentence) => {
    expect(() => said(document(...vulnerabilities))).toThrow(sentence);
  });
});

describe('a CSAF VEX', () => {
  const product = (id: string, purl?: string) => ({
    product_id: id,
    name: id,
    ...(purl === undefined ? {} : { product_identification_helper: { purl } }),
  });
  const tree = {
    full_product_names: [product('SHOP', 'pkg:oci/shop'), product('OTHER', 'pkg:oci/other')],
    branches: [
      {
        category: 'vendor',
        name: 'acme',
        branches: [
          {
            category: 'product_version',
            name: '4.17.4',
            product: product('LODASH', 'pkg:npm/lodash@4.17.4'),
          },
          { category: 'product_name', name: 'a device', product: product('DEVICE') },
        ],
      },
    ],
    relationships: ['SHOP', 'OTHER'].map(whole => ({
      category: 'default_component_of',
      product_reference: 'LODASH',
      relates_to_product_reference: whole,
      full_product_name: product(`${whole}:LODASH`),
    })),
  };
  const document = (status: object, more: object = {}) => ({
    document: { category: 'csaf_vex', csaf_version: '2.0', title: 'x' },
    product_tree: tree,
    vulnerabilities: [{ cve: 'CVE-2026-1', product_status: status, ...more }],
  });

  it.each([
    ['known_not_affected', 'not_affected'],
    ['fixed', 'fixed'],
    ['first_fixed', 'fixed'],
    ['known_affected', 'affected'],
    ['under_investigation', 'under_investigation'],
    ['recommended', undefined],
  ])('maps %s to %s', (name, status) => {
    expect(heard(document({ [name]: ['LODASH'] }))?.status).toBe(status);
  });

  it.each([
    ['a package', 'LODASH', true],
    ['an image', 'SHOP', true],
    ['another image', 'OTHER', false],
    ['a package in the image', 'SHOP:LODASH', true],
    ['a package in another image', 'OTHER:LODASH', false],
    ['a product without a purl', 'DEVICE', false],
    ['a product that is not in the tree', 'NOBODY', false],
  ])('is about %s', (_, id, expected) => {
    expect(heard(document({ known_not_affected: [id] })) !== undefined).toBe(expected);
  });

  it.each([
    ['a package in a component of the image', ['UI', 'SHOP'], ['LODASH', 'FIRST']],
    ['a component of the image that has the package', ['LODASH', 'UI'], ['FIRST', 'SHOP']],
  ])('does not tolerate %s, but revokes a tolerance', (_, one, two) => {
    const relation = (id: string, [part, whole]: string[]) => ({
      category: 'default_component_of',
      product_reference: part,
      relates_to_product_reference: whole,
      full_product_name: product(id),
    });
    const product_tree = {
      ...tree,
      full_product_names: [...tree.full_product_names, product('UI', 'pkg:npm/ui')],
      relationships: [relation('FIRST', one), relation('NESTED', two)],
    };
    const of = (status: object) => heard({ ...document(status), product_tree })?.status;
    expect(of({ known_not_affected: ['NESTED'] })).toBeUndefined();
    expect(of({ fixed: ['NESTED'] })).toBeUndefined();
    expect(of({ known_not_affected: ['LODASH'], known_affected: ['NESTED'] })).toBe('affected');
  });

  it('gives the reason for the same product', () => {
    const flags = [{ label: 'vulnerable_code_not_present', product_ids: ['LODASH'] }];
    expect(heard(document({ known_not_affected: ['LODASH'] }, { flags }))?.reason).toBe(
      'vulnerable code not present',
    );
    const threats = [
      { category: 'impact', details: 'of another', product_ids: ['SHOP'] },
      { category: 'exploit_status', details: 'none', product_ids: ['LODASH'] },
      { category: 'impact', details: 'never called', product_ids: ['LODASH'] },
    ];
    expect(heard(document({ known_not_affected: ['LODASH'] }, { flags, threats }))?.reason).toBe(
      'never called',
    );
    expect(heard(document({ known_not_affected: ['LODASH'] }))?.reason).toBe('not_affected');
  });

  it('identifies a vulnerability by its ids', () => {
    const ids = [{ system_name: 'x', text: 'CVE-2026-1' }];
    expect(heard(document({ fixed: ['LODASH'] }, { cve: undefined, ids }))?.status).toBe('fixed');
  });

  it.each<[string, object, RegExp]>([
    ['no vulnerabilities', { vulnerabilities: [] }, wording()],
    ['no purl', { product_tree: { full_product_names: [product('X')] } }, wording()],
  ])('is refused: %s', (_, more, sentence) => {
    expect(() => said({ ...document({ fixed: ['LODASH'] }), ...more })).toThrow(sentence);
  });
});
