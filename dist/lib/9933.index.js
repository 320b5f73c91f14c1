export const id = 9933;
export const ids = [9933];
export const modules = {

/***/ 29933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAction: () => (/* binding */ planAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/coverage.js
var coverage = __webpack_require__(55469);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/images.js
var preflight_images = __webpack_require__(73149);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/gitops.js + 1 modules
var actions_gitops = __webpack_require__(82057);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/actions/proofs.js
var proofs = __webpack_require__(45650);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/gitops-plan.js









async function checkFiles(path, gitops, { images }, digests = {}) {
    const { checkWorkingTree } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6382), __webpack_require__.e(53)]).then(__webpack_require__.bind(__webpack_require__, 49013));
    const some = `sha256:${'0'.repeat(64)}`;
    const pinned = Object.entries(images).map(([name, { repository }]) => [
        name,
        { repository, digest: digests[name]?.digest ?? some },
    ]);
    const changed = await checkWorkingTree((0,external_node_path_.dirname)(path), gitops, Object.fromEntries(pinned));
    if (changed === undefined)
        return `the files are in ${gitops.repository}, so they are checked by \`deploy\``;
    return changed.length === 0
        ? 'a release would change no file'
        : `a release would change ${changed.join(', ')} on ${gitops.branch}`;
}
async function planByGit(inputs, request, gitops, host) {
    const { config, environment } = request;
    const registry = await (0,actions_registry/* registryClient */.R)();
    const selected = inputs.images === '' ? {} : (0,selection/* parseImagesInput */.M)(inputs.images, config.images);
    const images = inputs.images === '' ? {} : await (0,preflight_images/* resolveImages */.B)(registry, selected, Object.keys(config.images));
    const verified = await (0,trust/* verifiedImages */.LA)(inputs, { config, environment, images, registry, host });
    const force = inputs.force === '' ? {} : { force: inputs.force };
    const { requirePromotion } = await (0,proofs/* promotionOf */.bi)(inputs, { config, environment, registry, host, ...force });
    const files = await checkFiles(inputs.config, gitops, config, images);
    const load = () => __webpack_require__.e(/* import() */ 2644).then(__webpack_require__.bind(__webpack_require__, 2644));
    const lines = await (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, load, async (cluster, code) => {
        const promotion = inputs.images === '' ? undefined : await requirePromotion?.(cluster, images);
        const controller = gitops.controller && (await code.requireRunning(cluster, gitops.controller));
        const seen = controller === undefined ? [] : [`${controller.name}: ${controller.sentence}`];
        return [
            files,
            ...(promotion === undefined ? [] : [promotion.sentence]),
            ...seen,
            ...(0,trust/* signatureSentences */.Bk)(verified),
        ];
    });
    host.output('verdict', 'pass');
    host.output('changes', JSON.stringify({ create: [], change: [], same: [] }));
    host.output('policy', '{}');
    host.output('images', JSON.stringify((0,kinds/* referencesOf */.CL)(images)));
    host.output('monitored', 'false');
    host.output('reason', '');
    const list = lines.map(line => `- ${(0,markdown/* cell */.Hn)(line)}`).join('\n');
    await host.summary(`### ✅ Plan: ${(0,markdown/* cell */.Hn)(config.app)} → ${(0,markdown/* cell */.Hn)(inputs.environment)}\n\n${list}\n`);
    lines.forEach(host.report);
    return true;
}

// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/plan-assessment.js



async function plannedAssessment(planned) {
    const { path, config, name: environmentName, environment, manifests, cluster } = planned;
    const [{ assess, dockerfileRules }, { nothingAsked, readLive }, { worstLines }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5279), __webpack_require__.e(1893), __webpack_require__.e(898), __webpack_require__.e(1098)]).then(__webpack_require__.bind(__webpack_require__, 80420)),
        __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 45820)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 30244)),
    ]);
    const live = cluster === undefined
        ? nothingAsked('no cluster was asked')
        : await readLive(cluster, environment.namespace);
    const request = {
        ...{ config: (0,load/* configFor */.m3)(config, environment), environmentName, environment, manifests, live },
        ...{ root: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path)), now: new Date() },
    };
    const { assessments, notes } = await assess(request, undefined);
    const others = assessments.filter(({ rule }) => !dockerfileRules.includes(rule));
    const lines = worstLines({ assessments: others, notes });
    const [head, ...worst] = lines.map(line => (0,markdown/* cell */.Hn)(line));
    const summary = head === undefined
        ? ''
        : `\n#### Assessment\n\n${head}\n\n${worst.map(line => `- ${line}`).join('\n')}\n`;
    return { lines, summary };
}

