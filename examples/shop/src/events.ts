import type { ServerResponse } from 'node:http';

const tickMs = 1_000;

/** Formats an event as text/event-stream. */
export function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Open event streams. Each gets a tick per second until its client disconnects or the shop stops. */
export class Streams {
  readonly #open = new Set<ServerResponse>();

  /** Adds a response whose headers and first events have been written. */
  add(response: ServerResponse): void {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      // A client that does not read must not fill the memory.
      if (!response.writableNeedDrain) response.write(event('tick', { tick: ticks }));
    }, tickMs);
    this.#open.add(response);
    response.once('close', () => {
      clearInterval(timer);
      this.#open.delete(response);
    });
  }

  /** Ends each stream with a last event, so that clients reconnect to another pod. */
  end(): void {
    for (const response of this.#open) response.end(event('bye', {}));
  }
}
