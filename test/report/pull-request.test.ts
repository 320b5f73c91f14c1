import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseResults, pullRequestComment } from '../../src/report/pull-request.ts';
import { rendered } from '../rendered.ts';
import { anyText } from './texts.ts';

const run = 'https://github.example/acme/shop/actions/runs/7';
const finding = (over: object = {}) => ({
  ...{ severity: 'critical', id: 'CVE-2026-1', package: 'lodash', version: '4.17.4', fixed: '4.17.12' },
  ...{ image: 'shop', fails: true, ...over },
});
const comparison = (over: object = {}) => ({
  ...{ compared: true, findings: [finding()], added: 1, solved: 0 },
  sizes: [{ image: 'shop', platform: 'linux/amd64', bytes: 52_000_000, before: 50_000_000 }],
  ...over,
});
const difference = (over: object = {}) => ({
  ...{ compared: true, note: '' },
  changes: [
    {
      ...{ environment: 'production', object: 'Deployment/shop', what: 'change', more: 0 },
      lines: ['- spec.replicas: 2', '+ spec.replicas: 3'],
    },
    { environment: 'production', object: 'ConfigMap/old', what: 'delete', lines: [], more: 0 },
  ],
  ...over,
});
interface Given {
  readonly result?: string;
  readonly outputs?: Record<string, string>;
}
const results = ({ test = {}, scan = {}, plan = {} }: { test?: Given; scan?: Given; plan?: Given } = {}) => {
  const job = (given: Given, outputs: Record<string, string>) => ({
    result: given.result ?? 'success',
    outputs: { reason: 'none', ...outputs, ...given.outputs },
  });
  return parseResults(
    JSON.stringify({
      test: job(test, { passed: '40', failed: '0', skipped: '2' }),
      scan: job(scan, { comparison: JSON.stringify(comparison()), policy: '{"error":0,"warning":1}' }),
      plan: job(plan, { difference: JSON.stringify(difference()), policy: '{"error":0,"warning":2}' }),
    }),
  )!;
};
const comment = (given = results()) => pullRequestComment(given, { run });

describe('the comment in a pull request', () => {
  it('says what a release changes, what is newly vulnerable, and what got bigger', () => {
    expect(comment()).toMatchInlineSnapshot(`
      "### ✅ Tests, scan and plan pass

      #### What a release changes

      In \`production\`:

      - \`Deployment/shop\`: changed
      - \`ConfigMap/old\`: no longer in the manifests

      <details><summary>The fields that change</summary>

      \`\`\`diff
      # Deployment/shop
      - spec.replicas: 2
      + spec.replicas: 3
      \`\`\`

      </details>

      #### 1 new finding in the images

      | severity | finding | in | remedy | image | fails |
      | --- | --- | --- | --- | --- | --- |
      | \`critical\` | \`CVE-2026-1\` | \`lodash 4.17.4\` | fixed in \`4.17.12\` | \`shop\` | yes |

      #### Image size

      | image | platform | compressed | change |
      | --- | --- | --- | --- |
      | \`shop\` | \`linux/amd64\` | 52.0 MB | +2.0 MB (4.0 %) |

      Tests: 40 passed, 0 failed, 2 skipped. Policy: 0 errors, 3 warnings. [The run](https://github.example/acme/shop/actions/runs/7) has the rest."
    `);
  });

  it('begins with what must be fixed, and how', () => {
    const text = comment(
      results({
        scan: { result: 'failure', outputs: { reason: 'critical CVE-2026-1 in lodash' } },
        plan: { result: 'cancelled' },
      }),
    );
    expect(text.split('\n').slice(0, 4)).toEqual([
      '### ❌ Before this can be merged',
      '',
      expect.stringMatching(/^- \*\*scan\*\* failed: `critical CVE-2026-1 in lodash`\. Update /),
      '- **plan** has no result (`cancelled`).',
    ]);
  });

  it('says that there is nothing to compare with', () => {
    const text = comment(
      results({
        scan: {
          outputs: { comparison: JSON.stringify(comparison({ compared: false, findings: [], added: 0 })) },
        },
        plan: {
          outputs: {
            difference: JSON.stringify(difference({ compared: false, note: 'no slipway.yml', changes: [] })),
          },
        },
      }),
    );
    expect(text).toContain('There is no scan of the base branch to compare with.');
    expect(text).toContain('not compared with the base: `no slipway.yml`');
  });

  it('leaves out what a job did not say, or what is not written by our actions', () => {
    const text = comment(
      results({
        test: { outputs: { passed: 'many @team' } },
        scan: { outputs: { comparison: '{"findings":7}', policy: '' } },
        plan: { outputs: { difference: 'x', policy: '[]' } },
      }),
    );
    expect(text).toBe(`### ✅ Tests, scan and plan pass\n\n[The run](${run}) has the rest.`);
    for (const wrong of ['', '[]', '{"test":{}}']) expect(parseResults(wrong)).toBeUndefined();
  });

  it('mentions and links nothing, and adds no markup, with any text from the jobs', () => {
    const text = fc.oneof(
      anyText(200),
      fc.constantFrom(
        '@team',
        'acme/shop#12',
        'https://x.example',
        '</details>',
        '```\n# h',
        '| a |',
        '<img src=x>',
      ),
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const shown = rendered(
          comment(
            results({
              test: { result: 'failure', outputs: { reason: one } },
              scan: {
                result: other,
                outputs: {
                  comparison: JSON.stringify(
                    comparison({
                      findings: [
                        finding({
                          severity: one,
                          id: other,
                          package: one,
                          version: other,
                          fixed: one,
                          image: other,
                        }),
                      ],
                      sizes: [{ image: one, platform: other, bytes: 1 }],
                    }),
                  ),
                },
              },
              plan: {
                outputs: {
                  difference: JSON.stringify(
                    difference({
                      changes: [
                        { environment: one, object: other, what: 'change', lines: [one, other], more: 1 },
                      ],
                    }),
                  ),
                },
              },
            }),
          ),
        );
        const outside = shown.replace(/<code( class="language-diff")?>.*?<\/code>/gs, '');
        const tags = [...outside.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag!);
        const usual = ['h3', 'h4', 'p', 'ul', 'li', 'strong', 'a', 'pre', 'details', 'summary'];
        const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
        expect(tags.filter(tag => ![...usual, ...tables].includes(tag))).toEqual([]);
        expect(outside.match(/<a /g)).toHaveLength(1);
        expect(outside).not.toMatch(/@|#\d/);
        expect(outside.match(/<details>/g)).toHaveLength(1);
        expect(outside.match(/<tr>/g)).toHaveLength(4);
      }),
      { numRuns: 500 },
    );
  });
});