// EXTERNAL MODULE: ./.build/js/src/actions/standbys.js
var actions_standbys = __webpack_require__(70127);
;// CONCATENATED MODULE: ./.build/js/src/actions/plan.js
















const nothing = JSON.stringify({ create: [], change: [], same: [] });
const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(1893), __webpack_require__.e(6715), __webpack_require__.e(3814), __webpack_require__.e(1627), __webpack_require__.e(4991), __webpack_require__.e(775), __webpack_require__.e(5626), __webpack_require__.e(6082), __webpack_require__.e(9504), __webpack_require__.e(4993), __webpack_require__.e(5509)]).then(__webpack_require__.bind(__webpack_require__, 88923));
const pages = () => __webpack_require__.e(/* import() */ 3705).then(__webpack_require__.bind(__webpack_require__, 63705));
const planAction = (0,host/* defineAction */.QP)({
    name: 'plan',
    description: 'Validate slipway.yml and its Dockerfiles. With an environment, also show the changes of a release, what its checks do not cover, and missing permissions.',
    inputs: {
        environment: {
            description: 'Name of the environment in slipway.yml. Default: all environments are validated, without a cluster.',
            default: '',
        },
        images: {
            description: 'JSON map from image names in slipway.yml to a digest, as for `deploy`. Default: the digests that are live now.',
            default: '',
        },
        config: actions_inputs/* config */.$W,
        'kube-context': actions_inputs/* kubeContext */.ng,
        logins: actions_inputs/* logins */.NB,
        reversible: actions_inputs/* reversible */.qp,
        force: actions_inputs/* force */.s$,
        base: {
            description: 'Without an `environment`: a commit to compare the manifests and slipway.yml with, such as `HEAD^1` in the merge commit of a pull request. Default: they are not compared.',
            default: '',
        },
        'policy-report': actions_inputs/* policyReport */.Nk,
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
    },
    outputs: {
        verdict: '`pass`, or `fail` if `deploy` would refuse the release, or without an `environment` if the policy fails.',
        changes: 'JSON lists of objects (`Kind/name`) under `create`, `change` and `same`.',
        difference: 'JSON of what changes for each environment compared with `base`, for the action `comment`; `{}` without `base`.',
        policy: `${actions_inputs/* policyCounts */.bc} \`{}\` with an \`environment\`, whose images are already built.`,
        images: 'JSON map from image names to `repository@digest` with resolved tags, for `deploy`. `{}` without `images`.',
        monitored: actions_inputs/* monitoredOutput */.ls,
        reason: 'Why the release would be refused, in one sentence; otherwise empty.',
    },
    refused: {
        verdict: 'fail',
        changes: nothing,
        difference: '{}',
        policy: '{}',
        images: '{}',
        monitored: 'false',
    },
    run: async (inputs, host) => {
        if (inputs.environment === '')
            return validateAll(inputs, host);
        const { request, manifests, hooks } = await (0,session/* withManifests */.BW)(inputs.config, await (0,session/* requestOf */.fo)(inputs, host), host.report);
        const gitops = (0,actions_gitops/* gitopsOf */.mQ)(request.environment);
        if (gitops !== undefined)
            return planByGit(inputs, request, gitops, host);
        await (0,session/* warnOfNewValues */.ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        const selected = inputs.images === '' ? undefined : (0,selection/* parseImagesInput */.M)(inputs.images, config.images);
        const around = await actions_inputs/* aroundOf */.dg(inputs.config, environment, host, hooks);
        const forced = actions_inputs/* forced */.KY(inputs.force);
        const registry = await (0,actions_registry/* registryClient */.R)();
        const images = selected && (0,preflight_images/* resolveImages */.B)(registry, selected, Object.keys(config.images));
        images?.catch(() => undefined);
        const signed = images?.then(async (found) => (0,trust/* signatureSentences */.Bk)(await (0,trust/* verifiedImages */.LA)(inputs, { config, environment, images: found, registry, host })));
        signed?.catch(() => undefined);
        const promotion = await (0,proofs/* promotionOf */.bi)(inputs, { config, environment, registry, host, ...forced });
        const assessable = { path: inputs.config, config, name: inputs.environment, environment, manifests };
        const { seen, assessed } = await (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { preview }) => {
            const [found, standbys, assessed] = await Promise.all([
                preview(cluster, {
                    ...{ ...request, ...promotion, manifests, images, around },
                    ...(signed && { signed }),
                }),
                (0,actions_standbys.standbyFindings)(cluster, environment),
                plannedAssessment({ ...assessable, cluster }),
            ]);
            found.problems.push(...standbys.refusals.map(({ sentence }) => sentence));
            found.notes.push(...standbys.warnings.map(warning => `warning: ${warning}`));
            return { seen: found, assessed };
        });
        const { cancellingGroups } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6807)]).then(__webpack_require__.bind(__webpack_require__, 36807));
        for (const place of await cancellingGroups(host.env))
            seen.gaps.push(cancelledGap(place));
        const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
        if (trustOf(config, environment.trust) !== undefined && images === undefined)
            seen.notes.push('signatures are checked only when `images` are given');
        const owner = { app: config.app, environment: inputs.environment };
        const recovery = await recoveryOf(environment, manifests, {
            owner,
            config: inputs.config,
            env: host.env,
        });
        seen.gaps.push(...recovery.gaps);
        const named = (what) => seen.changes.filter(each => each.what === what).map(each => each.object);
        host.output('verdict', seen.problems.length === 0 ? 'pass' : 'fail');
        host.output('changes', JSON.stringify({ create: named('create'), change: named('change'), same: named('same') }));
        host.output('policy', '{}');
        host.output('difference', '{}');
        host.output('images', images === undefined ? '{}' : await pinnedTo(images));
        host.output('monitored', String(environment.monitoring !== undefined));
        host.output('reason', seen.problems[0] ?? '');
        const { planLines, planSummary } = await pages();
        await host.summary(`${planSummary(config.app, inputs.environment, seen)}${assessed.summary}${recovery.summary}`);
        for (const line of [
            ...recovery.lines,
            ...assessed.lines,
            ...planLines(config.app, inputs.environment, seen),
        ])
            host.report(line);
        return seen.problems.length === 0;
    },
});
async function pinnedTo(images) {
    const resolved = await images.catch(() => undefined);
    return JSON.stringify(resolved === undefined ? {} : (0,kinds/* referencesOf */.CL)(resolved));
}
const cancelledGap = (place) => ({
    gap: `a newer run cancels a rollout that is in progress, so it is rolled back (${place})`,
    remedy: 'set `cancel-in-progress: false`; Slipway queues rollouts itself',
});
const lost = { node: 'a node', zone: 'a zone', region: 'the region', total: 'everything' };
async function recoveryOf({ recovery }, manifests, place) {
    if (recovery === undefined)
        return { gaps: [], summary: '', lines: [] };
    const [{ judgeDeclared }, { judgeCoverage }, { recoveryLines, recoverySection }, { locksOf }] = await Promise.all([
        __webpack_require__.e(/* import() */ 7876).then(__webpack_require__.bind(__webpack_require__, 95495)),
        __webpack_require__.e(/* import() */ 5495).then(__webpack_require__.bind(__webpack_require__, 35495)),
        __webpack_require__.e(/* import() */ 8565).then(__webpack_require__.bind(__webpack_require__, 28565)),
        __webpack_require__.e(/* import() */ 8513).then(__webpack_require__.bind(__webpack_require__, 28513)),
    ]);
    const locks = await locksOf(recovery, place.owner, place.config, place.env, Date.now());
    const covering = judgeCoverage(recovery, manifests.map(({ object }) => object), locks);
    const databases = judgeDeclared(recovery, locks);
    const gaps = databases.flatMap(({ database, rows }) => rows.flatMap(row => row.kind === 'covered'
        ? []
        : [{ gap: `${database} when ${lost[row.target.domain]} is lost: ${row.problem}`, remedy: row.help }]));
    for (const { what, gap } of covering)
        if (gap !== undefined)
            gaps.push({ gap: `backup of ${what}: ${gap.problem}`, remedy: gap.help });
    return {
        gaps,
        summary: recoverySection(databases, covering),
        lines: recoveryLines(databases, covering),
    };
}
async function validateAll({ config: path, base, 'policy-report': report }, host) {
    const config = await (0,load/* loadConfig */.Z9)(path);
    const environments = await Promise.all(Object.entries(config.environments).map(async ([name, environment]) => {
        const { environment: hooked, manifests, notes } = await (0,session/* manifestsOf */.oF)(path, config, name, host.env);
        const report = (line) => host.report(`${name}: ${line}`);
        notes.forEach(report);
        await (0,session/* warnOfNewValues */.ii)(path, { config, environment, env: host.env }, manifests, report);
        const owner = { app: config.app, environment: name };
        const recovery = await recoveryOf(environment, manifests, { owner, config: path, env: host.env });
        const gitops = (0,actions_gitops/* gitopsOf */.mQ)(environment);
        if (gitops !== undefined)
            report(await checkFiles(path, gitops, (0,load/* configFor */.m3)(config, environment)));
        const gaps = gitops === undefined ? (0,coverage/* validate */.t)((0,load/* configFor */.m3)(config, environment), hooked, manifests) : [];
        const assessed = gitops === undefined
            ? await plannedAssessment({ path, config, name, environment, manifests })
            : { lines: [], summary: '' };
        return { name, gaps: [...gaps, ...recovery.gaps], recovery, environment, manifests, assessed };
    }));
    const { reviewDockerfiles } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(898), __webpack_require__.e(6513)]).then(__webpack_require__.bind(__webpack_require__, 20898));
    const { policySummary, tellPolicy } = await __webpack_require__.e(/* import() */ 6138).then(__webpack_require__.bind(__webpack_require__, 36138));
    const { validationSummary } = await pages();
    const now = new Date();
    const names = Object.keys(config.images);
    const review = await reviewDockerfiles({ config, root: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path)), names, now });
    const problem = await tellPolicy(host, { app: config.app, config: path, review, now, report });
    host.output('verdict', problem === undefined ? 'pass' : 'fail');
    const compared = base === '' ? undefined : await comparedWith(base, path, environments, host);
    host.output('changes', nothing);
    host.output('difference', JSON.stringify(compared ?? {}));
    host.output('images', '{}');
    host.output('monitored', 'false');
    host.output('reason', problem ?? '');
    const sections = environments
        .map(({ name, recovery, assessed }) => [assessed.summary.replace('#### Assessment', `#### Assessment of ${name}`), recovery.summary].join('\n'))
        .join('');
    const changed = compared && (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7855)]).then(__webpack_require__.bind(__webpack_require__, 97855))).manifestChanges(compared);
    const difference = changed === undefined ? '' : `#### Changes\n\n${changed}\n\n`;
    await host.summary(`${validationSummary(config.app, environments, problem)}\n${difference}${sections}${policySummary(review)}\n`);
    for (const { name, gaps, recovery, assessed } of environments) {
        for (const line of [...recovery.lines, ...assessed.lines])
            host.report(`${name}: ${line}`);
        for (const { gap, remedy } of gaps)
            host.report(`${name}: not covered: ${gap}; ${remedy}`);
    }
    const places = environments.map(({ name }) => name).join(', ');
    host.report(places === ''
        ? `${path} is valid; it has no environments, so images are built but not released`
        : `${path} and the manifests of ${places} are valid`);
    return problem === undefined;
}
async function comparedWith(revision, path, environments, { env }) {
    const { differenceFrom, objectsOf } = await __webpack_require__.e(/* import() */ 7258).then(__webpack_require__.bind(__webpack_require__, 77258));
    const after = new Map(environments.map(({ name, environment, manifests }) => [name, objectsOf(environment, manifests)]));
    return differenceFrom(revision, path, after, env);
}


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ signOutput),
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   Ye: () => (/* binding */ signsProofs),
/* harmony export */   bi: () => (/* binding */ promotionOf),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   rW: () => (/* binding */ withdrawalOutput),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55571);




