export const id = 922;
export const ids = [922];
export const modules = {

/***/ 3922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAction: () => (/* binding */ planAction)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/config/load.js
var load = __webpack_require__(5031);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/image/selection.js
var selection = __webpack_require__(2700);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/registry/client.js + 6 modules
var client = __webpack_require__(2046);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/images.js
var release_images = __webpack_require__(1302);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/errors.js
var errors = __webpack_require__(2382);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(1218);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/access.js
var access = __webpack_require__(4702);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/baseline.js
var release_baseline = __webpack_require__(7591);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/candidate.js
var release_candidate = __webpack_require__(4839);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/apply.js
var apply = __webpack_require__(9685);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(3557);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/difference.js

const difference_hidden = '(not shown)';
const longestValue = 300;
const noise = [
    /^apiVersion$/,
    /^kind$/,
    /^status(\.|$)/,
    /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
    /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
    /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];
function differences(before, after, ignored = []) {
    const secret = (after ?? before)?.kind === 'Secret';
    const isNoise = (path) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
    const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
    return [...all.values()]
        .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
        .map(([path, a, b]) => {
        const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
        const hide = isSecret(path, secret, all) || values.some(secrecy/* looksSecret */.n0);
        const show = (value) => (hide ? difference_hidden : shortened(JSON.stringify(value)));
        return {
            path,
            ...(a === undefined ? {} : { before: show(a) }),
            ...(b === undefined ? {} : { after: show(b) }),
        };
    })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
}
function isSecret(path, secret, all) {
    if (secret)
        return /^(data|stringData)/.test(path);
    const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
    const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
    const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
    if ((0,secrecy/* namesSecret */.L4)(name))
        return true;
    if (item !== undefined)
        return sidesOf(all.get(`${item}.name`)).some(secrecy/* namesSecret */.L4);
    const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
    return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(secrecy/* announcesSecret */.RP);
}
const sidesOf = (leaf) => (leaf?.slice(1) ?? []).filter(side => typeof side === 'string');
function shortened(value) {
    return value.length <= longestValue
        ? value
        : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}
function leaves(before, after, path) {
    const sides = [before, after];
    const given = sides.filter(side => side !== undefined);
    const filled = given.some(side => typeof side === 'object' && side !== null && Object.keys(side).length > 0);
    if (filled && given.every(Array.isArray)) {
        const [a, b] = sides.map(side => (side ?? []));
        return inner(itemsOf(a, keyOf(a, b)), itemsOf(b, keyOf(a, b)), name => `${path}[${name}]`);
    }
    if (filled && given.every(isMap)) {
        const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
        return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
    }
    return [[path, before, after]];
}
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function inner(a, b, pathOf) {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}
const itemsOf = (list, key) => new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));
const nameIn = (item, key) => String(item[key]);
function keyOf(...lists) {
    return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key => lists.every(list => {
        const names = list.map(item => (isMap(item) ? item[key] : undefined));
        const good = names.every(name => typeof name === 'string' || typeof name === 'number');
        return good && new Set(names).size === names.length;
    }));
}
const join = (path, key) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
        return `${path}["${key}"]`;
    return path === '' ? key : `${path}.${key}`;
};

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/preflight.js
var preflight = __webpack_require__(833);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/changes.js




