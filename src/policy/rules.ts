import type { DockerfileRule } from './rule.ts';
import { aptUpdate } from './rules/apt.ts';
import { baseRules } from './rules/bases.ts';
import { downloadRules } from './rules/downloads.ts';
import { hygieneRules } from './rules/hygiene.ts';
import { lockFileRules } from './rules/lock-files.ts';
import { permissionRules } from './rules/permissions.ts';
import { pinRules } from './rules/pins.ts';
import { secretRules } from './rules/secrets.ts';
import { stageRules } from './rules/stages.ts';
import { userRules } from './rules/user.ts';

/** The Dockerfile rules by topic, as in the documentation. */
export const dockerfileRuleGroups: readonly {
  readonly title: string;
  readonly rules: readonly DockerfileRule[];
}[] = [
  { title: 'Base images', rules: baseRules },
  { title: 'Stages', rules: stageRules },
  { title: 'User', rules: userRules },
  { title: 'Dependencies from a lock file', rules: lockFileRules },
  { title: 'Packages', rules: [...pinRules, aptUpdate] },
  { title: 'Downloads', rules: downloadRules },
  { title: 'Permissions', rules: permissionRules },
  { title: 'Secrets', rules: secretRules },
  { title: 'Good practice', rules: hygieneRules },
];

export const dockerfileRules: readonly DockerfileRule[] = dockerfileRuleGroups.flatMap(({ rules }) => rules);
