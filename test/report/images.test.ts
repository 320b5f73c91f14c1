import { describe, expect, it } from 'vitest';
import { buildSummary, pushSummary } from '../../src/report/images.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import { parseDigest } from '../image/digest.ts';
import { wording } from '../wording.ts';

const digest = parseDigest(`sha256:${'a'.repeat(64)}`);
const built = {
  shop: {
    digest,
    place: { repository: 'ghcr.io/acme/shop-candidate' },
    inspected: {
      platforms: [
        { platform: 'linux/amd64', bytes: 45_078_975, layers: [] },
        { platform: 'linux/arm64', bytes: 1, layers: [] },
      ],
    },
    seconds: 12.34,
    steps: { total: 7, cached: 5 },
    bases: [{ base: 'base', digest, whole: true }],
  },
};

const none = { sizes: [], largest: [] };

describe('the summary of a build', () => {
  it('has sizes in bytes with their budgets, and the largest layers', () => {
    const sizes = [
      {
        image: 'shop',
        platform: 'linux/amd64',
        bytes: 1_100_001,
        most: 1_100_000,
        before: 1_000_000,
        grown: 1_100_000,
      },
      { image: 'shop', platform: 'linux/arm64', bytes: 900_000, before: 1_000_000 },
    ];
    const largest = [{ image: 'shop', platform: 'linux/amd64', digest, bytes: 2_000_000, known: true }];
    const text = buildSummary('shop', '1.4.2', { built }, { sizes, largest });
    expect(text).toContain(
      '| shop | linux/amd64 | 1,100,001 | 1,100,000 ❌ | 1,000,000 | +10.0 % (up to 1,100,000) ❌ |',
    );
    expect(text).toContain('| shop | linux/arm64 | 900,000 |  | 1,000,000 | −10.0 % |');
    expect(text).toContain('| shop | linux/amd64 | sha256:aaaaaaaaaaaa | 2.0 MB | yes |');
    expect(buildSummary('shop', '1.4.2', { built }, none)).not.toMatch(/budget|largest/);
  });

  it('has a row for each platform, and the proof of its base image', () => {
    const text = buildSummary('shop', '1.4.2', { built }, none);
    expect(text).toContain('### ✅ shop 1.4.2: built');
    expect(text).toContain(`| shop | ${shortDigests(digest)} | linux/amd64 | 45.1 MB | 12.3 s | 5 of 7 |`);
    expect(text.split('\n')).toContainEqual(wording(`| shop | base | ${shortDigests(digest)} |`));
  });

  it('says why the build failed, with the last lines of the step, which cannot leave their fence', () => {
    const tail = ['npm error', '```', '# heading', '````'];
    const text = buildSummary('shop', 'main', { built: {}, reason: 'it failed at *this* line', tail }, none);
    expect(text).toContain('### ❌ shop main: not built');
    expect(text).toContain('**Why:** it failed at \\*this\\* line');
    expect(text).toContain(`\`\`\`\`\`text\n${tail.join('\n')}\n\`\`\`\`\``);
  });
});

it('the summary of a push has image, digest, platforms, tags, blobs, and why a tag was not moved', () => {
  const attach = (type: string) => ({ subject: digest, digest, type });
  const shop = {
    from: 'build.example.com/shop-candidate',
    repository: 'ghcr.io/acme/shop',
    digest,
    copied: { present: 3, mounted: 0, uploaded: 4, bytes: 45_078_975, listed: false },
    attached: [attach('.sig'), attach('application/spdx+json'), attach('.sig'), attach('')],
    platforms: ['linux/amd64', 'linux/arm64'],
    references: [],
    tags: ['1.4.2', '1.4'],
    kept: [{ tag: 'latest', kind: 'kept', why: 'newer', reason: 'latest holds 2.0.0, and this is 1.4.2' }],
  } as const;
  expect(pushSummary('shop', { shop })).toBe(
    `### ✅ shop 1.4.2: pushed

| image | repository | digest | platforms | tags |
| --- | --- | --- | --- | --- |
| shop | ghcr.io/acme/shop | ${shortDigests(digest)} | linux/amd64, linux/arm64 | 1.4.2, 1.4 |

| image | from | blobs | copied attachments |
| --- | --- | --- | --- |
| shop | build.example.com/shop-candidate | 3 existed, 0 mounted, 4 uploaded (45.1 MB) | 2 × .sig, 1 × application/spdx+json, 1 × without a type |

| image | tag not moved | reason |
| --- | --- | --- |
| shop | latest | latest holds 2.0.0, and this is 1.4.2 |
`,
  );
});
