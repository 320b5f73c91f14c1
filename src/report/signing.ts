import type { Signed } from '../signing/sign.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** Returns the job summary of `sign`: the signatures and attestations of each image. */
export function signSummary(app: string, signed: Readonly<Record<string, Signed>>, by: string): string {
  const rows = Object.entries(signed).flatMap(([name, { repository, digest, made, kept }]) => [
    ...made.map(type => [name, shortDigests(`${repository}@${digest}`), type, 'now']),
    ...kept.map(type => [name, shortDigests(`${repository}@${digest}`), type, 'before']),
  ]);
  const who = by === '' ? '' : `\n\nSigned by ${cell(by)}, and verified in the same way as by a release.`;
  return `### ✅ ${cell(app)}: signed${who}\n\n${table(['image', 'reference', 'what', 'signed'], rows)}\n`;
}
