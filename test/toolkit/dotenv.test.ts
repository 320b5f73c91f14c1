import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotenvWith, largestDotenv } from '../../src/toolkit/dotenv.ts';
import { wording } from '../wording.ts';

const outputs = (values: Record<string, string>) => new Map(Object.entries(values));
const written = (before: string, action: string, values: Record<string, string>) =>
  dotenvWith(before, action, outputs(values));

describe('a dotenv file', () => {
  it('has each output under the name of its action, with literal quotes', () => {
    expect(
      written('', 'build', { images: '{"shop":"sha256:1"}', 'rollback-seconds': '', reason: 'a sentence' }),
    ).toEqual({
      text: 'SLIPWAY_BUILD_IMAGES={"shop":"sha256:1"}\nSLIPWAY_BUILD_ROLLBACK_SECONDS=\nSLIPWAY_BUILD_REASON=a sentence\n',
      left: [],
    });
  });

  it('keeps the outputs of other actions, and none of an earlier attempt', () => {
    const first = written('A=1\n\nSLIPWAY_DEPLOY_STATE=failed\n', 'deploy', { release: '7' }).text;
    expect(first).toBe('A=1\nSLIPWAY_DEPLOY_RELEASE=7\n');
    expect(written(first, 'verify', { verdict: 'pass' }).text).toBe(`${first}SLIPWAY_VERIFY_VERDICT=pass\n`);
  });

  it('omits values that GitLab would expand or that make it too large, and says so', () => {
    const { text, left } = written('', 'scan', { verdict: 'fail', reason: 'a test named $KUBECONFIG' });
    expect(text).toBe('SLIPWAY_SCAN_VERDICT=fail\n');
    expect(left).toEqual([wording('reason')]);
    const large = written('', 'build', { size: 'x'.repeat(largestDotenv), images: '{}' });
    expect(large.text).toBe('SLIPWAY_BUILD_IMAGES={}\n');
    expect(large.left).toEqual([wording('5120')]);
  });

  it('is accepted by GitLab for all values', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('images', 'reason', 'status'), fc.string({ unit: 'binary' })),
        values => {
          const { text } = written('SLIPWAY_BUILD_TAGS=[]\n', 'deploy', values);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestDotenv);
          for (const line of text.split('\n').slice(0, -1))
            expect(line).toMatch(/^SLIPWAY_[A-Z_]+=[^\n\r$]*$/);
          expect(text.endsWith('\n')).toBe(true);
        },
      ),
    );
  });
});
