import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequirementAssessment } from '../../src/assess/assessment.ts';
import { assessmentsFrom } from '../../src/assess/conformance/assessments-from.ts';
import { judgeAcceptance } from '../../src/assess/conformance/judges/acceptance.ts';
import { acceptance } from '../../src/verify/acceptance.ts';
import { authorityIn, type Issued } from '../certificates.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import type { AppDifference } from '../e2e/conformance/app-seeds.ts';
import { startFront } from '../e2e/conformance/front.ts';
import type { SharedMemory } from '../e2e/conformance/good/shop/src/memory.ts';
import { createShop } from '../e2e/conformance/good/shop/src/server.ts';
import { settingsFrom } from '../e2e/conformance/good/shop/src/settings.ts';
import { createIdentities, password, sessionIn } from '../e2e/conformance/identities.ts';
import { configIn, goodFiles } from './good.ts';

/** The good application on this machine, behind its TLS entries, for what `verify` shows without a cluster. */

const addresses = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];

/** Creates certificates once; a start takes some milliseconds. */
export function createLoopback() {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const authority = authorityIn(folder);
  const ips = addresses.map(each => `IP:${each}`);
  const certificates: Record<string, Issued> = {
    good: authority.issue('good', ips),
    short: authority.issue('short', ips, 5),
    other: authority.issue('other', ['DNS:other.example']),
  };
  return {
    remove: () => rmSync(folder, { recursive: true }),
    /** Runs `verify` at the application. */
    verified: async (differing: AppDifference = {}): Promise<RequirementAssessment[]> => {
      const now = Date.now();
      const identities = createIdentities(now);
      const memory = memoryWith({ 'settings:customer': identities.storedToken, 'role:partner': 'manager' });
      const settings = settingsFrom({
        ACCESS: JSON.stringify(identities.entries),
        ...{ SESSION_KEY: identities.sessionKey, STORED_KEY: identities.storedKey },
        DEFECTS: (differing.defects ?? []).join(','),
      });
      const { server } = createShop(settings, memory);
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      const own = (server.address() as AddressInfo).port;
      const { certificate, key } = certificates[differing.certificate ?? 'good']!;
      const front = await startFront({
        ...{ addresses, certificate, key, port: 0, plainPort: 0, host: 'shop.example' },
        upstream: { host: '127.0.0.1', port: own },
        ...(differing.tls === undefined ? {} : { tls: differing.tls }),
        ...(differing.redirects === undefined ? {} : { redirects: differing.redirects }),
      });
      try {
        if (differing.down !== undefined) await front.stop(addresses[differing.down] ?? '');
        const login = await fetch(`http://127.0.0.1:${own}/api/login`, {
          method: 'POST',
          body: JSON.stringify({ user: 'probe', password }),
        });
        const environment = environmentAt(front.port, front.plainPort);
        const { results, address } = await acceptance(new FakeApiServer().cluster, {
          environment,
          env: {
            ...identities.variables,
            WEB_SESSION: sessionIn(login.headers.get('set-cookie') ?? ''),
            SHOP_CA: authority.certificate,
          },
          owner: { app: 'shop', namespace: 'shop', labels: {} },
          parts: ['checks', 'matrix', 'page', 'addresses', 'tls', 'revoked'],
          clock: impatient(),
        });
        const judged = judgeAcceptance(results, environment.verify!, environment.assess);
        return assessmentsFrom(judged, 'the checks of verify', address, now);
      } finally {
        await front.close();
        server.closeAllConnections();
        await new Promise(done => server.close(done));
      }
    },
  };
}

/** slipway.yml of the good application, at addresses of this machine. */
function environmentAt(port: number, plainPort: number) {
  const text = (goodFiles()['slipway.yml'] ?? '')
    .replace('https://10.99.0.1:8443', `https://127.0.0.1:${port}`)
    .replace(/zone-(\w): "10\.99\.0\.1(\d):8443"/g, (_, zone, n) => `zone-${zone}: "127.0.0.${n}:${port}"`)
    .replace('redirect: 8081', `redirect: ${plainPort}`)
    // The clock of the test says nothing of how long a request takes.
    .replace(/ +faster-than: 1s,\n +times: 5,\n/, '');
  return configIn({ 'slipway.yml': text }).environments.production!;
}

/** A clock that only waiting moves: what fails is repeated without a wait. */
function impatient() {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
}

function memoryWith(content: Readonly<Record<string, string>>): SharedMemory {
  const kept = new Map(Object.entries(content));
  return {
    get: async key => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    remove: async key => void kept.delete(key),
  };
}
