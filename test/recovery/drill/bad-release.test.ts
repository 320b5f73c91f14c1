import { describe, expect, it } from 'vitest';
import { seenByUsers } from '../../../src/recovery/drill/bad-release.ts';
import { badTemplate } from '../../../src/recovery/drill/bad-release-system.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { template } from '../../release/objects.ts';
import { wording } from '../../wording.ts';
import { load } from './application-world.ts';
import { BadWorld, badReleaseIn } from './bad-release-world.ts';

describe('a bad release', () => {
  it('passes when its pods do not start, the version before serves, and the record says so', async () => {
    const world = await BadWorld.ready();
    const report = await badReleaseIn(world);
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L2', left: [] });
    expect(report.did).toEqual(scenarioOf('bad-release').steps.map(({ action }) => action));
    expect(report.rungs.map(({ what }) => what)).toEqual(['pods', 'version', 'record', 'pods', 'requests']);
    expect(world.isRestored()).toBe(true);
    expect(world.noted()).toBe(false);
  });
});
