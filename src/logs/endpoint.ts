import { type Endpoint, endpointOf, inSentence } from '../analysis/http-endpoint.ts';
import type { Cluster, ProxiedRequest } from '../cluster/port.ts';
import type { LogSettings } from '../config/logging.ts';
import { innermostCause } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import { retry } from '../toolkit/retry.ts';
import { withoutSecrets } from '../toolkit/secrecy.ts';
import { timing } from '../toolkit/timing.ts';
import type { StoreAnswer } from './store.ts';

/** Sends a query to a log store. @param body a query in JSON. @returns the JSON of its answer. */
export type AskStore = (path: string, body?: unknown) => Promise<StoreAnswer<unknown>>;

/** Returns how to ask the log store of an environment: as a Service through the API server's proxy, or by its address. */
export function askStore(
  settings: LogSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): { name: string; ask: AskStore } {
  const { tenant, service, ...rest } = settings;
  const endpoint = endpointOf(
    {
      ...rest,
      ...(service === undefined ? {} : { service }),
      ...(tenant === undefined ? {} : { headers: { 'x-scope-orgid': tenant } }),
    },
    cluster,
    env,
  );
  const name = `the log store ${endpoint.name}`;
  // Through the proxy a GET with a body does, and needs no right to create.
  const method = service === undefined ? 'POST' : 'GET';
  const ask: AskStore = async (path, body) => {
    if (endpoint.missing !== undefined)
      return { ok: false, detail: `${name} cannot be asked: ${endpoint.missing}` };
    const request: ProxiedRequest = body === undefined ? { method: 'GET' } : { method, body };
    const answer = await retry(
      { attempts, unfinished: ({ passing }) => passing, delay: count => count * timing.apiRetry },
      () => askOnce(endpoint, path, request),
    );
    if (answer.ok) return { ok: true, value: answer.value };
    const hidden = endpoint.secret === '' ? [] : [endpoint.secret];
    return { ok: false, detail: withoutSecrets(`${name} ${answer.detail}`, hidden) };
  };
  return { name, ask };
}

const patience = 15_000;
const attempts = 3;

type Asked = { ok: true; value: unknown; passing: false } | { ok: false; detail: string; passing: boolean };

async function askOnce({ send }: Endpoint, path: string, request: ProxiedRequest): Promise<Asked> {
  const signal = AbortSignal.timeout(patience);
  try {
    return answerIn(await send(path, signal, request));
  } catch (error) {
    const why = short(innermostCause(error));
    const detail = signal.aborted
      ? `does not answer within ${patience / 1000} s`
      : `does not answer (${why})`;
    return { ok: false, detail, passing: !signal.aborted && !/larger than/.test(why) };
  }
}

/** Interprets a response. Pure. */
function answerIn({ status, body }: { status: number; body: string }): Asked {
  if (status === 200) {
    try {
      return { ok: true, value: JSON.parse(body), passing: false };
    } catch {
      return { ok: false, detail: `answered with what is not JSON: ${short(body)}`, passing: false };
    }
  }
  if (status >= 300 && status < 400)
    return {
      ok: false,
      detail: 'answered with a redirect, probably to a login page; set its direct address',
      passing: false,
    };
  const said = short(reasonIn(body));
  const passing = status === 429 || status >= 500;
  if (/no endpoints available/.test(said))
    return { ok: false, detail: 'has no ready pod behind its Service', passing };
  if (status === 401) return { ok: false, detail: `does not accept the credential (401: ${said})`, passing };
  return { ok: false, detail: `answered ${status}${said === '' ? '' : `: ${said}`}`, passing };
}

/** Returns the reason in an error of Elasticsearch, OpenSearch or the API server; Loki answers with plain text. */
function reasonIn(body: string): string {
  try {
    const { error, message } = JSON.parse(body) as { error?: unknown; message?: unknown };
    if (typeof error === 'string') return error;
    const { reason, root_cause } = (error ?? {}) as { reason?: unknown; root_cause?: unknown };
    const cause: unknown = Array.isArray(root_cause) ? root_cause[0]?.reason : undefined;
    const said = [cause, reason, message].find(each => typeof each === 'string');
    return typeof said === 'string' ? said : body;
  } catch {
    return body;
  }
}

/** Shortens untrusted text to one printable line without a full stop. Pure. */
export const short = (text: string): string => inSentence(printable(text.slice(0, 2000))).toWellFormed();
