import type { Repository } from './repository.ts';

/** How an application in one language is tested, built and started. */
export interface Stack {
  /** The port of its web server, by the convention of the language. */
  readonly port: number;
  /** The tests for slipway.yml; undefined when none were found. */
  readonly test?: { readonly run: string; readonly junit?: string };
  /** What its tests need on a runner; undefined where runners have it. */
  readonly language?: Language;
  /** The text of a Dockerfile for it, without EXPOSE. */
  readonly dockerfile: string;
  /** Numeric user of that Dockerfile. */
  readonly user: number;
  /** Whether it writes outside of /tmp. */
  readonly writes?: boolean;
  /** Files and folders that must not get into the image. */
  readonly ignored: readonly string[];
  /** Commands that must run before the first build. */
  readonly first?: readonly string[];
  /** What was assumed and may be wrong, one sentence each. */
  readonly notes?: readonly string[];
}

/** A language in the version of the image. */
export interface Language {
  readonly name: 'Node.js' | 'Python' | 'Go' | 'Java';
  readonly version: string;
}

/** The files of one folder, with paths relative to it. */
export type ProjectFiles = Pick<Repository, 'name' | 'paths' | 'texts'>;

/** Returns the major version in a text such as `>=22.1`, `v24` or `3.13`. Pure. */
export const majorIn = (text: string | undefined, fallback: number): number =>
  Number(/\d+/.exec(text ?? '')?.[0] ?? fallback);

/** Returns `1.2` of a text with a version. Pure. */
export const minorIn = (text: string | undefined, fallback: string): string =>
  /\d{1,4}\.\d+/.exec(text ?? '')?.[0] ?? fallback;

/** Returns the command of the process `web` in a Procfile. Pure. */
export const procfileOf = ({ texts }: ProjectFiles): string | undefined =>
  /^web:\s*(.+)$/m.exec(texts.get('Procfile') ?? '')?.[1]?.trim();

/** Whether one of the files exists; returns the first. Pure. */
export const firstOf = ({ paths }: ProjectFiles, ...names: string[]): string | undefined =>
  names.find(name => paths.includes(name));

const isTest = (path: string) => /(^|\/)(tests?|spec|__tests__|docs?|examples?)\/|[._]test\./.test(path);

/** What names the port that a program listens on, surest first. Each takes linear time, because sources may be crafted to be slow to search. */
const ports = [
  /^[ \t]*server\.port[ \t]*[=:][ \t]*(?:\$\{\w+:)?(\d{2,5})\b/m,
  /^server:[ \t\r]*\n(?:[ \t].*\n|\r?\n){0,50}?[ \t]+port:[ \t]*(?:\$\{\w+:)?(\d{2,5})\b/m,
  // Not the key of a database's settings, such as 'PORT': '5432' in Django, and not the port of a database.
  /\bPORT\b(?!["']\s{0,9}:)\D{0,12}(?!(?:1433|1521|3306|5432|6379|27017)\b)(\d{4,5})\b/,
  /\.listen\(\s*(\d{2,5})\b/,
  /(?:ListenAndServe(?:TLS)?|Listen|Run|Start)\(\s*"[\w.]*:(\d{2,5})"/,
  /\bAddr:\s*"[\w.]*:(\d{2,5})"/,
  /Server\(\s*\(\s*["'][\w.]*["'],\s*(\d{2,5})\s*\)/,
  /\.run\([^)]{0,100}\bport\s*=\s*(\d{2,5})\b/,
];
const source = /\.([cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|properties)$|(^|\/)application\.ya?ml$/;

/** Returns the port that the sources name, and whether they take it from the variable `PORT`. Pure. */
export function portIn({ texts }: Pick<ProjectFiles, 'texts'>): {
  port: number | undefined;
  variable: boolean;
} {
  const read = [...texts].filter(([path]) => source.test(path) && !isTest(path)).map(([, text]) => text);
  const found = ports
    .flatMap(each => read.flatMap(text => each.exec(text)?.[1] ?? []))
    .map(Number)
    .find(port => port < 65536);
  return {
    port: found,
    variable: read.some(text => /env\w{0,20}(?:\W{1,4}|\.get\W{1,3})PORT\b/i.test(text)),
  };
}
