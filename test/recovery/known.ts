import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { steadyClock } from '../../src/recovery/drill/clock.ts';
import { functionalCheck } from '../../src/recovery/drill/functional.ts';
import { startProber } from '../../src/recovery/drill/prober.ts';
import { startWriter } from '../../src/recovery/drill/writer.ts';
import type { Marker } from '../../src/recovery/ledger.ts';
import { type Loss, measureLoss } from '../../src/recovery/loss.ts';
import { measureOutage, type Outage, type OutageProbe } from '../../src/recovery/outage.ts';

/**
 * An outage and a loss that are known exactly, measured as a drill does: a server on loopback that goes away and comes back, and a copy
 * that has nothing of what was written after a moment.
 */

export interface KnownOptions {
  /** How long the service is unavailable; ms. */
  readonly away: number;
  /** How long before the failure the copy stopped receiving writes; ms. */
  readonly behind: number;
  readonly probes: { readonly every: number; readonly patience: number };
  readonly markers: { readonly every: number; readonly patience: number };
  readonly good: number;
  /** How it fails: it refuses connections, hangs, or answers with an error. */
  readonly how: 'refuses' | 'hangs' | 'errors';
}

export interface Known {
  readonly outage: Outage;
  readonly loss: Loss;
  /** The true values; ms. */
  readonly truth: { readonly rto: number; readonly rpo: number };
  /** Measured minus true value; ms. NaN where nothing was measured. */
  readonly error: { readonly rto: number; readonly rpo: number };
  /** The usual simple measures: the time until the script ended, and the age of the backup; ms. */
  readonly naive: { readonly scriptWallTime: number; readonly backupAge: number };
  /** The time of the first lost marker; nothing was observed between it and the one before. */
  readonly firstLostAt: number | undefined;
  readonly failedAt: number;
  /** When the copy stopped receiving writes. */
  readonly cutAt: number;
}

/** How long it is observed after its return; ms. */
const longest = 10_000;

/** @param backupAge age of a backup of such a system in ms; only reported. */
export async function measureKnown(options: KnownOptions, backupAge = 6 * 3_600_000): Promise<Known> {
  const { away, behind, probes, markers, good, how } = options;
  const now = steadyClock();
  const scriptedAt = now();
  const service = await startService(how);
  const check = functionalCheck({
    base: service.base,
    ...{ ready: '/ready', 'known-record': '/records/1' },
    write: { path: '/records', body: '{"note":"{token}"}', id: 'id', read: '/records/{id}' },
  });
  await check.remember(1000);
  const stored: Marker[] = [];
  let copied = true;
  const copy: Marker[] = [];
  const writer = startWriter({
    ...{ runId: 'known', ...markers, append: () => undefined, now },
    send: async marker => {
      if (service.isAway()) throw new Error('away');
      stored.push(marker);
      if (copied) copy.push(marker);
    },
  });
  const prober = startProber({ ...probes, probe: () => check.whole(probes.patience), now });
  // At no particular moment of either interval.
  await sleep(10 * markers.every + Math.random() * (probes.every + markers.every));
  copied = false;
  const cutAt = now();
  await sleep(behind);
  const failedAt = now();
  await service.leave();
  await sleep(away);
  await service.comeBack();
  const backAt = now();
  const measured = (samples: readonly OutageProbe[]) =>
    measureOutage({ samples, injectedAt: failedAt, every: probes.every, consecutive: good });
  do await sleep(probes.every);
  while (measured(prober.samples()).kind === 'unresolved' && now() < backAt + longest);
  const [samples, ledger] = [await prober.stop(), await writer.stop()];
  await service.close();
  const outage = measured(samples);
  const before = ledger.filter(({ sentAt }) => sentAt <= failedAt);
  const loss = measureLoss({ ledger: before, recovered: copy, failedAt, every: markers.every });
  const truth = { rto: backAt - failedAt, rpo: failedAt - cutAt };
  const [firstLost] = loss.lost;
  return {
    ...{ outage, loss, truth, failedAt, cutAt },
    error: {
      rto: outage.kind === 'over' ? outage.rto - truth.rto : Number.NaN,
      rpo: loss.point.kind === 'lost' ? loss.point.milliseconds - truth.rpo : Number.NaN,
    },
    naive: { scriptWallTime: now() - scriptedAt, backupAge },
    firstLostAt: before.find(({ seq }) => seq === firstLost)?.ackedAt,
  };
}

interface Service {
  readonly base: URL;
  isAway(): boolean;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

async function startService(how: KnownOptions['how']): Promise<Service> {
  const records = new Map<number, string>([[1, '{"id":1,"name":"old"}']]);
  let away = false;
  const server = createServer((request, response) => {
    if (away && how === 'hangs') return;
    if (away) {
      response.writeHead(503).end('no primary');
      return;
    }
    if (request.method === 'POST') {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        const id = records.size + 1;
        records.set(id, body);
        response.writeHead(201).end(JSON.stringify({ id }));
      });
      return;
    }
    const record = records.get(Number(request.url?.split('/')[2]));
    if (request.url === '/ready') response.end('{}');
    else response.writeHead(record === undefined ? 404 : 200).end(record);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    base: new URL(`http://127.0.0.1:${port}`),
    isAway: () => away,
    leave: async () => {
      away = true;
      if (how === 'refuses') await stop();
    },
    comeBack: async () => {
      if (how === 'refuses') await listen(port);
      away = false;
    },
    close: async () => {
      away = false;
      await stop();
    },
  };
}
