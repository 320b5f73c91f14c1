import { dockerfileRules as names } from '../config/rules.ts';
import type { DockerfileRule } from './rule.ts';
import { baseRules } from './rules/bases.ts';
import { downloadRules } from './rules/downloads.ts';
import { hygieneRules } from './rules/hygiene.ts';
import { lockFileRules } from './rules/lock-files.ts';
import { packageRules } from './rules/packages.ts';
import { permissionRules } from './rules/permissions.ts';
import { pinRules } from './rules/pins.ts';
import { secretRules } from './rules/secrets.ts';
import { stageRules } from './rules/stages.ts';
import { userRules } from './rules/user.ts';

/** The rules on Dockerfiles by what they are about, as the documentation shows them. */
export const dockerfileRuleGroups: readonly {
  readonly title: string;
  readonly rules: readonly DockerfileRule[];
}[] = [
  { title: 'Base images', rules: baseRules },
  { title: 'Stages', rules: stageRules },
  { title: 'User', rules: userRules },
  { title: 'Dependencies from a lock file', rules: lockFileRules },
  { title: 'Packages by name', rules: pinRules },
  { title: 'Package managers', rules: packageRules },
  { title: 'Downloads', rules: downloadRules },
  { title: 'Rights', rules: permissionRules },
  { title: 'Secrets', rules: secretRules },
  { title: 'Form', rules: hygieneRules },
];

export const dockerfileRules: readonly DockerfileRule[] = dockerfileRuleGroups.flatMap(({ rules }) => rules);

/** Those about the comments themselves: policy/ignores.ts finds them. */
export const commentRules = ['ignore-comment', 'ignore-unused'] as const;

/** Names in slipway.yml that nothing looks for; a test holds that there are none. */
export const rulesWithoutCode: readonly string[] = Object.keys(names).filter(
  name => !dockerfileRules.some(rule => rule.name === name) && !commentRules.some(each => each === name),
);
