import { type ArchiveIndex, places } from './inventory.ts';

/** What whoever opens the archive reads first. It has to do for somebody who was not there when it was made. Pure. */
export function instructions({
  app,
  environment,
  at,
  set,
  repository,
  images,
  programs,
}: ArchiveIndex): string {
  const versions = Object.entries(programs)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  return `# ${app}, ${environment}: everything that is needed to bring it back

Made ${new Date(at).toISOString()}, newest backup \`${set}\`, from the repository \`${repository}\`. With it are ${images.length} images by their digests, the repository as it was checked out, and the programs that this takes
(${versions}; for Linux on the processor that it was made on). Nothing of it is fetched from anywhere.

You need besides:

1. the **offline key**, a file that begins with \`AGE-SECRET-KEY-\` or has such a line, and the **checksum** that is kept beside it;
2. a **Kubernetes** cluster, and a kubeconfig that may do everything in one namespace and make some in none;
3. a **registry** that the cluster can pull from, and this machine can push to;
4. an empty **bucket**, which this machine and the cluster can reach.

**Run nothing of this disk before you have compared it** with what was kept apart from it: who could change a program here could change this page, too. In this folder, with sha256sum of your own machine:

\`\`\`sh
sha256sum ${places.sums}                            # has to print the checksum that is kept beside the key, digit by digit
sha256sum --check --strict --quiet ${places.sums}   # has to print nothing
\`\`\`

When one of them says something else, stop, and take another copy. Then:

\`\`\`sh
./${places.programs}/kubectl create namespace ${app}-recovered
export RECOVERED_ACCESS_KEY_ID=… RECOVERED_SECRET_ACCESS_KEY=…   # of the bucket
PATH="$PATH:$PWD/${places.programs}" ./${places.programs}/node ${places.bundle}/cli/index.js recover . --key /path/to/key --checksum … \\
  --into ${app}-recovered --registry registry.example.com/${app} --bucket https://s3.example.com/${app}
\`\`\`

It compares the checksum once more, refuses a program that the list does not name, then reads every byte of this folder and refuses when one is not what it was, before the key is used. It can be run again after it failed. What is in the namespace already stays as it is, so make there beforehand what has to be
another one in the new place, such as the certificate of a store's authority, or a PVC of another size or storage class.

At the end the application runs on the restored data; CronJobs are suspended. See that it is right, then lead the traffic to it.
`;
}
