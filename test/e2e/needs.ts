/** Parts of a lab that not every end-to-end test needs. */
export const parts = [
  'cosign',
  'metrics',
  'netpol',
  'recovery',
  'registries',
  'sigstore',
  'traefik',
] as const;

export type Part = (typeof parts)[number];

/**
 * Says which parts of the lab a test file needs beyond BuildKit, gateway, Prometheus and trivy. It stands at the top level of the file with literal
 * names: `scripts/test` reads it there and brings these parts up.
 * @throws Error when the lab lacks one.
 */
export function needs(...needed: Part[]): void {
  const present = (process.env.SLIPWAY_LAB_PARTS ?? '').split(',');
  const lacking = needed.filter(part => !present.includes(part));
  if (lacking.length === 0) return;
  throw new Error(
    `the lab has no ${lacking.join(', ')}: this test file needs it. Run scripts/test with the file's path, or add it by scripts/lab up --with ${lacking.join(',')}.`,
  );
}
