import type { ImageRuleName } from '../../config/rules.ts';

/** The rules on images, with what their documentation is made of. */
export interface ImageRule {
  readonly title: string;
  /** What it finds and why that matters, in a sentence or two. */
  readonly finds: string;
  /** What to do, in one sentence without its full stop. */
  readonly remedy: string;
}

export const imageRuleTexts: Readonly<Record<ImageRuleName, ImageRule>> = {
  'image-user-root': {
    title: 'Not as root',
    finds:
      'An image whose configuration says that it runs as root, by name or number, whether its own Dockerfile or its base says so.',
    remedy: 'write USER with another number in the last stage, such as USER 10001',
  },
  'image-user-missing': {
    title: 'A user of its own',
    finds: 'An image whose configuration names no user, which means root.',
    remedy: 'write USER with a number other than 0 in the last stage, such as USER 10001',
  },
  'image-setuid': {
    title: 'No setuid beyond the base',
    finds:
      'A program with the setuid or setgid bit that a layer of the own Dockerfile brings and the base does not have: it runs as its owner, whoever starts it. Packages bring such programs unasked.',
    remedy: 'take the bit away in the same RUN with chmod a-s, or leave the package out',
  },
  'image-capability': {
    title: 'No file capabilities beyond the base',
    finds:
      'A program with file capabilities in a layer of the own Dockerfile: it has rights of root, whoever starts it.',
    remedy:
      'take them away with setcap -r in the same RUN, and give the container what it needs in its manifest',
  },
  'image-world-writable': {
    title: 'Nothing that everybody may write',
    finds:
      'A file or folder that everybody may write, in a layer of the own Dockerfile, and without the sticky bit that makes a shared folder of it. What is in such a folder is told with it.',
    remedy:
      'give it to the user who needs it with chown or --chown, and take the right to write from the others',
  },
  'image-sudo-nopasswd': {
    title: 'No sudo without a password',
    finds: '`NOPASSWD` in `/etc/sudoers` or a file of `/etc/sudoers.d`, also where the base brings it.',
    remedy: 'take the line out, or the whole of sudo; where the base brings it, take another base',
  },
  'image-private-key': {
    title: 'No private key',
    finds:
      'A file with a private key in PEM form in a layer of the own Dockerfile. Whoever has the image has the key, also when a later layer removes the file.',
    remedy:
      'replace the key, and bring its successor in at run time, or into the build with --mount=type=secret',
  },
  'image-shell-history': {
    title: 'No history of a shell',
    finds: 'A history of commands, such as `.bash_history`: it often holds passwords, and tells much.',
    remedy: 'keep it out with .dockerignore, or let the RUN that writes it not do so',
  },
  'image-secret-file': {
    title: 'No file of secrets',
    finds:
      'A file that is there to hold secrets, in a layer of the own Dockerfile and with something of that kind in it: `.env`, `.npmrc` with a token, `.netrc`, `.git-credentials`, the configuration of docker, kubectl or AWS, key stores.',
    remedy:
      'revoke what is in it, name it in .dockerignore, and mount it with --mount=type=secret where a RUN needs it',
  },
  'image-secret-value': {
    title: 'No token in a file',
    finds:
      'A token of a known form (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others) in a file of text of at most 256 KiB, in a layer of the own Dockerfile and outside of packages of others.',
    remedy: 'revoke it, and bring its successor in at run time, or into the build with --mount=type=secret',
  },
  'image-secret-variable': {
    title: 'No secret in the configuration',
    finds:
      'A variable with a name such as `NPM_TOKEN` that has a value, or a value of a known form, in the environment or the history of the image. Build arguments stand in the history.',
    remedy: 'revoke it, and give it to the one RUN that needs it as --mount=type=secret',
  },
  'image-git-folder': {
    title: 'No repository',
    finds: 'The folder `.git` in a layer of the own Dockerfile: all that was ever committed is in the image.',
    remedy: 'name .git in .dockerignore',
  },
};
