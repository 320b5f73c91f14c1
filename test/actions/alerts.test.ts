import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alertsAction } from '../../src/actions/alerts.ts';
import * as session from '../../src/actions/session.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { completeInputs, type Host, perform } from '../../src/toolkit/host.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { alertIn, bodyOf } from '../monitoring/alerts/payloads.ts';
import { wording } from '../wording.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alerts-'));
  write('slipway.yml', slipwayYml(''));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const slipwayYml = (more: string) => `
app: shop
images: {shop: {repository: ghcr.io/acme/shop}}
environments:
  production:
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
    monitoring:
      prometheus: {service: monitoring/prometheus:9090}
      rollback: {max-age: 1h${more}}
`;

/** Runs the action without a cluster: what asks one fails. */
async function act(given: Record<string, string>, env: NodeJS.ProcessEnv = {}) {
  const outputs: Record<string, string> = {};
  const said: string[] = [];
  const host = {
    env: { PATH: '', ...env },
    report: (line: string) => void said.push(line),
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
    annotate: () => {},
    summary: async () => {},
    cancellation: () => new AbortController().signal,
  } as unknown as Host;
  const all: Record<string, string> = {
    config: join(folder, 'slipway.yml'),
    environment: 'production',
    ...given,
  };
  const well = await perform(
    alertsAction,
    () => completeInputs(alertsAction, name => all[name] ?? ''),
    host,
  ).catch((error: Error) => error.message);
  return { well, outputs, said };
}

const dispatched = (client_payload: unknown) => ({
  GITHUB_EVENT_NAME: 'repository_dispatch',
  GITHUB_EVENT_PATH: write('event.json', { action: 'slipway-alert', client_payload, repository: { id: 1 } }),
});

describe('slipway alerts rollback', () => {
  const rollback = (given: Record<string, string> = {}, env: NodeJS.ProcessEnv = {}) =>
    act({ operation: 'rollback', ...given }, env);
  const ignored = { app: 'shop', release: '', record: '', hops: '[]', proof: 'none', state: 'ignored' };

  it.each<[string, unknown]>([
    ['a forged one', { alerts: 'all', run: '$(id)' }],
    ['one of another environment', bodyOf(alertIn({ environment: 'staging' }))],
    ['a huge one', { body: 'x'.repeat(100_000) }],
    ['none', null],
  ])('ignores the payload of an event, and succeeds: %s', async (_, payload) => {
    const { well, outputs, said } = await rollback({}, dispatched(payload));
    expect(well).toBe(true);
    expect(outputs).toEqual({ ...ignored, reason: wording() });
    expect(said).toEqual([`ignored: ${outputs.reason}`]);
  });

  it('ignores a file that is no payload, however long', async () => {
    for (const content of ['{', 'x'.repeat(3 * 1024 * 1024), '\u0000']) {
      const { well, outputs } = await rollback({ payload: write('body.json', content) });
      expect([well, outputs.state]).toEqual([true, 'ignored']);
    }
  });

  it('goes on to the cluster for an alert of this application, from an event or a file', async () => {
    const body = bodyOf(alertIn());
    const results = [
      await rollback({}, dispatched(body)),
      await rollback({ payload: write('body.json', body) }),
    ];
    for (const { well, outputs } of results) {
      expect(well).toMatch(/kubectl/);
      expect(outputs.state).toBe('refused');
    }
  });

  it.each([
    ['that changed nothing is refused, with the release and why', false],
    ['that stopped half-way is not', true],
  ])('a rollback %s', async (_, writes) => {
    const because = 'the alert SlipwayErrorBudgetBurn has been firing';
    const code = {
      decideOnAlert: async () => ({ state: 'rollback', release: 7, because }),
      rollback: async (cluster: Cluster) => {
        const map = { metadata: { name: 'x', namespace: 'shop' } };
        if (writes) await cluster.create(pathOf(resources.configMap, 'shop'), map);
        throw new UserError('release 7 is not reversible', 'deploy a newer version');
      },
    };
    vi.spyOn(session, 'withCluster').mockImplementation(async (_, __, ___, ____, use) =>
      use(await new FakeApiServer().connect(), code as never),
    );
    const { well, outputs } = await rollback({}, dispatched(bodyOf(alertIn())));
    if (writes) expect([well, outputs.release]).toEqual(['release 7 is not reversible', '']);
    else {
      expect([well, outputs.state, outputs.release, outputs.proof]).toEqual([false, 'refused', '7', 'none']);
      expect(outputs.reason).toEqual(
        wording(because, 'release 7 is not reversible', 'Deploy a newer version'),
      );
    }
  });

  it('fails for mistakes of its user', async () => {
    write('slipway.yml', slipwayYml(', secret: ALERT_SECRET'));
    const asked = [
      await rollback(),
      await rollback({}, dispatched(bodyOf(alertIn()))),
      await act({ operation: 'delete' }),
      await act({ operation: 'test', severity: 'fatal' }),
      await act({ operation: 'test', 'receiver-url': 'ftp://example.com' }),
      await act({ operation: 'test', timeout: 'soon' }),
      await act({ operation: 'security-events' }),
    ];
    write('slipway.yml', slipwayYml(''));
    asked.push(
      await rollback(),
      await rollback({ payload: join(folder, 'nowhere') }),
      await rollback({ 'dry-run': 'x' }),
    );
    expect(asked.map(({ well }) => well)).toEqual(asked.map(() => wording()));
    for (const { outputs } of asked) expect(outputs.state).toBe('refused');
  });
});
