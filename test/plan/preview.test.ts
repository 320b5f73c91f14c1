import { describe, expect, it } from 'vitest';
import { MissingPermission } from '../../src/cluster/errors.ts';
import { resources } from '../../src/cluster/resources.ts';
import { preview, withoutReportedPermissions } from '../../src/plan/preview.ts';
import { nameOfPermission, permissionsProblem } from '../../src/release/permissions/access.ts';
import { dryRunRefusalOf } from '../../src/release/preflight/dry-run.ts';
import type { HasEnded } from '../../src/toolkit/ended-runs.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { config, configMap, environment, workload } from '../release/objects.ts';
import { Rollout } from '../release/promoting.ts';
import { wording } from '../wording.ts';

const permission = { verb: 'patch', resource: resources.secret };
const grant = (allowed: boolean) => ({ permission, name: nameOfPermission(permission), allowed });
const lacking = new MissingPermission('patch secrets in namespace shop');

describe('a problem of plan', () => {
  it('that follows from a missing permission is not reported again when missing permissions are reported', () => {
    expect(permissionsProblem([grant(false)], 'shop')).toBeInstanceOf(MissingPermission);
    expect(withoutReportedPermissions([lacking], [grant(true), grant(false)])).toEqual([]);
  });

  it('about a permission is reported when the review found none missing, because deploy would be refused', () => {
    expect(withoutReportedPermissions([lacking], [grant(true)])).toEqual([lacking]);
    expect(withoutReportedPermissions([lacking], [])).toEqual([lacking]);
  });

  it('of another kind is reported, whatever its text', () => {
    const quoted = new UserError(
      'the cluster refuses ConfigMap/a: the credential is not allowed to say so',
      'fix it',
    );
    expect(withoutReportedPermissions([quoted], [grant(false)])).toEqual([quoted]);
  });
});

describe('an object that the server refuses', () => {
  const manifest = configMap('settings', {});

  it('for a missing permission is reported with that permission and its remedy', () => {
    expect(dryRunRefusalOf({ manifest, live: undefined, objection: lacking.message, lacking })).toBe(lacking);
  });

  it('for any other reason is reported with its name and its file', () => {
    expect(dryRunRefusalOf({ manifest, live: undefined, objection: 'too long' })?.sentence).toEqual(
      wording('ConfigMap/settings', 'too long', 'deploy/shop.yaml'),
    );
    expect(dryRunRefusalOf({ manifest, live: undefined, objection: undefined })).toBeUndefined();
  });
});

describe('a rollout that waits for the next action of a run', () => {
  const planned = async (hasEnded?: HasEnded) => {
    const server = await Rollout.promoting();
    const paused = { until: server.now + 60_000, for: 'gate' } as const;
    server.enter({ phase: 'prepared', weight: 0, paused });
    return preview(server.cluster, {
      ...{ config, environmentName: 'production', environment: environment(), manifests: [workload()] },
      ...{ origin: { actor: 'bob', run: 'run 8' }, env: {}, images: undefined, signed: undefined },
      ...(hasEnded === undefined ? {} : { hasEnded }),
    });
  };

  it('is no problem once that run has ended, because deploy would end the rollout', async () => {
    const { problems, notes } = await planned(async ({ run }) => run === 'run 5');
    expect(problems).toEqual([]);
    expect(notes).toContainEqual(wording('gate', 'run 5'));
    expect(notes).toContainEqual(wording('2', 'prepared', 'ann'));
  });

  it.each([undefined, async () => false])('is a problem while that is not known (%#)', async hasEnded => {
    expect((await planned(hasEnded)).problems).toEqual([wording('2', 'gate', 'run 5')]);
  });
});
