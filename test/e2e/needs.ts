import type { PartName } from '../../lab/asked.ts';

/**
 * Says which parts of the lab a test file needs beyond BuildKit, gateway, Prometheus and trivy. It stands at the top level of the file with
 * literal names: `scripts/test` reads it there, and brings these parts up.
 * @throws Error when the lab lacks one.
 */
export function needs(...needed: PartName[]): void {
  const present = (process.env.SLIPWAY_LAB_PARTS ?? '').split(',');
  const lacking = needed.filter(part => !present.includes(part));
  if (lacking.length === 0) return;
  throw new Error(
    `the lab cannot run this test file: it has no ${lacking.join(', ')}. Add it with scripts/lab up --with ${lacking.join(',')}, or run scripts/test with the path of the file.`,
  );
}
