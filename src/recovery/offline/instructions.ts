import { formatTime } from '../../toolkit/duration.ts';
import { type ArchiveIndex, places } from './inventory.ts';

/** Returns the instructions in the archive, for a reader who did not make it. Pure. */
export function instructions(index: Omit<ArchiveIndex, 'files'>): string {
  const { app, environment, at, set, repository, images, programs } = index;
  const versions = Object.entries(programs)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  return `# ${app}, ${environment}: everything needed to recover it

Made ${formatTime(at)}, newest backup \`${set}\`, from the repository \`${repository}\`. The archive also holds ${images.length} images by digest, the Git checkout, and the programs that a recovery needs
(${versions}; for Linux on the processor architecture of the machine that made it). A recovery downloads nothing.

You also need:

1. the **offline key**, a file with a line that begins with \`AGE-SECRET-KEY-\`, and the **checksum** that is kept with it;
2. a **Kubernetes** cluster, and a kubeconfig that may do everything in one namespace and create some cluster-scoped objects;
3. a **registry** that this machine can push to and the cluster can pull from;
4. an empty **bucket** that this machine and the cluster can reach.

**Verify this disk before you run anything on it**, with the checksum that was kept apart from it: an attacker who can change a program here can change this page, too. In this folder, with the sha256sum of your own machine:

\`\`\`sh
sha256sum ${places.sums}                            # must print the checksum that is kept with the key, digit by digit
sha256sum --check --strict --quiet ${places.sums}   # must print nothing
\`\`\`

If one of them prints anything else, stop, and use another copy. Then:

\`\`\`sh
./${places.programs}/kubectl create namespace ${app}-recovered
export RECOVERED_ACCESS_KEY_ID=… RECOVERED_SECRET_ACCESS_KEY=…   # of the bucket
PATH="$PATH:$PWD/${places.programs}" ./${places.programs}/node ${places.bundle}/cli/index.js recover . --offline-key-file /path/to/key --checksum … \\
  --into ${app}-recovered --registry registry.example.com/${app} --bucket https://s3.example.com/${app}
\`\`\`

It compares the checksum again, refuses programs that are not in the list, and reads every byte of this folder. If a byte is wrong, it stops before it uses the key. You can run it again after a failure. It keeps objects that exist in the namespace already, so create
there beforehand those that must differ in the new place, such as the CA certificate of a store, or a PVC of another size or storage class.

At the end the application runs on the restored data; CronJobs are suspended. Check the application, then direct traffic to it.
`;
}
