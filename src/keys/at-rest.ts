import type { RequirementAssessment } from '../assess/assessment.ts';
import { metUnless, type RuleJudgement, unknown } from '../assess/judgement.ts';
import { queriedOf } from '../assess/live.ts';
import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { type Stanza, unreadIn } from '../recovery/postgres/info.ts';
import { judgedAs, type KeyQuestion } from './judge.ts';

/** S9: whether backups and etcd are encrypted at rest. */

/**
 * Judges the pgBackRest repositories of a database. Pure.
 * @param stanza what pgBackRest says; or why it says nothing.
 * @param numbers of the repositories, by name.
 */
export function judgeRepositories(
  stanza: Stanza | string,
  numbers: readonly (readonly [string, number | undefined])[],
  judging: KeyQuestion,
): RequirementAssessment[] {
  const found = numbers.map(([name, number = 0]) => {
    const object = `Repository/${name}`;
    const [repositories, fault] =
      typeof stanza === 'string' ? [[], stanza] : [stanza.repositories, unreadIn(stanza, number)];
    const cipher = repositories.find(({ key }) => key === number)?.cipher;
    if (cipher === undefined || fault !== undefined)
      return unknown(
        `the repository ${name} cannot be read: ${fault ?? 'pgBackRest does not list it'}`,
        object,
      );
    return metUnless(
      cipher === 'none' ? `pgBackRest writes the repository ${name} unencrypted` : [],
      `pgBackRest encrypts the repository ${name} with ${cipher}`,
      'create another one with `repo-cipher-type=aes-256-cbc` and a passphrase: the cipher of a repository cannot be changed',
      object,
    );
  });
  return judgedAs({ 'repository-cipher': found }, 'pgbackrest info', judging);
}

const flag = '--encryption-provider-config';

/** Judges etcd by what the API server counted, and by its arguments, where the cluster shows it as a pod. */
export async function judgeEtcd(cluster: Cluster, judging: KeyQuestion): Promise<RequirementAssessment[]> {
  const question = `${flag} of kube-apiserver, and its metrics`;
  const asked = await queriedOf(question, cluster, () => etcdOf(cluster));
  const found = asked.known ? asked.value : unknown(`it is unknown whether etcd is encrypted: ${asked.why}`);
  return judgedAs({ 'etcd-encryption': found }, question, { ...judging, of: 'the cluster' });
}

async function etcdOf(cluster: Cluster): Promise<RuleJudgement> {
  const { items } = await cluster.list<Pod>(pathOf(resources.pod, 'kube-system'), {
    labelSelector: 'component=kube-apiserver',
  });
  const without = items.filter(({ spec }) => !argumentsOf(spec).some(each => each.startsWith(flag)));
  if (without.length > 0)
    return metUnless(
      `${without.length} of ${items.length} API servers have no ${flag}, so Secrets are stored in etcd unencrypted`,
      '',
      'configure encryption at rest on the API servers, or use Secrets of an external store',
    );
  // The file itself is on the nodes, and its first provider may be `identity`.
  const { body } = await cluster.call('GET', '/metrics');
  const prefix = encryptedBy(body);
  if (prefix !== undefined) return metUnless([], `the API server encrypts Secrets in etcd with ${prefix}`);
  const seen = 'no metric of the API server shows a Secret that was encrypted';
  return unknown(
    items.length === 0
      ? `${seen}, and the cluster shows no pod of kube-apiserver; ask its provider whether Secrets in etcd are encrypted`
      : `the API servers have ${flag}, but ${seen}`,
  );
}

const argumentsOf = (spec: Pod['spec']): string[] =>
  (spec?.containers ?? []).flatMap(({ command = [], args = [] }) => [...command, ...args]);

/** Returns the provider that the metrics of an API server count for writes of Secrets; undefined if they count none. Pure. */
export function encryptedBy(metrics: string): string | undefined {
  const counters = metrics.matchAll(
    /^apiserver_storage_transformation_operations_total\{([^}\n]*)\} (\S+)$/gm,
  );
  for (const [, labels = '', count] of counters) {
    const label = (name: string) => new RegExp(`(?:^|,)${name}="([^"]*)"`).exec(labels)?.[1];
    const provider = /^k8s:enc:([\w:.-]+?):?$/.exec(label('transformer_prefix') ?? '')?.[1];
    const isWrite = label('transformation_type') === 'to_storage' && label('status') === 'OK';
    const isSecret = (label('resource') ?? 'secrets') === 'secrets';
    if (provider !== undefined && isWrite && isSecret && Number(count) > 0) return provider;
  }
  return undefined;
}
