import { afterEach, beforeEach, expect, it } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Recovery, as a user of `plan` meets it. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.write('Dockerfile', `FROM debian:13.1-slim@sha256:${'4c'.repeat(32)}\nUSER 10001\nCMD ["/app"]\n`);
});
afterEach(() => at.close());

const recovery = (wal: string) => `    recovery:
      repositories: {far: {survives: region, pgbackrest: 1, locked: 30d}}
      databases:
        shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [far]${wal}}
    namespace:`;

it('a plan reports which losses the declared backups cover, how, and what would cover the others', async () => {
  await at.replace('    namespace:', recovery(', archive-timeout: 60s'));
  const { code, err } = await at.slipway(['plan']);
  expect(code).toBe(0);
  expect(err.split('\n')).toContainEqual(wording('shop', 'region', 'far', '2m', '15m'));
  expect(err.split('\n')).toContainEqual(wording('shop', 'far', '2m', '0s', 'node', 'when'));
});

it('a plan lists the other sources with their coverage, and each uncovered PVC of the manifests', async () => {
  await at.replace('    namespace:', recovery(''));
  const pvc = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'attachments' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  };
  await at.write('deploy/pvc.yaml', JSON.stringify(pvc));
  const { code, err } = await at.slipway(['plan']);
  expect(code).toBe(0);
  expect(err.split('\n')).toContainEqual(wording('attachments', 'covered'));
  expect(err.split('\n')).toContainEqual(wording('passphrases'));
  expect(err.split('\n')).toContainEqual(wording('images'));
});

it('a plan without `recovery` does not mention it', async () => {
  const { code, err } = await at.slipway(['plan']);
  expect([code, err.includes('recovery')]).toEqual([0, false]);
});
