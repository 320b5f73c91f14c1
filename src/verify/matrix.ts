import type { Verify } from '../config/types.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { isHtml, mediaType, type Response } from './assertions.ts';
import {
  type CheckResult,
  type Clock,
  causedBy,
  longestAttempt,
  pauseBetween,
  requestName,
  resultOf,
} from './checks.ts';
import type { Ask } from './sender.ts';

/** The matrix of endpoints and identities: each must get the status that slipway.yml expects. */

type Endpoint = NonNullable<Verify['matrix']>[number];

/** Requests that are under way at once. */
const atOnce = 4;
/** Attempts while there is no answer, or one of a gateway that has no pod: a wrong status is final. */
const mostAttempts = 3;

/** Sends every request of the matrix. */
export function askMatrix(matrix: readonly Endpoint[], ask: Ask, clock: Clock): Promise<CheckResult[]> {
  const cells = matrix.flatMap(endpoint =>
    Object.entries(endpoint.expect).map(([identity, expected]) => ({ endpoint, identity, expected })),
  );
  return mapOf(cells, atOnce, async ({ endpoint, identity, expected }): Promise<CheckResult> => {
    const start = clock.now();
    const { expect: _, type, ...request } = endpoint;
    const name = requestName(request);
    for (let attempts = 1; ; attempts++) {
      const answer = await ask({ ...request, as: identity }, longestAttempt);
      const ms = clock.now() - start;
      const got = answer.ok ? answer.response.status : undefined;
      const unavailable = got === undefined || (got >= 502 && got <= 504 && got !== expected);
      if (unavailable && attempts < mostAttempts) {
        await clock.sleep(pauseBetween);
        continue;
      }
      const reason = answer.ok ? problemOf(answer.response, expected, type) : answer.reason;
      const found = reason === undefined ? {} : { reason, ...causedBy(answer) };
      const cell = { endpoint: name, identity, expected, ...(got === undefined ? {} : { got }) };
      return { ...resultOf('matrix', `${name} as ${identity}`, found, attempts, ms), cell };
    }
  });
}

/** The answer is not quoted: it may contain what only this identity may see. */
function problemOf(response: Response, expected: number, type: string | undefined): string | undefined {
  if (response.status !== expected) return `answered ${response.status}, expected ${expected}`;
  if (expected >= 300) return undefined;
  if (type === undefined)
    return isHtml(response)
      ? `answered ${expected} with HTML, probably the fallback page of a single-page app`
      : undefined;
  return mediaType(response) === type.toLowerCase()
    ? undefined
    : `answered with a media type other than ${type}`;
}
