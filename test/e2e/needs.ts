import type { PartName } from '../../lab/asked.ts';

/**
 * Declares the lab parts that a test file needs besides BuildKit, gateway, Prometheus and trivy. Call it at the top level of the file
 * with literal names: `scripts/test` reads the source and starts these parts.
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
