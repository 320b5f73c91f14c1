import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  accountKubeconfig,
  auditMark,
  image,
  labDir,
  type Run,
  type RunningSlipway,
  workflow,
} from '../e2e/harness.ts';
import { type AuditEntry, conflictingWrites, holders, type Person, people } from './audit-entries.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { canaryText, reasonOf, requireSuccess, Stage, slowRollingText } from './stage.ts';

/** Repeats two deploys and a rollback of one application at once. */
const rounds = 20;
const kinds = ['rolling', 'canary', 'gate'] as const;
type Kind = (typeof kinds)[number];

/** Reasons of a run that came second or was taken over. */
const clear =
  /another run is releasing|has taken over|lost its Lease|waits for the action `\w+`|requested the rollback|is unfinished|another run|rolled \w+ back/;

export const races: Scenario = {
  name: `two deploys and a rollback at once, ${rounds} rounds`,
  run: async report => {
    const rolling = await Stage.open('racer', slowRollingText, { rate: 30, history: 0 });
    const canary = await Stage.open('racec', canaryText({ deadline: '12m', bake: '60s' }), { rate: 30 });
    try {
      const tracks = { rolling: await Track.of(rolling), canary: await Track.of(canary) };
      const tally: Record<string, number> = {};
      for (let index = 0; index < rounds; index += 1) {
        const kind = kinds[index % kinds.length] as Kind;
        const track = kind === 'rolling' ? tracks.rolling : tracks.canary;
        const how = await track.round(report, kind, index).catch(error => {
          report.expect(false, `round ${index + 1} (${kind}) was aborted: ${error}`);
          return 'aborted';
        });
        tally[how] = (tally[how] ?? 0) + 1;
        if (index % 5 === 4) for (const stage of [rolling, canary]) stage.load();
      }
      for (const [how, times] of Object.entries(tally)) report.note(how, times);
      for (const [name, { seconds }] of Object.entries(tracks)) {
        const sorted = [...seconds].sort((a, b) => a - b);
        report.note(`rollback, ${name}`, `${sorted[0]?.toFixed(1)} to ${sorted.at(-1)?.toFixed(1)} s`);
      }
    } finally {
      await Promise.all([rolling.close(), canary.close()]);
    }
  },
};

/** One shop, with a user for each person, so that the audit log distinguishes their writes. */
class Track {
  readonly seconds: number[] = [];
  readonly #stage: Stage;
  readonly #kubeconfigs: Record<Person, string>;

  private constructor(stage: Stage, kubeconfigs: Record<Person, string>) {
    this.#stage = stage;
    this.#kubeconfigs = kubeconfigs;
  }

  static async of(stage: Stage): Promise<Track> {
    const { cluster, namespace, dir } = stage.shop;
    const files = await Promise.all(people.map(name => accountKubeconfig(cluster, namespace, name, dir)));
    await cluster.patch(`/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/${namespace}`, 'json', [
      ...people.map(name => ({
        op: 'add' as const,
        path: '/subjects/-',
        value: { kind: 'ServiceAccount', name, namespace },
      })),
    ]);
    // Slow enough that the runs overlap.
    await stage.shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_SLOW_START = '2';
    });
    const [ada = '', bob = '', eve = ''] = files;
    return new Track(stage, { ada, bob, eve });
  }

  #start(person: Person, args: string[]): RunningSlipway {
    const run = 100 + people.indexOf(person);
    return this.#stage.shop.start(args, { ...workflow(person, run), KUBECONFIG: this.#kubeconfigs[person] });
  }

  /** Runs one round. @returns its result, for the statistics. */
  async round(report: ScenarioReport, kind: Kind, index: number): Promise<string> {
    const stage = this.#stage;
    const deploy = ['deploy', '--environment', 'production', '--images', image('v2')];
    const mark = await auditMark();
    let ada: RunningSlipway;
    if (kind === 'gate') {
      requireSuccess(await this.#start('ada', deploy).done);
      ada = this.#start('ada', ['gate', '--environment', 'production']);
      await ada.said(/^\d+ % to the canary/);
    } else ada = this.#start('ada', deploy);
    const bob = this.#start('bob', deploy);
    // Covers all moments, from before the first run has the Lease until its rollout is in progress.
    await sleep((index * 137) % 2500);
    const since = Date.now();
    const eve = this.#start('eve', ['rollback', '--environment', 'production']);
    const runs = { ada: await ada.done, bob: await bob.done, eve: await eve.done };
    this.seconds.push((Date.now() - since) / 1000);
    const name = `round ${index + 1} (${kind})`;
    const trail = await trailSince(mark, stage.shop.namespace);
    const order = holders(trail);
    const problems = [...spoken(runs), ...conflictingWrites(trail)];
    const first = order.indexOf('eve') === 0 || !order.includes('eve');
    // A rollback that came before the deploys had nothing to roll back.
    if (!first || kind === 'gate') {
      await stage.shop.serves('v1', 20_000).catch(() => problems.push('v1 is not the only live version'));
      const { phase } = await stage.rollout();
      if (!['done', 'rolled-back'].includes(phase)) problems.push(`the rollout is ${phase}`);
    }
    for (const problem of problems) report.expect(false, `${name}: ${problem}`);
    const words = people.map(person => `${person} ${runs[person].code} "${reasonOf(runs[person])}"`);
    report.say(`${name}: ${order.join(' → ')}; ${words.join('; ')}`);
    if (problems.length > 0) {
      for (const person of people)
        for (const { text } of runs[person].lines) report.say(`  ${person} | ${text}`);
      for (const { user, verb, uri, code, at } of trail) report.say(`  ${at} ${user} ${verb} ${uri} ${code}`);
    }
    await this.#back();
    return first ? 'the rollback came before both' : `the rollback took over (${kind})`;
  }

  /** Makes version 1 live again, and ends any rollout of the round. */
  async #back(): Promise<void> {
    const stage = this.#stage;
    // Server times have whole seconds: a run that starts in the same second as a rollback would count as older.
    await sleep(1000);
    await stage.reset();
    if (stage.liveVersion === 'v1') return;
    requireSuccess(await stage.shop.slipway(['rollback', '--environment', 'production']));
    await stage.reset();
  }
}

/** Returns the writes of the three users in a namespace, including refused ones, in order. */
async function trailSince(mark: number, namespace: string): Promise<AuditEntry[]> {
  const log = await readFile(join(labDir, 'audit.log'));
  const prefix = `system:serviceaccount:${namespace}:`;
  return log
    .subarray(mark)
    .toString('utf8')
    .split('\n')
    .filter(line => line.includes(prefix))
    .map(line => JSON.parse(line))
    .filter(({ user, requestURI }) => user.username.startsWith(prefix) && !/dryRun=All/.test(requestURI))
    .map(({ user, verb, requestURI, responseStatus, requestReceivedTimestamp }) => ({
      user: user.username.slice(prefix.length),
      verb,
      uri: requestURI.replace(/\?.*/, ''),
      code: responseStatus?.code ?? 0,
      at: requestReceivedTimestamp,
    }))
    .filter(({ user }) => people.includes(user))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function spoken(runs: Record<Person, Run>): string[] {
  const problems: string[] = [];
  if (runs.eve.code !== 0) problems.push(`the rollback ended with ${runs.eve.code}: ${reasonOf(runs.eve)}`);
  for (const person of ['ada', 'bob'] as const) {
    const { code } = runs[person];
    const words = reasonOf(runs[person]);
    if (code !== 0 && !clear.test(words)) problems.push(`${person} ended with ${code}: ${words}`);
  }
  return problems;
}
