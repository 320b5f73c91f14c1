import type { RequirementAssessment } from '../assess/assessment.ts';
import { metUnless, type RuleJudgement, unknown } from '../assess/judgement.ts';
import { queriedOf } from '../assess/live.ts';
import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { type Stanza, unreadIn } from '../recovery/postgres/info.ts';
import { defined } from '../toolkit/map.ts';
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
      'create a new repository with `repo-cipher-type=aes-256-cbc` and a passphrase: the cipher of an existing one cannot be changed',
      object,
    );
  });
  return judgedAs({ 'repository-cipher': found }, 'pgbackrest info', judging);
}

const flag = '--encryption-provider-config';

/** Judges etcd by what the API server counted, and by its arguments, where the cluster shows it as a pod. */
export async function judgeEtcd(cluster: Cluster, judging: KeyQuestion): Promise<RequirementAssessment[]> {
  const question = `${flag} of kube-apiserver, and its metrics`;
  return judgedAs({ 'etcd-encryption': await etcdOf(cluster) }, question, { ...judging, of: 'the cluster' });
}

async function etcdOf(cluster: Cluster): Promise<RuleJudgement> {
  const pods = await queriedOf('the pods of kube-apiserver', cluster, () =>
    cluster.list<Pod>(pathOf(resources.pod, 'kube-system'), { labelSelector: 'component=kube-apiserver' }),
  );
  const items = pods.known ? pods.value.items : [];
  const without = items.filter(({ spec }) => !argumentsOf(spec).some(each => each.startsWith(flag)));
  if (without.length > 0)
    return metUnless(
      `${without.length} of ${items.length} API servers have no ${flag}, so Secrets are stored in etcd unencrypted`,
      '',
      'configure encryption at rest on the API servers, or use Secrets of an external store',
    );
  // The file itself is on the nodes, and its first provider may be `identity`.
  const metrics = await queriedOf('/metrics', cluster, () => cluster.call('GET', '/metrics'));
  if (!metrics.known) return unknown(`it is unknown whether etcd is encrypted: ${metrics.why}`);
  const { provider, plain } = secretWritesIn(metrics.value.body);
  if (plain)
    return unknown(
      `the API server that answered has written Secrets unencrypted since its start${provider === undefined ? '' : `, and others with ${provider}`}`,
    );
  if (provider !== undefined)
    return metUnless([], `the API server that answered encrypts Secrets in etcd with ${provider}`);
  const seen = 'no metric of the API server that answered shows a Secret that was encrypted';
  return unknown(
    items.length === 0
      ? `${seen}, and the cluster shows no pod of kube-apiserver; ask the provider of the cluster whether Secrets in etcd are encrypted`
      : `the API servers have ${flag}, but ${seen}`,
  );
}

const argumentsOf = (spec: Pod['spec']): string[] =>
  (spec?.containers ?? []).flatMap(({ command = [], args = [] }) => [...command, ...args]);

/** Writes of Secrets that an API server has counted since its start. */
interface SecretWrites {
  /** One that encrypted some of them. */
  readonly provider?: string;
  /** Whether some were not encrypted. */
  readonly plain: boolean;
}

/** Returns what the metrics of an API server say of its writes of Secrets. Pure. */
export function secretWritesIn(metrics: string): SecretWrites {
  const counters = metrics.matchAll(
    /^apiserver_storage_transformation_operations_total\{([^}\n]*)\} (\S+)$/gm,
  );
  const prefixes = [...counters].flatMap(([, labels = '', count]) => {
    const label = (name: string) => new RegExp(`(?:^|,)${name}="([^"]*)"`).exec(labels)?.[1];
    const isWrite = label('transformation_type') === 'to_storage' && label('status') === 'OK';
    const isSecret = (label('resource') ?? 'secrets') === 'secrets';
    return isWrite && isSecret && Number(count) > 0 ? [label('transformer_prefix') ?? ''] : [];
  });
  // The name of a key is a prefix of its own, inside that of its provider; that of `identity` is empty.
  const [provider] = prefixes.flatMap(each => /^k8s:enc:([\w:.-]+?):?$/.exec(each)?.[1] ?? []);
  return { plain: prefixes.includes(''), ...defined({ provider }) };
}
