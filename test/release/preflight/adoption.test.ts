import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { Environment } from '../../../src/config/types.ts';
import { planRelease } from '../../../src/release/preflight/plan.ts';
import { readLiveState } from '../../../src/release/preflight/preflight.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { config, deployment, environment, sentence, workload } from '../objects.ts';

const marks = (release: string, namespace = 'shop') => ({
  'meta.helm.sh/release-name': release,
  'meta.helm.sh/release-namespace': namespace,
});

/** Reads the live state over a Deployment with these annotations, and plans a release. @returns what the plan reports. */
async function planned(
  annotations: Record<string, string>,
  changes: Partial<Environment>,
): Promise<string[]> {
  const api = new FakeApiServer();
  const live = deployment({ metadata: { name: 'shop', namespace: 'shop', annotations } });
  api.put(pathOf(resources.deployment, 'shop', 'shop'), live, 'helm');
  const where = { config, environment: environment(changes) };
  const state = await readLiveState(api.cluster, where, [workload()]);
  const said: string[] = [];
  const request = { ...where, environmentName: 'production', report: (line: string) => said.push(line) };
  planRelease([workload()], request as never, state, 'salt');
  expect(api.writes).toEqual([]);
  return said;
}

describe('a release over an object of Helm', () => {
  it('is refused, with the key that would allow it', async () => {
    expect(await sentence(() => planned(marks('web'), {}))).toEqual(
      wording('Deployment/shop', 'release web', '`take-over: {helm: web}`'),
    );
  });

  it('takes it over where slipway.yml says so, and reports that', async () => {
    expect(await planned(marks('web'), { 'take-over': { helm: 'web' } })).toContainEqual(
      wording('Deployment/shop', 'web'),
    );
  });

  it.each([
    ['another release', marks('web'), 'take-over'],
    ['a release in another namespace', marks('shop', 'web'), 'namespace web'],
    ['no release that is known', {}, 'Helm'],
  ])('is refused with consent for another owner: %s', async (_, annotations, fact) => {
    expect(await sentence(() => planned(annotations, { 'take-over': { helm: 'shop' } }))).toEqual(
      wording(fact),
    );
  });
});
