/** The gateways of a lab, by the preset of `gate.share` that reads their counters. */
export const gateways = {
  contour: { name: 'lab', url: process.env.SLIPWAY_GATEWAY ?? '' },
  traefik: { name: 'traefik', url: process.env.SLIPWAY_TRAEFIK ?? '' },
} as const;

export type GatewayKind = keyof typeof gateways;

/** Allowed standard deviations: one sample in 16,000 is further away by chance. */
const Z = 4;

/**
 * Returns by how many points a version's share of some requests may differ from its weight. Envoy draws a version for each request, so
 * the share is binomial; Traefik uses them in turn, and may restart its round meanwhile.
 */
export function tolerance(kind: GatewayKind, weight: number, requests: number): number {
  if (kind === 'traefik') return 0.5;
  return Z * Math.sqrt((weight * (100 - weight)) / requests);
}