async function promotionOf(inputs, { config, environment, registry, host, force, }) {
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const sealing = await sealingOf(inputs, { config, environments: [environment], registry, host });
    return {
        requirePromotion: async (cluster, images) => {
            const [{ provePromotion }, { promotionSentence }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(1381), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308)),
                __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384)),
            ]);
            const asked = { config, environment, requires, images, registry, sealing };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(3652)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(3652)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const sealing = verified && inputs && (await sealingOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(message)}\n`);
    }
}
async function sealingOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const [{ withCosign }, { signingKey }, { attachStatement, signedPredicates }, { predicates }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(3139)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(8432), __webpack_require__.e(3081)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927)),
        ]);
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
                },
            });
        });
    };
}
const signOutput = 'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';
const signsProofs = async (config, environmentName) => (await demanded(config, requiring(config, environmentName))) !== undefined;
const requiring = ({ environments }, environmentName) => Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);
async function demanded(config, environments) {
    if (config.signing === undefined)
        return undefined;
    const { trustOfProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}


/***/ }),

/***/ 70127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkStandbys: () => (/* binding */ checkStandbys),
/* harmony export */   replicationOf: () => (/* binding */ replicationOf),
/* harmony export */   standbyFindings: () => (/* binding */ standbyFindings)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75181);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32348);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57346);





const patience = 10_000;
const replicationOf = (cluster, namespace, databases) => Promise.all(databases.map(async ([database, declared]) => {
    try {
        return { database, ...(await askDatabase(cluster, namespace, declared)) };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        const unknown = error.sentence;
        return {
            ...{ database, verdict: 'unknown', problems: [unknown], standbys: [] },
            ...{ answer: { unknown }, pods: new Map() },
        };
    }
}));
async function askDatabase(cluster, namespace, declared) {
    const { askReplication, measureReplication } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6255)]).then(__webpack_require__.bind(__webpack_require__, 16255));
    const { pods, running } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_2__.podsOf)(cluster, namespace, declared);
    const zones = await zonesOf(cluster, running);
    const ask = () => askReplication(pods, { database: declared.database }, patience);
    return { pods, ...(await measureReplication(ask, declared, zones)) };
}
async function zonesOf(cluster, running) {
    const nodes = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node, '')).catch((error) => {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return { items: [] };
        throw error;
    });
    return new Map(running.flatMap(({ metadata, spec, status }) => {
        const node = nodes.items.find(each => each.metadata?.name === spec?.nodeName);
        const zone = node && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .zoneOf */ .kE)(node);
        if (zone === undefined)
            return [];
        return [metadata?.name, status?.podIP].flatMap(key => key === undefined ? [] : [[key, zone]]);
    }));
}
async function standbyFindings(cluster, { namespace, recovery }) {
    const reports = await replicationOf(cluster, namespace, (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_4__/* .watchedDatabases */ .f)(recovery));
    const wrong = reports.flatMap(({ database, verdict, problems }) => {
        const what = verdict === 'unknown' ? 'how far its standbys and its WAL are behind is unknown: ' : '';
        const message = `database ${database}: ${what}${problems.join('; ')}`;
        const blocks = verdict !== 'unknown' && recovery?.databases[database]?.behind === 'block';
        return verdict === 'ok' ? [] : [{ message, blocks }];
    });
    return {
        standbys: reports.flatMap(({ database, standbys }) => standbys.map(each => `${database}: ${each}`)),
        refusals: wrong
            .filter(({ blocks }) => blocks)
            .map(({ message }) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, 'check pg_stat_replication and pg_stat_archiver, or set `behind: warn` of the database in slipway.yml')),
        warnings: wrong.filter(({ blocks }) => !blocks).map(({ message }) => message),
    };
}
async function checkStandbys(cluster, environment, host) {
    const { standbys, refusals, warnings } = await standbyFindings(cluster, environment);
    for (const standby of standbys)
        host.report(standby);
    for (const message of warnings)
        host.annotate('warning', { title: 'Standbys', message });
    if (refusals[0] !== undefined)
        throw refusals[0];
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ })

};
