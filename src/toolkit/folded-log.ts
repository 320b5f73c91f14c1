import { randomUUID } from 'node:crypto';
import { endGroup, startGroup } from '@actions/core';
import { logLine, oneLine, printable } from './printable.ts';
import { commandsOff } from './runner.ts';

/** Lines of progress before the others go into a group. */
const most = 40;

/**
 * The log of a step on GitHub, which folds long output, so that the result can be seen: the last line comes again after the group, and
 * annotations come outside of it.
 */
export class FoldedLog {
  readonly #title: string;
  readonly #say: (line: string) => void;
  #lines = 0;
  #last = '';
  /** `quoted`: the output of another program, in which the runner ignores commands. */
  #group: 'none' | 'progress' | 'quoted' = 'none';

  constructor(name: string, say: (line: string) => void) {
    this.#title = `More of ${name}`;
    this.#say = say;
  }

  /** Logs a line of progress. */
  report(text: string): void {
    this.#last = logLine(text);
    this.#lines += 1;
    if (this.#group === 'none' && this.#lines > most) {
      startGroup(this.#title);
      this.#group = 'progress';
    }
    this.#say(this.#last);
  }

  /** Ends the group of progress, if there is one: what follows can be seen. */
  unfold(): void {
    if (this.#group !== 'progress') return;
    endGroup();
    this.#group = 'none';
  }

  /** Ends the log with its last line, if that is in a group. */
  end(): void {
    if (this.#group !== 'progress') return;
    this.unfold();
    this.#say(this.#last);
  }

  /** Logs the output of another program in a group. */
  async quote<Result>(
    title: string,
    work: (print: (line: string) => void) => Promise<Result>,
  ): Promise<Result> {
    const { stop, resume } = commandsOff(randomUUID());
    this.unfold();
    this.#group = 'quoted';
    startGroup(printable(title));
    this.#say(stop);
    try {
      return await work(line => this.#say(oneLine(line)));
    } finally {
      this.#say(resume);
      endGroup();
      this.#group = 'none';
    }
  }
}
