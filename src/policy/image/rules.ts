import type { ImageRuleName } from '../../config/rules.ts';

/** The rules for images, with the texts of their documentation. */
export interface ImageRule {
  readonly title: string;
  /** What it finds and why that matters, in one or two sentences. */
  readonly finds: string;
  /** What to do, in one sentence without a full stop. */
  readonly remedy: string;
}

export const imageRuleTexts: Readonly<Record<ImageRuleName, ImageRule>> = {
  'image-user-root': {
    title: 'No root user',
    finds:
      'An image whose user is root, by name or number, whether its Dockerfile or its base image sets it.',
    remedy: 'set USER to another number in the last stage, such as USER 10001',
  },
  'image-user-missing': {
    title: 'A user is set',
    finds: 'An image whose configuration sets no user, which means root.',
    remedy: 'set USER to a number other than 0 in the last stage, such as USER 10001',
  },
  'image-setuid': {
    title: 'No setuid programs beyond the base image',
    finds:
      'A program with the setuid or setgid bit that the base image does not have: it runs as its owner for any user. Packages often add such programs.',
    remedy: 'remove the bit in the same RUN with chmod a-s, or do not install the package',
  },
  'image-capability': {
    title: 'No file capabilities beyond the base image',
    finds:
      "A program with file capabilities in a layer of the Dockerfile: it gives any user some of root's privileges.",
    remedy:
      'remove them with setcap -r in the same RUN, and add the capabilities that the container needs to its manifest',
  },
  'image-world-writable': {
    title: 'No world-writable files',
    finds:
      'A file or folder that any user may write to, in a layer of the Dockerfile, without the sticky bit of a shared folder. The entry of a folder includes its files.',
    remedy:
      'make the user who needs it the owner with chown or --chown, and remove the write permission for others',
  },
  'image-sudo-nopasswd': {
    title: 'No sudo without a password',
    finds: '`NOPASSWD` in `/etc/sudoers` or `/etc/sudoers.d`, even from the base.',
    remedy: 'remove the line, or sudo itself; if the base image brings it, use another base image',
  },
  'image-private-key': {
    title: 'No private key',
    finds:
      'A private key in PEM form in a layer of the Dockerfile. Anyone with the image has the key, even if a later layer removes the file.',
    remedy:
      'replace the key, and provide the new one at run time, or during the build with --mount=type=secret',
  },
  'image-shell-history': {
    title: 'No shell history',
    finds:
      'A command history, such as `.bash_history`: it often contains passwords and other internal details.',
    remedy: 'exclude it in .dockerignore, or change the RUN that writes it',
  },
  'image-secret-file': {
    title: 'No secret files',
    finds:
      'A file for secrets, with such content, in a layer of the Dockerfile: `.env`, `.npmrc` with a token, `.netrc`, `.git-credentials`, the configuration of docker, kubectl or AWS, key stores.',
    remedy:
      'revoke its secrets, list it in .dockerignore, and mount it with --mount=type=secret where a RUN needs it',
  },
  'image-secret-value': {
    title: 'No token in a file',
    finds:
      'A token with a known format (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others) in a text file of at most 256 KiB, in a layer of the Dockerfile and outside third-party packages.',
    remedy: 'revoke it, and provide the new one at run time, or during the build with --mount=type=secret',
  },
  'image-secret-variable': {
    title: 'No secret in the configuration',
    finds:
      'A variable with a name such as `NPM_TOKEN`, or a value with a known format, in the environment or history of the image, which contains build arguments.',
    remedy: 'revoke it, and provide it to the RUN that needs it with --mount=type=secret',
  },
  'image-git-folder': {
    title: 'No Git repository',
    finds:
      'The folder `.git` in a layer of the Dockerfile: the image contains everything that was ever committed.',
    remedy: 'list .git in .dockerignore',
  },
};
