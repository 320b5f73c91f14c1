import { expect, it } from 'vitest';
import { badReleaseDrill } from '../../src/actions/drill-bad-release.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { environment } from '../release/objects.ts';
import { wording } from '../wording.ts';

it.each<[string, object, string]>([
  ['where releases are commits', { delivery: { gitops: {} } }, 'production'],
  ['without an address that requests may be sent to', {}, 'bad-release'],
])('a drill of a bad release is refused %s', async (_, changes, fact) => {
  const server = new FakeApiServer();
  const order = { environment: environment(changes), owner: { environment: 'production' }, drills: {} };
  await expect(badReleaseDrill(server.cluster, { ...order, pace: {} } as never)).rejects.toThrow(
    wording(fact),
  );
  expect(server.calls).toEqual([]);
});
