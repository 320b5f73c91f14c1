import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { jsonIn } from '../toolkit/map.ts';
import { distinct, type ScanFinding, type Severity } from './findings.ts';
import { sameKey } from './judge.ts';
import type { ScannedImage } from './scan.ts';

/** What a pull request changes: findings and sizes, compared with the last scan of the branch that it goes into. */

const baseSchema = z.record(
  z.string(),
  z.object({ findings: z.array(z.string()), bytes: z.record(z.string(), z.number()) }),
);

/** By the name of the image: the keys of its findings, and its compressed bytes by platform. */
export type ScanBase = z.output<typeof baseSchema>;

/** What the comment in a pull request shows of a scan. */
export interface ScanComparison {
  /** Whether there is a base. Without one the findings are those that fail the scan. */
  readonly compared: boolean;
  /** The worst new ones. */
  readonly findings: readonly (Pick<ScanFinding, 'id' | 'package' | 'version' | 'fixed' | 'image'> & {
    readonly severity: Severity;
    readonly fails: boolean;
  })[];
  /** The number of all new ones, and of those that the base has and this image has not. */
  readonly added: number;
  readonly solved: number;
  readonly sizes: readonly { image: string; platform: string; bytes: number; before?: number }[];
}

/** The rows that a comment shows; a job output has at most 1 MB. */
const most = 20;

interface Scanned {
  readonly images: readonly ScannedImage[];
  readonly findings: readonly ScanFinding[];
  readonly failing: readonly ScanFinding[];
}

/** Returns what a later scan of a pull request is compared with. Pure. */
export const baseOf = ({ images, findings }: Scanned): ScanBase =>
  Object.fromEntries(
    images.map(({ name, bytes }) => [
      name,
      {
        findings: [...new Set(findings.filter(({ image }) => image === name).map(sameKey))],
        bytes: { ...bytes },
      },
    ]),
  );

/** Reads a base; undefined if there is none, or a file that is not one. */
export async function readBase(path: string): Promise<ScanBase | undefined> {
  if (path === '') return undefined;
  const read = baseSchema.safeParse(jsonIn(await readFile(path).catch(() => '')));
  return read.success ? read.data : undefined;
}

/** Compares a scan with its base. An image that the base does not have is new with all its findings. Pure. */
export function compareWithBase(scanned: Scanned, base: ScanBase | undefined): ScanComparison {
  const { images, findings, failing } = scanned;
  const before = new Map(Object.entries(base ?? {}));
  const isKnown = (finding: ScanFinding) =>
    before.get(finding.image)?.findings.includes(sameKey(finding)) === true;
  const fails = new Set(failing);
  const fresh = distinct(base === undefined ? failing : findings.filter(each => !isKnown(each)));
  const now = baseOf(scanned);
  const solved = [...before].flatMap(([name, { findings: known }]) =>
    now[name] === undefined ? [] : known.filter(key => now[name]?.findings.includes(key) !== true),
  );
  return {
    compared: base !== undefined,
    findings: fresh
      .map(({ finding }) => finding)
      .sort((a, b) => Number(fails.has(b)) - Number(fails.has(a)))
      .slice(0, most)
      .map(finding => {
        const { severity, id, package: name, version, fixed, image } = finding;
        return { severity, id, package: name, version, fixed, image, fails: fails.has(finding) };
      }),
    added: fresh.length,
    solved: solved.length,
    sizes: images.flatMap(({ name: image, bytes }) =>
      Object.entries(bytes).map(([platform, size]) => {
        const old = before.get(image)?.bytes[platform];
        return { image, platform, bytes: size, ...(old === undefined ? {} : { before: old }) };
      }),
    ),
  };
}
