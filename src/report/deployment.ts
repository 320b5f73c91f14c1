import { defined } from '../toolkit/map.ts';
import type { Origin } from '../toolkit/origin.ts';
import { oneLine } from '../toolkit/printable.ts';

/**
 * Builds request bodies for GitHub's Deployments API, which shows a release at its commit, in the pull request and on the page of the
 * environment. Pure. Source: docs.github.com, REST API endpoints for deployments and deployment statuses.
 */

/** Body of `POST /repos/{owner}/{repo}/deployments/{id}/statuses`. */
export interface DeploymentStatus {
  state: 'in_progress' | 'success' | 'failure' | 'inactive';
  description: string;
  log_url?: string;
  environment_url?: string;
  auto_inactive: boolean;
}

/** Limit of GitHub for a description, in characters. */
const longestDescription = 140;

/** The facts of a release that its deployment needs; a decision record has all of them. */
interface Deployable {
  app: string;
  environment: string;
  release: number;
  images: Record<string, string>;
  /** Where people reach the application. */
  url?: string | undefined;
  runs: readonly { by: Origin }[];
}

/** Returns the body of `POST /repos/{owner}/{repo}/deployments`; undefined when the record has no commit. */
export function deploymentRequest(record: Deployable, production: boolean) {
  const ref = record.runs[0]?.by.revision;
  if (ref === undefined) return undefined;
  const { app, environment, release, images, url } = record;
  return {
    ref,
    environment,
    description: described(`Release ${release} of ${app}`),
    auto_merge: false,
    // The decision to release was made before.
    required_contexts: [],
    production_environment: production,
    payload: { app, release, images, ...defined({ url }) },
  };
}

/** Returns a status with a given sentence, for actions that have no decision record. */
export function statusAs(said: {
  state: DeploymentStatus['state'];
  sentence: string;
  origin: Origin;
  /** Where people reach the application. */
  url?: unknown;
}): DeploymentStatus {
  const { state, sentence, origin, url } = said;
  return {
    state,
    description: described(sentence),
    ...(isAddress(origin.url) ? { log_url: origin.url } : {}),
    ...(isAddress(url) ? { environment_url: url } : {}),
    auto_inactive: state === 'success',
  };
}

/** Shortens a text to one line of at most 140 characters. */
function described(text: string): string {
  const line = oneLine(text).replace(/\s+/g, ' ').trim().toWellFormed();
  if (line.length <= longestDescription) return line;
  // A surrogate pair must not be cut in two.
  return `${line.slice(0, longestDescription - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function isAddress(text: unknown): text is string {
  return typeof text === 'string' && /^https?:\/\//.test(text) && URL.canParse(text);
}
