import { detectSecrets } from './detectors.ts';
import { type DummySecret, encodingIn, type SecretEncoding } from './dummy-secrets.ts';
import type { LogLine } from './store.ts';

/** A kind of secret in the logs of a pod. The value is never part of it. */
export interface Leak {
  readonly pod: string;
  readonly container: string;
  readonly kind: string;
  readonly encoding: SecretEncoding;
  /** Whether it is a dummy secret that this run has sent; otherwise it was recognized by its form. */
  readonly sent: boolean;
  /** In how many lines. */
  readonly lines: number;
}

/** Looks for dummy secrets in lines, and for other secrets by their form. */
export async function findLeaks(lines: readonly LogLine[], secrets: readonly DummySecret[]): Promise<Leak[]> {
  const leaks = new Map<string, Leak>();
  const note = ({ pod, container }: LogLine, kind: string, encoding: SecretEncoding, sent: boolean) => {
    const key = [pod, container, kind, encoding, sent].join(' ');
    const known = leaks.get(key);
    leaks.set(key, { pod, container, kind, encoding, sent, lines: (known?.lines ?? 0) + 1 });
  };
  const others: LogLine[] = [];
  for (const line of lines) {
    const found = secrets.flatMap(secret => {
      const encoding = encodingIn(line.text, secret) ?? encodingIn(restOf(line), secret);
      return encoding === undefined ? [] : [{ kind: secret.kind, encoding }];
    });
    for (const { kind, encoding } of found) note(line, kind, encoding, true);
    // A dummy secret also has the form of one.
    if (found.length === 0) others.push(line);
  }
  const texts = others.map(line => `${line.text} ${restOf(line)}`);
  for (const { line, kind } of await detectSecrets(texts)) {
    const place = others[line];
    if (place !== undefined) note(place, kind, 'raw', false);
  }
  return [...leaks.values()].sort((a, b) => b.lines - a.lines);
}

/** Returns what a store has parsed out of a line, as text; without the line itself. */
function restOf({ text, fields }: LogLine): string {
  const rest = Object.entries(fields).filter(([, value]) => value !== text);
  return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest));
}
