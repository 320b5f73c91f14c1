/** The gateways of a lab, each by the preset of `gate.share` that reads its counters. */
export const gateways = {
  contour: { name: 'lab', url: process.env.SLIPWAY_GATEWAY ?? '' },
  traefik: { name: 'traefik', url: process.env.SLIPWAY_TRAEFIK ?? '' },
} as const;

export type GatewayKind = keyof typeof gateways;

/** Standard deviations that chance may be off: one sample of 16,000 is further away. */
const Z = 4;

/**
 * How many points a version's share of some requests may be away from its weight. Envoy draws a version anew for each request, so
 * the share is binomial; Traefik goes through them in turn, and may begin its round anew meanwhile.
 */
export function tolerance(kind: GatewayKind, weight: number, requests: number): number {
  if (kind === 'traefik') return 0.5;
  return Z * Math.sqrt((weight * (100 - weight)) / requests);
}
