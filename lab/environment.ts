import { join } from 'node:path';
import { ALERTING_VARIABLES } from './alerting.ts';
import { hasPart, partsOf } from './asked.ts';
import { credentialsOf } from './credentials.ts';
import { EXPORTER_VARIABLES } from './exporters.ts';
import {
  ADDRESS,
  AUDIENCE,
  GATEWAY,
  ISSUER,
  isSimulated,
  KUBECTL_IMAGE,
  type Lab,
  labOf,
  REGISTRY,
  TRAEFIK,
  TRAFFIC_PORT,
} from './lab.ts';
import { LOG_VARIABLES } from './logs.ts';
import { DATABASE_IMAGE, RECORDS_IMAGE } from './recovery.ts';
import { storeUrl } from './s3.ts';
import { trivyCache } from './trivy.ts';

/** Returns the environment variables for programs that use the lab from inside its network (`enter(lab, 'lab')`, `scripts/lab exec`). */
export function labEnvironment(name: string): Record<string, string> {
  return variables(labOf(name));
}

export function variables(lab: Lab): Record<string, string> {
  const all = everyVariable(lab);
  if (!isSimulated(lab)) return all;
  const own = Object.fromEntries(Object.entries(all).filter(([name]) => SIMULATED_VARIABLES.has(name)));
  return { ...own, SLIPWAY_TRAFFIC: `${ADDRESS}:${TRAFFIC_PORT}` };
}

/** The variables that a simulated lab has. */
const SIMULATED_VARIABLES = new Set([
  'KUBECONFIG',
  'KUBECACHEDIR',
  'SLIPWAY_LAB',
  'SLIPWAY_LAB_DIR',
  'SLIPWAY_LAB_ADDRESS',
  'SLIPWAY_CA',
]);

function everyVariable(lab: Lab): Record<string, string> {
  return {
    KUBECONFIG: join(lab.dir, 'admin.kubeconfig'),
    // The cache of API discovery is keyed by address, and every lab has the same one.
    KUBECACHEDIR: join(lab.dir, 'kube-cache'),
    SLIPWAY_LAB: lab.name,
    SLIPWAY_LAB_DIR: lab.dir,
    SLIPWAY_LAB_ADDRESS: ADDRESS,
    SLIPWAY_LAB_PARTS: partsOf(lab).join(','),
    SLIPWAY_REGISTRY: REGISTRY,
    SLIPWAY_GATEWAY: GATEWAY,
    SLIPWAY_KUBECTL_IMAGE: KUBECTL_IMAGE,
    SLIPWAY_TRIVY_DB: trivyCache(lab),
    SLIPWAY_OIDC: ISSUER,
    SLIPWAY_OIDC_AUDIENCE: AUDIENCE,
    SLIPWAY_CA: credentialsOf(lab).ca,
    BUILDX_BUILDER: lab.id,
    BUILDX_CONFIG: join(lab.dir, 'buildx'),
    ...(hasPart(lab, 'traefik') ? { SLIPWAY_TRAEFIK: TRAEFIK } : {}),
    ...(hasPart(lab, 'recovery') ? recoveryVariables() : {}),
    ...(hasPart(lab, 'alerting') ? ALERTING_VARIABLES : {}),
    ...(hasPart(lab, 'exporters') ? EXPORTER_VARIABLES : {}),
    ...(hasPart(lab, 'logs') ? LOG_VARIABLES : {}),
  };
}

function recoveryVariables(): Record<string, string> {
  return {
    SLIPWAY_DATABASE_IMAGE: DATABASE_IMAGE,
    SLIPWAY_RECORDS_IMAGE: RECORDS_IMAGE,
    SLIPWAY_S3_NEAR: storeUrl('near'),
    SLIPWAY_S3_FAR: storeUrl('far'),
  };
}

/** Returns shell lines for `eval`. */
export function exportLines(lab: Lab): string {
  const lines = Object.entries(variables(lab)).map(([name, value]) => `export ${name}=${quoted(value)}`);
  return [...lines, `export PATH=${quoted(lab.bin)}:"$PATH"`].join('\n');
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
