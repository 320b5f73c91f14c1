import { wholeSchema } from './formats.ts';

/** Versions of what `policy`, `assess` and `report` demand. A new one lets users see what was added since they last agreed to it. */

/** What each version added. */
const versions: Readonly<Record<number, string>> = {
  1: 'rules for Dockerfiles, images and scans',
  2: 'rules for manifests and variables (`assess`, `env-policy`), and a report of all requirements (`report`)',
};

export const newestPolicy = Math.max(...Object.keys(versions).map(Number));

const problem = `is not a version of the policy; write ${newestPolicy}, the newest one, or use a later version of Slipway`;

export const policyVersionSchema = wholeSchema(1, newestPolicy, problem);

/** Returns a sentence about each version that is newer than the one in slipway.yml; none without one. Pure. */
export const policyNotices = (version: number | undefined): string[] =>
  version === undefined
    ? []
    : Object.entries(versions)
        .filter(([each]) => Number(each) > version)
        .map(
          ([each, added]) =>
            `\`policy-version: ${version}\` is old: version ${each} adds ${added}; read docs/assess.md, then set \`policy-version: ${newestPolicy}\``,
        );
