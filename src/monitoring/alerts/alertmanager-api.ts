import { z } from 'zod';
import { ask, type QueryResult } from '../../analysis/ask.ts';
import { type EndpointSettings, endpointOf } from '../../analysis/http-endpoint.ts';
import type { Cluster, Method } from '../../cluster/port.ts';
import { jsonIn } from '../../toolkit/map.ts';

/** The API v2 of Alertmanager. No function throws: a failure is a sentence without a full stop. */

/** Sends one request. */
export type AlertmanagerApi = (method: Method, path: string, body?: unknown) => Promise<QueryResult<string>>;

/** Milliseconds for one request: a release waits for it. */
const timeout = 3_000;

/** Returns the Alertmanager of slipway.yml. */
export function alertmanagerOf(
  settings: EndpointSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): AlertmanagerApi {
  const endpoint = endpointOf(settings, cluster, env);
  const read = (body: string) => ({ ok: true, value: body }) as const;
  return (method, path, body) =>
    ask(endpoint, {
      server: 'Alertmanager',
      path,
      request: { method, body },
      read,
      patience: timeout,
      once: true,
    });
}

/** A silence to open. Times are ISO 8601. */
export interface NewSilence {
  readonly matchers: readonly { name: string; value: string; isEqual: boolean; isRegex: boolean }[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

const silenceSchema = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  createdBy: z.string(),
  comment: z.string(),
  startsAt: z.string(),
  matchers: z.array(z.object({ name: z.string(), value: z.string() })),
  status: z.object({ state: z.enum(['active', 'pending', 'expired']) }),
});

const alertSchema = z.object({
  receivers: z.array(z.object({ name: z.string() })),
  status: z.object({
    state: z.enum(['active', 'suppressed', 'unprocessed']),
    silencedBy: z.array(z.string()),
    inhibitedBy: z.array(z.string()),
  }),
});

/** Expires a silence. A silence that has already expired is not a failure. */
export async function expireSilence(api: AlertmanagerApi, id: string): Promise<QueryResult<string>> {
  const answer = await api('DELETE', `/api/v2/silence/${id}`);
  // 404 since Alertmanager 0.26, before it 500 with a sentence.
  const isOver = !answer.ok && /\(404|answered 500: .*(not found|expired)/.test(answer.detail);
  return isOver ? { ok: true, value: '' } : answer;
}

type AlertLabels = Readonly<Record<string, string>>;

/** Returns the silences with a matcher for exactly each of these labels, expired ones, too. A matcher with a regular expression is not found. */
export const silencesFor = (api: AlertmanagerApi, labels: AlertLabels) =>
  listed(api, 'silences', labels, silenceSchema);

/** Returns the alerts with these labels, silenced and inhibited ones, too. */
export const alertsWith = (api: AlertmanagerApi, labels: AlertLabels) =>
  listed(api, 'alerts', labels, alertSchema);

async function listed<Item>(
  api: AlertmanagerApi,
  what: string,
  labels: AlertLabels,
  schema: z.ZodType<Item>,
): Promise<QueryResult<Item[]>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(labels))
    query.append('filter', `${name}=${JSON.stringify(value)}`);
  const answer = await api('GET', `/api/v2/${what}?${query}`);
  if (!answer.ok) return answer;
  const parsed = z.array(schema).safeParse(jsonIn(answer.value));
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}
