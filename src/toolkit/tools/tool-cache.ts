import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { addAbortSignal } from 'node:stream';
import * as library from '@actions/tool-cache';
import { cancelled } from '../errors.ts';
import { serialQueue } from '../parallel.ts';

/** Adapts @actions/tool-cache, which cannot be cancelled, waits between attempts, and works on GitHub only. It loads slowly: import it late. */

/** Milliseconds for a download, and until the first answer to each of its requests. */
const [longest, longestSilence] = [600_000, 20_000];

// No pauses between its three attempts, where another mirror can be asked instead. The library has no other setting for them.
Object.assign(globalThis, {
  TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS: 0,
  TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS: 0,
});

/** The download to which a request belongs. */
const downloads = new AsyncLocalStorage<{ signal: AbortSignal; end(reason?: Error): void }>();

subscribe('http.client.request.created', message => {
  const { request } = message as { request: ClientRequest };
  const download = downloads.getStore();
  if (download === undefined) return;
  addAbortSignal(download.signal, request);
  const silence = setTimeout(
    () => download.end(new Error(`there was no answer within ${longestSilence / 1000} s`)),
    longestSilence,
  );
  // A request that fails in a proxy is not closed.
  silence.unref();
  for (const event of ['response', 'connect', 'close']) request.once(event, () => clearTimeout(silence));
});

/**
 * Downloads a file, without credentials.
 * @param file its path, which does not exist.
 * @returns why there is no file; undefined when there is one. No request is left.
 * @throws UserError when the run is cancelled.
 */
export async function downloadTo(
  url: string,
  file: string,
  cancel: AbortSignal,
): Promise<string | undefined> {
  const ending = new AbortController();
  const end = (reason?: Error) => ending.abort(reason);
  const signal = AbortSignal.any([cancel, ending.signal, AbortSignal.timeout(longest)]);
  try {
    await downloads.run({ signal, end }, () => library.downloadTool(url, file));
    return undefined;
  } catch (error) {
    if (cancel.aborted) throw cancelled();
    if (error instanceof library.HTTPError) return `answered ${error.httpStatusCode}`;
    const cause: unknown = signal.aborted ? signal.reason : error;
    return `failed (${cause instanceof Error ? cause.message : cause})`;
  } finally {
    // The library leaves a request open if it does not read the answer.
    end();
  }
}

/** Returns the folder of a tool in a cache; undefined without one. Its content is not verified. */
export const findCached = (root: string, tool: string, version: string): Promise<string | undefined> =>
  inCache(root, async () => library.find(tool, version) || undefined);

/** Copies a file into a cache. A run that reads the same version meanwhile may find no file or a part of it. */
export const cacheFile = (
  root: string,
  tool: string,
  version: string,
  file: string,
  name: string,
): Promise<string> => inCache(root, () => library.cacheFile(file, name, tool, version));

const turn = serialQueue();

/** The library takes the folder from the environment, at the beginning and at the end of its work. */
const inCache = <Result>(root: string, work: () => Promise<Result>): Promise<Result> =>
  turn(async () => {
    const { RUNNER_TOOL_CACHE: before } = process.env;
    process.env.RUNNER_TOOL_CACHE = root;
    try {
      return await work();
    } finally {
      if (before === undefined) delete process.env.RUNNER_TOOL_CACHE;
      else process.env.RUNNER_TOOL_CACHE = before;
    }
  });

/** Unpacks a gzipped archive of verified content. @returns the folder. */
export const extractTar = (archive: string, folder: string): Promise<string> =>
  library.extractTar(archive, folder);
