import { parseConfig } from '../../src/config/contents.ts';
import { UserError } from '../../src/toolkit/errors.ts';

/** The smallest slipway.yml with the keys that most tests change. */
export const minimal = `app: shop
images:
  shop: {repository: ghcr.io/acme/shop}
environments:
  production:
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
    service: shop
    verify:
      checks: [{get: /ready}]
`;

/** `minimal` with one text replaced; fails when the text does not occur, so that a test cannot pass by accident. */
export function changed(from: string, to: string, text = minimal): string {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the example`);
  return text.replace(from, () => to);
}

/** Returns the settings of `minimal` with this text as `recovery`. */
export const recoveryOf = (text: string) =>
  parseConfig(changed('    verify:', `    recovery: ${text}\n    verify:`), 'slipway.yml').environments
    .production!.recovery!;

/** Returns the error for an invalid slipway.yml. */
export function refusal(text: string): string {
  try {
    parseConfig(text, 'slipway.yml');
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

/** Nine levels of ten aliases each: a billion values from 400 bytes. */
export const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 8 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
].join('\n');
