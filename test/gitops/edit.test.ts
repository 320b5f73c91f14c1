import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { changesOf, withChanges } from '../../src/gitops/edit.ts';
import { changedBy, haveDigests } from '../../src/gitops/session.ts';
import { UserError } from '../../src/toolkit/errors.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const images = { shop: { repository: 'ghcr.io/acme/shop', digest: digest('a') } };
type File = Parameters<typeof changesOf>[1];
const edited = (text: string, file: File, wanted: typeof images = images) =>
  withChanges(text, changesOf(text, file, wanted));
const refusal = (text: string, file: File, wanted: Parameters<typeof changesOf>[2] = images) => {
  try {
    changesOf(text, file, wanted);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('a kustomization', () => {
  const file = 'apps/shop/kustomization.yaml';

  it('gets the digest where the tag was, and keeps comments', () => {
    const text = `resources: [deploy.yaml]  # ours
images:
  # the shop
  - name: shop           # as in deploy.yaml
    newName: "ghcr.io/acme/shop"
    newTag: '1.2.3'      # set by CI
  - name: ghcr.io/other/app
    newTag: v1
`;
    expect(edited(text, file)).toBe(text.replace("newTag: '1.2.3'", `digest: ${digest('a')}`));
  });

  it('gets another digest in the quotes of the old one', () => {
    const text = `images:\n- {name: ghcr.io/acme/shop, digest: "${digest('c')}"}\n`;
    expect(edited(text, file)).toBe(text.replace(digest('c'), digest('a')));
  });

  it('gets a digest below the name, or in the same line of a flow map', () => {
    expect(edited('images:\r\n- name: ghcr.io/acme/shop # ours\r\n- name: x\r\n', file)).toBe(
      `images:\r\n- name: ghcr.io/acme/shop # ours\r\n  digest: ${digest('a')}\r\n- name: x\r\n`,
    );
    expect(edited('images: [{name: ghcr.io/acme/shop}]', file)).toBe(
      `images: [{name: ghcr.io/acme/shop, digest: ${digest('a')}}]`,
    );
    expect(edited('images:\n- name: ghcr.io/acme/shop\n  digest:\n', file)).toBe(
      `images:\n- name: ghcr.io/acme/shop\n  digest: ${digest('a')}\n`,
    );
  });

  it.each([
    ['newTag: # set by CI', `digest: ${digest('a')} # set by CI`],
    ['digest: # set by CI', `digest: ${digest('a')} # set by CI`],
  ])('gets a digest where only a comment is: %s', (before, after) => {
    const text = `images:\n- name: ghcr.io/acme/shop\n  ${before}\n- name: x\n`;
    expect(edited(text, file)).toBe(text.replace(before, after));
  });

  it.each([
    ['no entry', 'images:\n- name: ghcr.io/acme/cart\n', 'has no image of slipway.yml under `images:`'],
    ['no list', 'resources: [a.yaml]\n', '- name: ghcr.io/acme/shop'],
    [
      'a tag beside the digest',
      `images:\n- name: ghcr.io/acme/shop\n  newTag: v1\n  digest: ${digest('c')}\n`,
      ':3: `newTag`',
    ],
    ['a suffix', 'images:\n- name: ghcr.io/acme/shop\n  tagSuffix: -x\n', ':3: `tagSuffix`'],
    [
      'two entries',
      'images:\n- name: ghcr.io/acme/shop\n- name: s\n  newName: ghcr.io/acme/shop\n',
      ':3: is a second entry',
    ],
    ['an anchor', 'images:\n- name: ghcr.io/acme/shop\n  newTag: &v v1\n', ':3: the value has the anchor &v'],
    ['an alias', 'x: &v v1\nimages:\n- name: ghcr.io/acme/shop\n  newTag: *v\n', ':4: the value is an alias'],
    ['a block', 'images:\n- name: ghcr.io/acme/shop\n  newTag: |\n    v1\n', ':3: the value is a block'],
    ['a syntax error', 'images:\n- name: "x\n', 'is not YAML'],
    ['two documents', 'images: []\n---\na: 1\n', 'has more than one document'],
  ])('is refused with its line for %s', (_, text, sentence) => {
    expect(refusal(text, file)).toContain(`${file}`);
    expect(refusal(text, file)).toContain(sentence);
  });

  it('has no image whose name is no reference, though slipway.yml has the same text', () => {
    const wanted = { shop: { repository: 'ghcr.io/ACME/shop', digest: digest('a') } };
    const sentence = 'has no image of slipway.yml';
    expect(refusal('images:\n- name: ghcr.io/ACME/shop\n', file, wanted)).toContain(sentence);
  });
});

describe('manifests', () => {
  const file = 'deploy/all.yaml';
  const text = `# Everything.
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      initContainers:
        - {name: migrate, image: 'ghcr.io/acme/shop:1.0'}   # same image
      containers:
      - name: shop
        image: ghcr.io/acme/shop:1.0@${digest('c')} # old
      - name: proxy
        image: "envoy:v1"
---
kind: CronJob
spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: ghcr.io/acme/shop}]}}}}}
`;

  it('get the digest in every container of the repository, in all documents', () => {
    const expected = text
      .replace("'ghcr.io/acme/shop:1.0'", `'ghcr.io/acme/shop@${digest('a')}'`)
      .replace(`shop:1.0@${digest('c')}`, `shop@${digest('a')}`)
      .replace('image: ghcr.io/acme/shop}', `image: ghcr.io/acme/shop@${digest('a')}}`);
    expect(edited(text, file)).toBe(expected);
  });

  it('follow an anchor, because all that uses it runs the same image', () => {
    const anchored = 'spec:\n  containers:\n  - image: &i ghcr.io/acme/shop:1\n  - image: *i\n';
    expect(edited(anchored, file)).toBe(anchored.replace('shop:1', `shop@${digest('a')}`));
  });

  it('keep the name as it is written', () => {
    const hub = { web: { repository: 'docker.io/library/nginx', digest: digest('a') } };
    const short = 'spec: {containers: [{image: "nginx:1"}]}';
    expect(withChanges(short, changesOf(short, file, hub))).toBe(
      `spec: {containers: [{image: "nginx@${digest('a')}"}]}`,
    );
  });

  it('are refused when no container has the image, or they are a template', () => {
    expect(refusal('kind: Service\n', file)).toContain('deploy/all.yaml: has no container with the image');
    expect(refusal('a: 1\nb: {{ .Values.x }}\nc: [\n', file)).toMatch(/all\.yaml:\d+: is not YAML/);
  });
});

describe('values of Helm', () => {
  const text = `image:
  repository: ghcr.io/acme/shop # ours
  tag: "1.2.3"
  digest: ""
  ref: ghcr.io/acme/shop:1
  empty:
`;
  it.each([
    ['digest', 'image.digest', `digest: "${digest('a')}"`, 'digest: ""'],
    ['tag', 'image.tag', `tag: "aaaaaaaaaaaa@${digest('a')}"`, 'tag: "1.2.3"'],
    ['reference', 'image.ref', `ref: ghcr.io/acme/shop@${digest('a')}`, 'ref: ghcr.io/acme/shop:1'],
    ['digest', 'image.empty', `empty: ${digest('a')}`, 'empty:'],
  ])('get a %s at %s', (form, path, after, before) => {
    expect(edited(text, { values: 'v.yaml', [form]: path } as File)).toBe(text.replace(before, after));
  });

  it.each([
    ['digest: # set by CI', `digest: ${digest('a')} # set by CI`],
    ['digest:    # set by CI', `digest:    ${digest('a')} # set by CI`],
    ['digest: !!str', `digest: !!str ${digest('a')}`],
    ['digest: !!str # set by CI', `digest: !!str ${digest('a')} # set by CI`],
    ['{digest: # set by CI\n  }', `{digest: ${digest('a')} # set by CI\n  }`],
  ])('get a digest where no text is: %s', (before, after) => {
    const text = `image:\n  ${before}\n`;
    const values = { values: 'v.yaml', digest: 'image.digest' } as File;
    expect(edited(text, values)).toBe(text.replace(before, after));
    expect(haveDigests(new Map([['v.yaml', edited(text, values)]]), [values], images)).toBe(true);
  });

  it('are refused when the path is missing, a map, or behind an alias', () => {
    const at = (path: string, of = text) => refusal(of, { values: 'v.yaml', digest: path } as File);
    expect(at('image.sha')).toContain('v.yaml: has no value `image.sha`');
    expect(at('image')).toContain('the value is not a text');
    expect(at('b.digest', 'a: &a {digest: x}\nb: *a\n')).toContain(
      'v.yaml:2: `b.digest` leads through an alias',
    );
  });
});

describe('a release', () => {
  it('is refused where its digest would not be found again, because it could not be reverted', () => {
    const file = 'kustomization.yaml';
    const folded = 'images:\n- name: >-\n    ghcr.io/acme/shop\n- name: x\n';
    expect(() => changedBy(new Map([[file, folded]]), [file], images)).toThrow(`${file} was not changed`);
  });
});

/** A file with comments, quotes, line ends and other entries at random. */
const kustomizations = fc
  .record({
    newline: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    indent: fc.constantFrom('', '  ', '    '),
    comment: fc.constantFrom('', ' # ours', '   # a: "b"'),
    quote: fc.constantFrom('', '"', "'"),
    value: fc.constantFrom('newTag', 'digest'),
    before: fc.integer({ min: 0, max: 3 }),
    after: fc.integer({ min: 0, max: 3 }),
    last: fc.boolean(),
  })
  .map(({ newline, bom, indent, comment, quote, value, before, after, last }) => {
    const others = (count: number, name: string) =>
      Array.from({ length: count }, (_, n) => [
        `${indent}- name: ${name}${n}${comment}`,
        `${indent}  newTag: "${n}"`,
      ]).flat();
    const old = value === 'digest' ? digest('c') : 'v1.2';
    return `${bom}${[
      'resources: [a.yaml]',
      'images:',
      ...others(before, 'x'),
      `${indent}- name: ghcr.io/acme/shop${comment}`,
      `${indent}  ${value}: ${quote}${old}${quote}${comment}`,
      ...others(after, 'y'),
      ...(last ? ['# the end', ''] : []),
    ].join(newline)}`;
  });

describe('an edit', () => {
  it('leaves every other byte, is stable, and can be taken back', () => {
    fc.assert(
      fc.property(kustomizations, text => {
        const changes = changesOf(text, 'kustomization.yaml', images);
        expect(changes).toHaveLength(1);
        const [{ start, end, text: put }] = changes as [(typeof changes)[0]];
        const after = withChanges(text, changes);
        expect(after).toBe(text.slice(0, start) + put + text.slice(end));
        expect(put).toMatch(/^(digest: )?(["']?)sha256:a{64}\2$/);
        const again = changesOf(after, 'kustomization.yaml', images);
        expect(withChanges(after, again)).toBe(after);
        const [document] = parseAllDocuments(after);
        const entries = document?.toJS().images as { name: string; digest?: string }[];
        expect(entries.find(({ name }) => name === 'ghcr.io/acme/shop')?.digest).toBe(digest('a'));
      }),
    );
  });
});
