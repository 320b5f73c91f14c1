import { expect, it } from 'vitest';
import type { Course } from '../../../src/release/engine/course.ts';
import { tidy } from '../../../src/release/engine/tidying.ts';
import type { Observation } from '../../../src/release/engine/world.ts';
import { timing } from '../../../src/toolkit/timing.ts';
import { deployment } from '../objects.ts';

it('removes the canary only when the gateway has had time to move its traffic away', () => {
  const moved = Date.parse('2026-01-01');
  const course = {
    namespace: 'shop',
    workload: { kind: 'Deployment', name: 'shop' },
    router: { clean: () => [], setAt: () => moved },
  } as unknown as Course;
  const canary = deployment({ metadata: { name: 'shop-canary', uid: 'uid-canary' } });
  const after = (ms: number) => ({ canary, pods: [], now: moved + ms }) as unknown as Observation;
  expect(tidy(course, after(timing.gatewayDrain - 1))).toMatchObject({ do: 'await', ms: 1 });
  expect(tidy(course, after(timing.gatewayDrain))).toMatchObject({ do: 'remove', uid: 'uid-canary' });
});
