import { afterEach, beforeEach, expect, it } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** What a drill says of its inputs before it looks for a cluster. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.replace(
    '    namespace:',
    `    recovery:
      repositories: {far: {survives: region, pgbackrest: 1, locked: 30d}}
      databases:
        shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [far]}
      drills: {pace: lab}
    namespace:`,
  );
});
afterEach(() => at.close());

const drill = (...more: string[]) =>
  at.slipway(['drill', '--environment', 'production', '--scenario', 'restore', ...more]);

it.each([
  [['--resume-id', 'pod-01234567'], wording('resume-id', 'pod-01234567', 'drill-id')],
  [['--resume-id', 'restore-../../x'], wording('resume-id', 'restore-../../x', 'drill-id')],
  [['--hand-over-after', 'soon'], wording('hand-over-after', 'soon')],
])('%j is refused with a remedy', async (more, problem) => {
  const { code, err } = await drill(...more);
  expect(code).not.toBe(0);
  expect(err.split('\n')).toContainEqual(problem);
});
