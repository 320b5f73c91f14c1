import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../actions/workplace.ts';
import { blocksOf, filesOf } from './markdown.ts';

/** The files of a tutorial, as a reader copies them: together they pass `slipway plan`, which says what the tutorial shows. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.remove('deploy/shop.json');
  await at.write('Dockerfile', `FROM debian:13.1-slim@sha256:${'4c'.repeat(32)}\nUSER 10001\nCMD ["/app"]\n`);
  await at.write('deploy/cluster-ca.pem', '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n');
});
afterEach(() => at.close());

async function plan(page: string, namespace: string) {
  for (const { path, text } of [...filesOf('docs/quick-start.md'), ...filesOf(page)])
    await at.write(
      path,
      path.startsWith('deploy/') ? text.replaceAll('namespace: shop', `namespace: ${namespace}`) : text,
    );
  return at.slipway(['plan']);
}

describe('a tutorial', () => {
  it.each([
    ['docs/quick-start.md', 'shop'],
    ['docs/tutorial-canary.md', 'shop'],
    ['docs/tutorial-backup.md', 'shop-staging'],
  ])('%s has files that pass plan', async (page, namespace) => {
    const { code, err } = await plan(page, namespace);
    expect(code, err).toBe(0);
  });

  it('has files that rbac reads', async () => {
    await plan('docs/tutorial-canary.md', 'shop');
    const { code, err } = await at.slipway([
      'rbac',
      '--environment',
      'production',
      '--file',
      'rbac-canary.yaml',
    ]);
    expect(code, err).toBe(0);
  });

  it('shows what plan says of the backup', async () => {
    const { err } = await plan('docs/tutorial-backup.md', 'shop-staging');
    const shown = blocksOf('docs/tutorial-backup.md').find(({ text }) => text.includes('recovery of shop'));
    expect(
      shown?.text
        .trimEnd()
        .split('\n')
        .filter(line => !err.split('\n').includes(line)),
    ).toEqual([]);
  });
});
