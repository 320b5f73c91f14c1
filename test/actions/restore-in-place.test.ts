import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InPlaceOrder, requireReachable } from '../../src/actions/restore-in-place.ts';
import { usualSize } from '../../src/recovery/postgres/wal.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

let api: FakeApiServer;
let folder: string;
const { PATH } = process.env;
const pod = (number: number) => `/api/v1/namespaces/shop/pods/db-${number}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reachable-'));
  // Notes the pod. No command ends well.
  const script = `#!/bin/sh\necho "$2" >> ${folder}/pods\necho "command terminated with exit code 137" >&2\nexit 137\n`;
  writeFileSync(join(folder, 'kubectl'), script, { mode: 0o755 });
  writeFileSync(join(folder, 'pods'), '');
  process.env.PATH = `${folder}${delimiter}${PATH}`;
  api = new FakeApiServer();
  api.put('/apis/apps/v1/namespaces/shop/statefulsets/db', {
    spec: { selector: { matchLabels: { app: 'db' } } },
  } as never);
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

const put = (number: number, restartCount: number, state: object) =>
  api.put(pod(number), {
    metadata: { labels: { app: 'db' } },
    spec: { containers: [{ name: 'postgres', image: 'db' }] },
    status: { phase: 'Running', containerStatuses: [{ name: 'postgres', restartCount, state }] },
  } as never);
const crashed = { waiting: { reason: 'CrashLoopBackOff' } };

const asked = (container?: string) =>
  requireReachable(api.cluster, {
    ...{ namespace: 'shop', place: { stanza: 'shop', repository: 1 }, size: usualSize },
    ...{ target: { kind: 'latest' }, uncompared: false, known: undefined },
    declared: { workload: { kind: 'StatefulSet', name: 'db' }, container, database: 'shop' },
    signal: new AbortController().signal,
  } as Partial<InPlaceOrder> as InPlaceOrder);
const entered = () => new Set(readFileSync(join(folder, 'pods'), 'utf8').trim().split('\n'));

describe('whether a backup reaches the target of a restore over itself', () => {
  it('is not asked in a container that crashes', async () => {
    put(0, 3, crashed);
    await asked();
    expect(entered()).toEqual(new Set(['']));
  });

  it('is asked in a container that runs', async () => {
    put(0, 3, crashed);
    put(1, 0, { running: {} });
    await expect(asked('postgres')).rejects.toThrow(wording('repository 1'));
    expect(entered()).toEqual(new Set(['db-1']));
  });

  it('is not known if the container crashes meanwhile', async () => {
    put(0, 3, { running: {} });
    api.once({ verb: 'get', path: pod(0) }, () => put(0, 4, { running: {} }));
    await asked();
    expect(entered()).toEqual(new Set(['db-0']));
  });
});
