import type { Cluster } from '../cluster/port.ts';
import type { LogSettings } from '../config/logs.ts';
import { readUpTo } from '../toolkit/body.ts';
import { printable } from '../toolkit/printable.ts';
import { retry } from '../toolkit/retry.ts';
import { withoutSecrets } from '../toolkit/secrecy.ts';
import { timing } from '../toolkit/timing.ts';
import type { StoreAnswer } from './store.ts';

/** Sends a query to a log store. @param body a query in JSON. @returns the JSON of its answer. */
export type AskStore = (path: string, body?: unknown) => Promise<StoreAnswer<unknown>>;

/** Sends one request. @throws Error if there is no answer. */
export type SendToStore = (
  path: string,
  body: unknown,
  signal: AbortSignal,
) => Promise<{ status: number; body: string }>;

/** Returns how to ask the log store of an environment: as a Service through the API server's proxy, or by its address. */
export function askStore(
  settings: LogSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): { name: string; ask: AskStore } {
  const { service, url = '', token, username, tenant } = settings;
  const headers = tenant === undefined ? {} : { 'x-scope-orgid': tenant };
  if (service !== undefined) {
    const { namespace, name, port } = service;
    const root = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
    const title = `the log store ${namespace}/${name}:${port}`;
    return {
      name: title,
      ask: askingWith(title, (path, body, signal) =>
        cluster.fetch(`${root}${path}`, signal, { body, headers }),
      ),
    };
  }
  const base = url.replace(/\/+$/, '');
  const title = `the log store ${URL.parse(base)?.host ?? base}`;
  const secret = token === undefined ? '' : (env[token] ?? '').trim();
  if (token !== undefined && secret === '')
    return {
      name: title,
      ask: async () => ({ ok: false, detail: `${title} cannot be asked: ${token} is empty` }),
    };
  const basic = Buffer.from(`${username}:${secret}`).toString('base64');
  const login = username === undefined ? `Bearer ${secret}` : `Basic ${basic}`;
  const sent = secret === '' ? headers : { ...headers, authorization: login };
  return { name: title, ask: askingWith(title, sendTo(base, sent), [secret, basic]) };
}

/** Bytes; pages are far smaller. */
const largestBody = 64 * 1024 * 1024;

const sendTo =
  (base: string, headers: Record<string, string>): SendToStore =>
  async (path, body, signal) => {
    const asked =
      body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          };
    const response = await fetch(`${base}${path}`, { ...asked, signal, redirect: 'manual' });
    const tooLarge = () => new AnswerTooLarge('its answer is larger than 64 MiB');
    return {
      status: response.status,
      body: (await readUpTo(response.body, largestBody, tooLarge)).toString('utf8'),
    };
  };

class AnswerTooLarge extends Error {}

const patience = 15_000;
const attempts = 3;

/** Builds the way to ask a store on top of `send`. @param secrets values that no sentence may contain. */
export function askingWith(name: string, send: SendToStore, secrets: readonly string[] = []): AskStore {
  const hidden = secrets.filter(secret => secret !== '');
  return async (path, body) => {
    const answer = await retry(
      {
        attempts,
        within: patience,
        unfinished: ({ passing }) => passing,
        delay: count => count * timing.apiRetry,
      },
      () => askOnce(send, path, body),
    );
    if (answer.ok) return { ok: true, value: answer.value };
    return { ok: false, detail: withoutSecrets(`${name} ${answer.detail}`, hidden) };
  };
}

type Asked = { ok: true; value: unknown; passing: false } | { ok: false; detail: string; passing: boolean };

async function askOnce(send: SendToStore, path: string, body: unknown): Promise<Asked> {
  const signal = AbortSignal.timeout(patience);
  try {
    return answerIn(await send(path, body, signal));
  } catch (error) {
    const detail = signal.aborted
      ? `does not answer within ${patience / 1000} s`
      : `does not answer (${short(innermost(error))})`;
    return { ok: false, detail, passing: !signal.aborted && !(error instanceof AnswerTooLarge) };
  }
}

function innermost(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof Error ? cause.message || String(Reflect.get(cause, 'code')) : String(cause);
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
export function short(text: string): string {
  const line = printable(text.slice(0, 2000)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200).toWellFormed()}…` : line;
}
