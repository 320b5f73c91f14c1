import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStandbys, standbyFindings } from '../../src/actions/standbys.ts';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Environment } from '../../src/config/types.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** What `deploy` and `plan` say of the standbys; kubectl answers for PostgreSQL. test/e2e/recovery asks real servers. */

let at: Workplace;
let api: FakeApiServer;
beforeEach(async () => {
  at = await openWorkplace();
  api = new FakeApiServer();
  const put = (resource: (typeof resources)['pod'], object: KubeObject) =>
    api.put(pathOf(resource, resource === resources.node ? '' : 'shop', object.metadata?.name ?? ''), object);
  put(resources.statefulSet, {
    metadata: { name: 'db' },
    spec: { selector: { matchLabels: { app: 'db' } } },
  });
  for (const [index, zone] of ['a', 'b'].entries()) {
    put(resources.pod, {
      metadata: { name: `db-${index}`, labels: { app: 'db' } },
      spec: { nodeName: `node-${index}` },
      status: { phase: 'Running', podIP: `10.0.0.${index}` },
    });
    put(resources.node, {
      metadata: { name: `node-${index}`, labels: { 'topology.kubernetes.io/zone': zone } },
    });
  }
});
afterEach(() => at.close());

/** The primary is db-0, and its standby db-1 is behind by so many ms. */
const answers = async (lag: number) => {
  const standby = {
    name: 'db-1',
    address: '10.0.0.1',
    state: 'streaming',
    synchronous: false,
    bytes: 5e6,
    ...{ lag, reported: 0 },
  };
  const archiving = { on: true, archived: 1000, failed: null, waited: null };
  const primary = JSON.stringify({ standby: false, commits: true, standbys: [standby], archiving });
  await at.program(
    'kubectl',
    `cat > /dev/null; [ "$2" = db-0 ] && echo '${primary}' || echo '{"standby": true}'`,
  );
};
const environment = (database: object) =>
  ({
    namespace: 'shop',
    recovery: {
      databases: {
        orders: {
          ...{ workload: { kind: 'StatefulSet', name: 'db' }, database: 'orders', 'archive-lag': 60_000 },
          ...{
            'on-lag': 'warn',
            replicas: [{ survives: 'zone', mode: 'asynchronous', 'max-lag': 30_000 }],
            ...database,
          },
        },
      },
    },
  }) as unknown as Environment;

/** What is said to the person who reads the run, and how it ends. */
async function checked(database: object = {}) {
  const [lines, warnings]: string[][] = [[], []];
  const host = {
    report: (line: string) => void lines?.push(line),
    annotate: (level: string, { message }: { message: string }) =>
      void warnings?.push(`${level}: ${message}`),
  };
  const refusal = await checkStandbys(api.cluster, environment(database), host).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { lines, warnings, refusal };
}

describe('before a release', () => {
  it('H3: standbys within their lag are reported with their zone', async () => {
    await answers(20_000);
    expect(await checked()).toEqual({
      lines: [wording('orders', 'db-1', 'zone b', '20s')],
      warnings: [],
      refusal: undefined,
    });
  });

  it('H3: one that is behind is a warning, or a refusal with `on-lag: block`', async () => {
    await answers(40_000);
    expect(await checked()).toMatchObject({
      warnings: [wording('orders', 'db-1', '40s', '30s')],
      refusal: undefined,
    });
    expect(await checked({ 'on-lag': 'block' })).toMatchObject({
      warnings: [],
      refusal: wording('orders', '40s', '30s'),
    });
  });

  it('`plan` gets the same', async () => {
    await answers(40_000);
    const { refusals, warnings } = await standbyFindings(api.cluster, environment({ 'on-lag': 'block' }));
    expect(refusals.map(({ sentence }) => sentence)).toEqual([wording('orders', '40s', 'on-lag: warn')]);
    expect(warnings).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, string[]]>([
    [
      'its pods refuse commands',
      () => at.program('kubectl', 'echo "Error from server (Forbidden): no" >&2; exit 1'),
      ['is not allowed to run commands'],
    ],
    [
      'its workload does not exist',
      async () => api.delete(pathOf(resources.statefulSet, 'shop', 'db')),
      ['StatefulSet/db'],
    ],
  ])(
    'a database is unknown, which never blocks and never passes silently, if %s',
    async (_, breaks, facts) => {
      await answers(0);
      await breaks();
      expect(await checked({ 'on-lag': 'block' })).toMatchObject({
        warnings: [wording('orders', 'unknown', ...facts)],
        refusal: undefined,
      });
    },
  );

  it('a database without promises is not asked', async () => {
    expect(await checked({ replicas: [] })).toEqual({ lines: [], warnings: [], refusal: undefined });
    expect(api.calls).toEqual([]);
  });
});
