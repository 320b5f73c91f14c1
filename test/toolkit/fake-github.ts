import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call of GitHub's API. */
export interface AskedCall {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: Record<string, unknown>;
  readonly token: string;
}

/** Status, body and headers of an answer. A body that is a text is sent as it is. */
export type GivenAnswer = readonly [status: number, body?: unknown, headers?: Record<string, string>];

/**
 * Starts GitHub's API on a loopback port. It divides lists into pages, as docs.github.com describes it.
 * @returns the environment of a step in acme/shop, and all calls.
 */
export async function startGitHub(answer: (call: AskedCall) => GivenAnswer | Promise<GivenAnswer>) {
  const asked: AskedCall[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '', address);
    const call: AskedCall = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? {} : JSON.parse(text),
      token: request.headers.authorization ?? '',
    };
    asked.push(call);
    const [status, body, headers] = await answer(call);
    const page = Number(call.query.page ?? 1);
    const size = Number(call.query.per_page ?? 30);
    const listed = Array.isArray(body) ? body.slice((page - 1) * size, page * size) : body;
    url.searchParams.set('page', String(page + 1));
    const isLast = !Array.isArray(body) || body.length <= page * size;
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(isLast ? {} : { link: `<${url}>; rel="next"` }),
      ...headers,
    });
    response.end(typeof listed === 'string' || listed === undefined ? listed : JSON.stringify(listed));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { GITHUB_API_URL: address, GITHUB_REPOSITORY: 'acme/shop' },
    asked,
    /** `GET issues` for each call of the repository. */
    calls: () => asked.map(({ method, path }) => `${method} ${path.replace('/repos/acme/shop/', '')}`),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type FakeGitHub = Awaited<ReturnType<typeof startGitHub>>;
