import { expect, it } from 'vitest';
import { commandFor, leftIn } from '../../../src/recovery/offline/recovering.ts';
import { manifest } from '../backups.ts';

const about = {
  ...{ environment: 'production', into: 'new', 'offline-key-file': 'my key', 'kube-context': '' },
};

it('what a recovery leaves is restored by one command that names each part', () => {
  const [pics, ledger, cache] = ['pics', 'ledger', 'cache'].map(name => ({ name }) as never);
  const left = leftIn(manifest({ objectStores: [pics!], managed: [ledger!], redis: [cache!] }));
  expect(commandFor(left, about)).toBe(
    "slipway restore --environment production --into new --include managed/ledger,bucket/pics --offline-key-file 'my key' --buckets pics=https://HOST/EMPTY-BUCKET",
  );
  const alone = leftIn(manifest({ objectStores: [], managed: [ledger!], redis: [cache!] }));
  expect(commandFor(alone, { ...about, 'kube-context': 'far' })).toBe(
    "slipway restore --environment production --into new --include managed/ledger --offline-key-file 'my key' --kube-context far",
  );
});
