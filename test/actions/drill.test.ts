import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './workplace.ts';

/** What a drill says of its inputs before it looks for a cluster. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.replace(
    '    namespace:',
    `    recovery:
      repositories: {far: {apart: region, pgbackrest: 1, locked: 30d}}
      databases:
        shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [far]}
      drills: {profile: lab}
    namespace:`,
  );
});
afterEach(() => at.close());

const drill = (...more: string[]) =>
  at.slipway(['drill', '--environment', 'production', '--scenario', 'restore', ...more]);

it.each([
  [['--resume', 'pod-01234567'], 'the input `resume` is "pod-01234567"; write the output `run` of a drill'],
  [['--resume', 'restore-../../x'], 'the input `resume` is "restore-../../x"'],
  [['--within', 'soon'], 'the input `within` is "soon"'],
])('%j is refused with what to write', async (more, problem) => {
  const { code, err } = await drill(...more);
  expect(code).not.toBe(0);
  expect(err).toContain(problem);
});