async function compare(cluster, targets, comparison) {
    return Promise.all(targets.map(target => compareOne(cluster, target, comparison)));
}
async function compareOne(cluster, target, comparison) {
    const { manifest, resource, path } = target;
    const { kind } = manifest.object;
    const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
    if (copy === undefined)
        return changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
    const before = comparison.baseline?.record.shipped.find(each => each.kind === copy.kind && each.name === copy.name);
    const { namespace } = comparison.environment;
    const live = (await cluster.get(path)) ??
        (before && (await cluster.get((0,resources/* pathOf */.XM)(resource, namespace, before.copy)))) ??
        undefined;
    const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
    const as = comparison.salted ? ` as ${copy.copy}` : ' under an immutable name';
    const note = {
        create: `is shipped${as}`,
        change: `is shipped${as}`,
        same: 'is shipped already',
        refused: '',
    };
    return { ...change, ...(note[change.what] === '' ? {} : { note: note[change.what] }) };
}
function changeOf(object, { manifest, objection, would }, live, { environment, ground }) {
    if (would === undefined) {
        return { object, what: 'refused', differences: [], note: objection ?? 'it could not be rehearsed' };
    }
    if (live === undefined)
        return { object, what: 'create', differences: differences(undefined, manifest.object) };
    const scaled = ground.autoscaler !== undefined && (0,preflight/* isWorkload */.gv)(manifest, environment);
    const found = differences(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,apply/* ownershipPatch */.QJ)(live.metadata) !== undefined || (0,apply/* wasAppliedClientSide */.Te)(live);
    return {
        object,
        what: found.length === 0 ? 'same' : 'change',
        differences: found,
        ...(blind ? { note: 'was last written by other means: fields that go away may be missing here' } : {}),
    };
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/image/reference.js
var reference = __webpack_require__(7103);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/coverage.js


function gapsOf(config, environment, manifests, live = [], autoscaled = false) {
    const workload = (0,release_candidate/* workloadIn */.h7)(manifests, environment);
    return [
        ...gapsOfVerify(environment),
        ...gapsOfProbes(workload),
        ...gapsOfReplicas(workload, manifests, autoscaled),
        ...gapsOfImages(config, workload, manifests),
        ...gapsOfConfiguration(workload, manifests, new Set([...environment.live, ...live])),
        ...gapsOfJudging(environment),
    ];
}
function gapsOfJudging({ strategy, gate }) {
    if (strategy.kind === 'rolling') {
        return [
            {
                gap: 'nothing compares the new version with the old one under load: a release that is up and passes its checks stays',
                remedy: 'use `strategy: {canary: …}` with a `gate`, or watch its errors and latency after a release',
            },
        ];
    }
    if (strategy.kind === 'blue-green') {
        return [
            {
                gap: 'both versions never serve at the same time, so nothing compares them: only hard facts and limits end a blue-green release',
                remedy: 'use `strategy: {canary: …}` with a `gate` where a small error matters',
            },
        ];
    }
    const judging = gate?.metrics.filter(metric => !metric['dry-run']) ?? [];
    return judging.length > 0
        ? []
        : [
            {
                gap: 'every metric of the gate is a dry run: nothing it finds has a consequence',
                remedy: 'take `dry-run` out of at least one',
            },
        ];
}
function gapsOfVerify({ verify }) {
    if (verify === undefined) {
        return [{ gap: 'no request proves that it works: `verify` is not set', remedy: 'add `verify.checks`' }];
    }
    const weak = verify.checks.filter(({ type, json, body, headers }) => type === undefined && json === undefined && body === undefined && headers === undefined);
    return weak.map(({ get }) => ({
        gap: `the check of ${get} looks at the status alone: any page of any server would pass it`,
        remedy: 'add `type`, `body` or `json` to it',
    }));
}
function gapsOfProbes(workload) {
    return (workload.spec?.template?.spec?.containers ?? [])
        .filter(({ readinessProbe }) => readinessProbe === undefined)
        .map(({ name }) => ({
        gap: `container ${name} has no readinessProbe: it counts as up as soon as its process runs, and gets requests at once`,
        remedy: 'add a readinessProbe',
    }));
}
function gapsOfReplicas(workload, manifests, autoscaled) {
    const { replicas = 1, strategy } = workload.spec ?? {};
    const gaps = [];
    if (!autoscaled && replicas < 2) {
        gaps.push({
            gap: `${replicas === 1 ? 'a single replica' : 'no replica'}: the loss of one pod or node is an outage`,
            remedy: 'set `replicas` to 2 or more',
        });
    }
    if (strategy?.type === 'Recreate') {
        gaps.push({
            gap: 'the strategy Recreate stops every old pod before a new one starts: an outage in each release and each undo',
            remedy: 'use RollingUpdate if two versions may run side by side',
        });
    }
    if (!manifests.some(({ object }) => protects(object, workload))) {
        gaps.push({
            gap: 'no PodDisruptionBudget in the manifests selects its pods: draining nodes may take all of them at once',
            remedy: 'add one',
        });
    }
    return gaps;
}
function protects(object, workload) {
    if (object.kind !== 'PodDisruptionBudget')
        return false;
    const { selector } = (object.spec ?? {});
    const labels = workload.spec?.template?.metadata?.labels ?? {};
    return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}
function gapsOfImages(config, workload, manifests) {
    const pinned = new Set(Object.values(config.images).map(({ repository }) => (0,reference/* parseRepository */.SU)(repository)));
    const ofWorkload = new Set((0,release_candidate/* containersOf */.Mz)(workload.spec?.template?.spec));
    const all = manifests.flatMap(({ object, name }) => (0,release_candidate/* podTemplatesOf */.ab)(object).flatMap(({ spec }) => (0,release_candidate/* containersOf */.Mz)(spec).map(container => ({ container, owner: `${object.kind}/${name}` }))));
    return all
        .filter(({ container: { image = '' } }) => image !== '' && !image.includes('@') && !pinned.has((0,reference/* parseRepository */.SU)((0,release_candidate/* repositoryOf */._M)(image))))
        .map(({ container, owner }) => ({
        gap: `image ${container.image} of ${owner} is not in slipway.yml: its tag may mean something else tomorrow${ofWorkload.has(container) ? ', and an undo brings the tag back, not the content' : ''}`,
        remedy: 'write it with its digest, or add it to `images`',
    }));
}
function gapsOfConfiguration(workload, manifests, live) {
    const shipped = new Set(manifests
        .filter(({ object }) => object.kind === 'ConfigMap' || isOpaque(object))
        .map(({ object, name }) => `${object.kind}/${name}`)
        .filter(name => !live.has(name)));
    return [...referencesOf(workload.spec?.template)]
        .filter(name => !shipped.has(name))
        .map(name => ({
        gap: `${name} stays live: an undo or rollback does not bring its old values back`,
        remedy: live.has(name)
            ? 'keep both versions able to read it, or take it out of `live`'
            : 'keep both versions able to read it, or put it into the manifests',
    }));
}
const isOpaque = ({ kind, type = 'Opaque' }) => kind === 'Secret' && type === 'Opaque';
function referencesOf(template) {
    const found = new Set();
    const add = (kind, name) => {
        if (name)
            found.add(`${kind}/${name}`);
    };
    for (const container of (0,release_candidate/* containersOf */.Mz)(template?.spec)) {
        for (const source of container.envFrom ?? []) {
            add('ConfigMap', source.configMapRef?.name);
            add('Secret', source.secretRef?.name);
        }
        for (const { valueFrom } of container.env ?? []) {
            add('ConfigMap', valueFrom?.configMapKeyRef?.name);
            add('Secret', valueFrom?.secretKeyRef?.name);
        }
    }
    for (const { configMap, secret, projected } of template?.spec?.volumes ?? []) {
        add('ConfigMap', configMap?.name);
        add('Secret', secret?.secretName);
        for (const source of projected?.sources ?? []) {
            add('ConfigMap', source.configMap?.name);
            add('Secret', source.secret?.name);
        }
    }
    return found;
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/exposure.js + 13 modules
var release_exposure = __webpack_require__(3498);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/journal.js
var journal = __webpack_require__(7473);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/kept.js


function keptImages(images, live) {
    const used = live
        .flatMap(object => (0,release_candidate/* podTemplatesOf */.ab)(object).flatMap(({ spec }) => (0,release_candidate/* containersOf */.Mz)(spec)))
        .map(({ image = '' }) => image);
    return Object.fromEntries(Object.entries(images).flatMap(([name, { repository }]) => {
        const wanted = (0,reference/* parseRepository */.SU)(repository);
        const digest = used
            .filter(image => image.includes('@') && (0,reference/* parseRepository */.SU)((0,release_candidate/* repositoryOf */._M)(image)) === wanted)
            .map(image => image.slice(image.indexOf('@') + 1))[0];
        return digest === undefined ? [] : [[name, { repository: wanted, digest }]];
    }));
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/leftover.js
var leftover = __webpack_require__(3651);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lifetime.js
var release_lifetime = __webpack_require__(5507);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/capacity.js
var capacity = __webpack_require__(2640);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/limits.js

function limitsOf(workload, replicas) {
    const { strategy } = workload.spec ?? {};
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const maxSurge = (0,capacity/* surgeOf */.OI)(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/owners.js
var owners = __webpack_require__(8088);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/record.js
var record = __webpack_require__(7169);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/rehearsal.js + 1 modules
var release_rehearsal = __webpack_require__(2858);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/preview.js


















async function preview(cluster, request) {
    const { environment } = request;
    const seen = {
        problems: [],
        changes: [],
        baseline: '',
        images: [],
        deadline: environment.strategy.deadline,
        gaps: [],
        grants: [],
        user: '',
        credential: '',
        notes: [],
    };
    const collected = collector(seen);
    await lookAtCredential(cluster, seen);
    const placed = await collected(async () => (0,release_candidate/* prepareManifests */._5)(request.manifests, environment, {}));
    const located = placed && (await collected(() => (0,preflight/* locate */.x5)(cluster, placed)));
    if (placed === undefined || located === undefined)
        return seen;
    const needed = located.map(({ resource }) => resource);
    seen.grants = await (0,access/* askRights */.JC)(cluster, environment.namespace, (0,access/* rightsFor */.xQ)(environment, needed));
    const lacking = (0,access/* rightsProblem */.LD)(seen.grants, environment.namespace);
    if (lacking !== undefined)
        seen.problems.push(lacking.sentence);
    const ground = await collected(() => (0,preflight/* observe */.lB)(cluster, environment, located));
    seen.gaps = coverage(request, ground);
    if (ground === undefined)
        return seen;
    seen.limits = limitsFor(request, ground);
    const images = await collected(() => imagesFor(request, ground, seen));
    const complete = {
        ...request,
        images: images ?? {},
        wait: 0,
        report: line => seen.notes.push(line),
    };
    const candidate = await collected(async () => (0,release_candidate/* prepareManifests */._5)(request.manifests, environment, complete.images));
    const serving = await collected(() => lookAtBaseline(cluster, request, ground, seen));
    const rehearsal = candidate && (await collected(() => (0,release_rehearsal/* rehearse */.Km)(cluster, complete, candidate, ground)));
    if (rehearsal === undefined)
        return seen;
    if (!rehearsal.salt.stored && rehearsal.plan.shipped.length > 0) {
        seen.notes.push('the names of configuration copies end otherwise: the first release makes the salt of them');
    }
    seen.problems.push(...untold(rehearsal.problems, seen.grants).map(({ sentence }) => sentence));
    const exposure = await collected(() => (0,release_exposure/* prepareExposure */.n)(cluster, complete, ground, rehearsal));
    if (exposure !== undefined) {
        const { kind, said, warnings, problems, reversible } = exposure;
        seen.exposure = { kind, said, ...(reversible ? {} : { held: true }) };
        seen.notes.push(...warnings.map(warning => `warning: ${warning}`));
        seen.problems.push(...problems.map(({ sentence }) => sentence));
    }
    await collected(() => lookAtUnfinished(cluster, request, seen));
    seen.changes = await comparedWith(cluster, request, ground, rehearsal, serving);
    return seen;
}
async function lookAtUnfinished(cluster, { config, environment }, seen) {
    const entry = await (0,journal/* readJournal */.a0)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const parked = (0,leftover/* parkedProblem */.bU)(entry.journal, cluster.now());
    const unfinished = (0,leftover/* unfinishedSentence */.Z8)(entry.journal);
    if (parked !== undefined)
        seen.problems.push(parked.sentence);
    else if (unfinished !== undefined)
        seen.notes.push(unfinished);
}
function collector(seen) {
    return async (step) => {
        try {
            return await step();
        }
        catch (error) {
            if (!(error instanceof toolkit_errors/* UserError */.yo))
                throw error;
            seen.problems.push(...untold([error], seen.grants).map(({ sentence }) => sentence));
            return undefined;
        }
    };
}
function untold(problems, grants) {
    const told = grants.some(({ allowed }) => !allowed);
    return problems.filter(problem => !(told && problem instanceof errors/* MissingRight */.tH));
}
async function lookAtCredential(cluster, seen) {
    const [lifetime, { serverTime }, user] = await Promise.all([
        cluster.lifetime(),
        cluster.call('GET', '/version'),
        userOf(cluster),
    ]);
    seen.user = user;
    seen.credential = (0,release_lifetime/* lifeSentence */.eT)(lifetime, serverTime);
    const warning = (0,release_lifetime/* lifeWarning */.T9)(lifetime);
    if (warning !== undefined)
        seen.notes.push(`warning: ${warning}`);
    const problem = (0,release_lifetime/* lifeProblem */.YO)(lifetime, (0,release_lifetime/* needOf */.ER)(seen.deadline), serverTime);
    if (problem !== undefined)
        seen.problems.push(problem.sentence);
}
async function userOf(cluster) {
    const apiVersion = 'authentication.k8s.io/v1';
    try {
        const { status } = await cluster.create(`/apis/${apiVersion}/selfsubjectreviews`, { apiVersion, kind: 'SelfSubjectReview' });
        return status.userInfo?.username ?? '';
    }
    catch {
        return '';
    }
}
function coverage({ config, environment, manifests }, ground) {
    const controlled = (ground?.targets ?? []).filter(({ live }) => live !== undefined && (0,owners/* isControlled */.R)(live));
    const names = controlled.map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    return gapsOf(config, environment, manifests, names, ground?.autoscaler !== undefined);
}
function limitsFor({ environment, manifests }, ground) {
    const workload = (0,release_candidate/* workloadIn */.h7)(manifests, environment);
    const living = ground.liveWorkload?.spec?.replicas;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, ground.autoscaler === undefined ? written : (living ?? written));
}
async function imagesFor({ images, config, environmentName }, ground, seen) {
    const given = await images;
    const lives = ground.targets.flatMap(({ live }) => (live === undefined ? [] : [live]));
    const found = given ??
        Object.fromEntries(Object.entries(keptImages(config.images, lives)).map(([name, image]) => [
            name,
            { ...image, platforms: [] },
        ]));
    for (const [name, { repository }] of Object.entries(config.images)) {
        const image = found[name];
        seen.images.push(image === undefined
            ? { name, reference: repository, from: 'as written' }
            : {
                name,
                reference: `${image.repository}@${image.digest}`,
                from: given === undefined ? 'kept' : 'given',
            });
    }
    if (given === undefined) {
        seen.notes.push(`no \`images\` were given: digests that live in ${environmentName} are kept, and platforms are not compared`);
    }
    return found;
}
async function lookAtBaseline(cluster, { config, environment }, { liveWorkload }, seen) {
    const releases = await new record/* Records */.tU(cluster, environment.namespace, config.app).list();
    const baseline = (0,release_baseline/* baselineOf */.Bv)(liveWorkload, releases);
    const newest = releases[0]?.record.release ?? 0;
    if (baseline.kind === 'none') {
        seen.baseline = `Nothing lives yet: it would be the first release, number ${newest + 1}, and an undo removes what it made.`;
        return undefined;
    }
    const adopting = isUnadopted(liveWorkload)
        ? ` The pods are rolled once to carry ${naming/* labels */.WD.track}: stable.`
        : '';
    if (baseline.kind === 'unrecorded') {
        seen.baseline = `What lives is in no record: it would be recorded as release ${baseline.number}, the release be number ${Math.max(newest, baseline.number) + 1}, and an undo go back to ${baseline.number}.${adopting}`;
        return undefined;
    }
    const release = releases.find(({ record }) => record.release === baseline.release);
    seen.baseline = `Release ${baseline.release} (${release?.outcome?.state ?? 'unfinished'}) is what an undo would go back to; the release would be number ${newest + 1}.${adopting}`;
    return release;
}
const isUnadopted = (live) => live?.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] === undefined;
function comparedWith(cluster, { environment }, ground, { targets, plan, salt }, baseline) {
    return compare(cluster, targets, {
        environment,
        ground,
        shipped: plan.shipped,
        baseline,
        salted: salt.stored,
    });
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/dead-man.js + 1 modules
var dead_man = __webpack_require__(3906);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/validation.js



function validate(config, environment, manifests) {
    const any = Object.entries(config.images).map(([name, { repository }]) => [
        name,
        { repository, digest: `sha256:${'0'.repeat(64)}` },
    ]);
    const undecided = (0,dead_man/* deadManProblem */.uM)(environment.strategy);
    if (undecided !== undefined)
        throw undecided;
    (0,release_candidate/* prepareManifests */._5)(manifests, environment, Object.fromEntries(any));
    return gapsOf(config, environment, manifests);
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/markdown.js
var markdown = __webpack_require__(1920);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/printable.js
var printable = __webpack_require__(1842);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/report/plan.js


const linesOf = { create: 15, change: 120, same: 0, refused: 0 };
const linesInAll = 600;
function planSummary(app, environment, preview) {
    const good = preview.problems.length === 0;
    const head = `### ${good ? '✅' : '❌'} Plan: ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}`;
    const verdict = good
        ? `A release would start: ${(0,markdown/* cell */.Hn)(counted(preview))}.`
        : `A release would be **refused**:\n\n${bullets(preview.problems)}`;
    return [
        head,
        verdict,
        (0,markdown/* cell */.Hn)(preview.baseline),
        (0,markdown/* table */.tp)(['image', 'reference', 'from'], preview.images.map(({ name, reference, from }) => [name, reference, origins[from]])),
        (0,markdown/* table */.tp)(['object', 'release would', 'fields', 'note'], preview.changes.map(({ object, what, differences, note }) => [
            object,
            doing[what],
            String(differences.length),
            note ?? '',
        ])),
        diffBlock(preview),
        section('Strategy', strategyLines(preview)
            .map(line => (0,markdown/* cell */.Hn)(line))
            .join(' ')),
        section('Not covered', gapTable(preview.gaps)),
        section('Credential', [(0,markdown/* cell */.Hn)(credentialLine(preview)), grantTable(preview)].join('\n\n')),
        section('Notes', bullets(preview.notes)),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function planLines(app, environment, preview) {
    const lacking = preview.grants.filter(({ allowed }) => !allowed);
    return [
        `plan of ${app} in ${environment}`,
        ...preview.images.map(({ name, reference, from }) => `image ${name}: ${reference} (${origins[from]})`),
        ...(preview.baseline === '' ? [] : [preview.baseline]),
        ...preview.changes.flatMap(({ object, what, note, differences }) => [
            `${doing[what]} ${object}${note === undefined ? '' : ` (${note})`}`,
            ...diffLines(what, differences).map(line => `  ${line}`),
        ]),
        ...strategyLines(preview),
        ...preview.gaps.map(({ gap, remedy }) => `not covered: ${gap}; ${remedy}`),
        credentialLine(preview),
        ...(preview.grants.length === 0
            ? []
            : [`rights: ${preview.grants.length - lacking.length} of ${preview.grants.length} that are needed`]),
        ...lacking.map(({ right }) => `right that is missing: ${nameOf(right)}`),
        ...preview.notes,
        ...preview.problems.map(problem => `a release would be refused: ${problem}`),
        preview.problems.length === 0 ? `a release would start: ${counted(preview)}` : 'verdict: fail',
    ];
}
function validationSummary(app, environments) {
    const parts = environments.map(({ name, gaps }) => `#### ${(0,markdown/* cell */.Hn)(name)}: not covered\n\n${gapTable(gaps) || 'nothing found'}`);
    return `### ✅ ${(0,markdown/* cell */.Hn)(app)}: slipway.yml and its manifests are valid\n\nNo cluster was asked; name an \`environment\` for that.\n\n${parts.join('\n\n')}\n`;
}
const doing = { create: 'create', change: 'change', same: 'keep', refused: 'not be let to write' };
const origins = { given: 'given', kept: 'lives now', 'as written': 'as written, nothing lives yet' };
function counted({ changes }) {
    const count = (what) => changes.filter(change => change.what === what).length;
    return `${count('create')} to create, ${count('change')} to change, ${count('same')} the same`;
}
function diffBlock({ changes }) {
    const all = changes.flatMap(({ object, what, differences }) => differences.length === 0 ? [] : [`# ${(0,printable/* printable */.g)(object)}`, ...diffLines(what, differences)]);
    if (all.length === 0)
        return '';
    const shown = all.slice(0, linesInAll);
    if (all.length > shown.length)
        shown.push(`# … ${all.length - shown.length} more lines`);
    const longest = Math.max(2, ...shown.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}diff\n${shown.join('\n')}\n${fence}`;
}
function diffLines(what, differences) {
    const lines = differences.flatMap(({ path, before, after }) => [
        ...(before === undefined ? [] : [(0,printable/* printable */.g)(`- ${path}: ${before}`)]),
        ...(after === undefined ? [] : [(0,printable/* printable */.g)(`+ ${path}: ${after}`)]),
    ]);
    const most = linesOf[what];
    return lines.length <= most ? lines : [...lines.slice(0, most), `# … ${lines.length - most} more lines`];
}
function strategyLines({ limits, deadline, exposure }) {
    const said = exposure?.said ?? [];
    if (exposure !== undefined && exposure.kind !== 'rolling') {
        return [...said, `It has ${deadline / 1000} s, else it is undone.`];
    }
    return limits === undefined
        ? said
        : [...said, ...rollingLines(limits, deadline, exposure?.held === true ? 'held' : 'undone')];
}
function rollingLines(limits, deadline, end) {
    const { type, replicas, maxSurge, maxUnavailable, peak } = limits;
    const within = `It has ${deadline / 1000} s to come up, else it is ${end}.`;
    if (type === 'Recreate') {
        return [`Recreate: all ${replicas} pods stop before the first new one starts.`, within];
    }
    return [
        `Rolling update of ${replicas} ${replicas === 1 ? 'pod' : 'pods'}: at most ${maxSurge} more (maxSurge), so ${peak} at the peak beside those that are ending; at most ${maxUnavailable} fewer (maxUnavailable), so ${replicas - maxUnavailable} serve at any time.`,
        within,
    ];
}
function credentialLine({ user, credential }) {
    return `${user === '' ? 'The cluster does not tell as whom it knows the credential' : `The cluster knows the credential as ${user}`}; ${credential}.`;
}
function grantTable({ grants }) {
    const rows = new Map();
    for (const { right, allowed } of grants) {
        const resource = nameOf(right).slice(right.verb.length + 1);
        const row = rows.get(resource) ?? { yes: [], no: [] };
        (allowed ? row.yes : row.no).push(right.verb);
        rows.set(resource, row);
    }
    return (0,markdown/* table */.tp)(['resource', 'may', 'may not, but must'], [...rows].map(([resource, { yes, no }]) => [resource, yes.join(', '), no.join(', ')]));
}
function nameOf({ verb, resource, subresource, elsewhere }) {
    const group = resource.group === '' ? '' : `.${resource.group}`;
    const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
    return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}
const gapTable = (gaps) => (0,markdown/* table */.tp)(['what', 'remedy'], gaps.map(({ gap, remedy }) => [gap, remedy]));
const bullets = (lines) => lines.map(line => `- ${(0,markdown/* cell */.Hn)(line)}`).join('\n');
const section = (title, body) => (body.trim() === '' ? '' : `#### ${title}\n\n${body}`);

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/host.js
var host = __webpack_require__(1615);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/inputs.js
var inputs = __webpack_require__(3087);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/session.js + 1 modules
var session = __webpack_require__(8598);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/plan.js










const nothing = JSON.stringify({ create: [], change: [], same: [] });
const planAction = (0,host/* defineAction */.QP)({
    name: 'plan',
    description: 'Validate slipway.yml and show what a release would change, what it leaves unproved, and what the credential may do.',
    inputs: {
        environment: {
            description: 'Name of the environment in slipway.yml. Default: all are validated, and no cluster is asked.',
            default: '',
        },
        images: {
            description: 'JSON map from the names in slipway.yml to a digest, as `deploy` takes it. Default: the digests that live now.',
            default: '',
        },
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
        reversible: inputs/* reversible */.qp,
    },
    outputs: {
        verdict: '`pass`, or `fail` when `deploy` would refuse.',
        changes: 'JSON: the objects, as `Kind/name`, under `create`, `change` and `same`.',
        reason: 'Why it would be refused, in one sentence; empty when it would not.',
    },
    refused: { verdict: 'fail', changes: nothing },
    run: async (inputs, host) => {
        if (inputs.environment === '')
            return validateAll(await (0,load/* loadConfig */.Z)(inputs.config), inputs.config, host);
        const request = await (0,session/* requestOf */.fo)(inputs, host);
        const { config, environment } = request;
        const selected = inputs.images === '' ? undefined : (0,selection/* parseImagesInput */.M)(inputs.images, config.images);
        const manifests = await (0,session/* manifestsOf */.oF)(inputs.config, environment);
        const images = selected && (0,release_images/* resolveImages */.B)(new client/* RegistryClient */.b(), selected, Object.keys(config.images));
        images?.catch(() => undefined);
        const seen = await (0,session/* withCluster */.Bq)(inputs, environment, host, cluster => preview(cluster, { ...request, manifests, images }));
        const named = (what) => seen.changes.filter(each => each.what === what).map(each => each.object);
        host.output('verdict', seen.problems.length === 0 ? 'pass' : 'fail');
        host.output('changes', JSON.stringify({ create: named('create'), change: named('change'), same: named('same') }));
        host.output('reason', seen.problems[0] ?? '');
        await host.summary(planSummary(config.app, inputs.environment, seen));
        for (const line of planLines(config.app, inputs.environment, seen))
            host.report(line);
        return seen.problems.length === 0;
    },
});
async function validateAll(config, path, host) {
    const environments = await Promise.all(Object.entries(config.environments).map(async ([name, environment]) => ({
        name,
        gaps: validate(config, environment, await (0,session/* manifestsOf */.oF)(path, environment)),
    })));
    host.output('verdict', 'pass');
    host.output('changes', nothing);
    host.output('reason', '');
    await host.summary(validationSummary(config.app, environments));
    for (const { name, gaps } of environments) {
        for (const { gap, remedy } of gaps)
            host.report(`${name}: not covered: ${gap}; ${remedy}`);
    }
    host.report(`${path} and the manifests of ${Object.keys(config.environments).join(', ')} are valid`);
    return true;
}


/***/ })

};
