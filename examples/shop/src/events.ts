import type { ServerResponse } from 'node:http';

const tickMs = 1_000;

/** One event in the form of text/event-stream. */
export function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Answers that stay open: each gets a tick a second until its client leaves or the shop stops. */
export class Streams {
  readonly #open = new Set<ServerResponse>();

  /** Takes over an answer whose headers and first events have been written. */
  add(response: ServerResponse): void {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      // A client that does not read must not fill our memory.
      if (!response.writableNeedDrain) response.write(event('tick', { tick: ticks }));
    }, tickMs);
    this.#open.add(response);
    response.once('close', () => {
      clearInterval(timer);
      this.#open.delete(response);
    });
  }

  /** Ends each stream with an event that says so, rather than in the middle: clients come back, to another pod. */
  end(): void {
    for (const response of this.#open) response.end(event('bye', {}));
  }
}
