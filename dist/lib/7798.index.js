export const id = 7798;
export const ids = [7798,127];
export const modules = {

/***/ 97798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planAction: () => (/* binding */ planAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14469);
/* harmony import */ var _release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55469);
/* harmony import */ var _release_preflight_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73149);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80986);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);
/* harmony import */ var _standbys_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70127);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(55571);













const nothing = JSON.stringify({ create: [], change: [], same: [] });
const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(2633), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(1896), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(6082), __webpack_require__.e(4212), __webpack_require__.e(4993), __webpack_require__.e(7343)]).then(__webpack_require__.bind(__webpack_require__, 88923));
const pages = () => __webpack_require__.e(/* import() */ 3705).then(__webpack_require__.bind(__webpack_require__, 63705));
const planAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__/* .defineAction */ .QP)({
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
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .kubeContext */ .ng,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .logins */ .NB,
        reversible: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .reversible */ .qp,
        force: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .force */ .s$,
        base: {
            description: 'Without an `environment`: a commit to compare the manifests and slipway.yml with, such as `HEAD^1` in the merge commit of a pull request. Default: they are not compared.',
            default: '',
        },
        'policy-report': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .policyReport */ .Nk,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        verdict: '`pass`, or `fail` if `deploy` would refuse the release, or without an `environment` if the policy fails.',
        changes: 'JSON lists of objects (`Kind/name`) under `create`, `change` and `same`.',
        difference: 'JSON of what changes for each environment compared with `base`, for the action `comment`; `{}` without `base`.',
        policy: `${_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .policyCounts */ .bc} \`{}\` with an \`environment\`, whose images are already built.`,
        images: 'JSON map from image names to `repository@digest` with resolved tags, for `deploy`. `{}` without `images`.',
        sign: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .signOutput */ .R4,
        monitored: '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.',
        reason: 'Why the release would be refused, in one sentence; otherwise empty.',
    },
    refused: {
        verdict: 'fail',
        changes: nothing,
        difference: '{}',
        policy: '{}',
        images: '{}',
        sign: 'false',
        monitored: 'false',
    },
    run: async (inputs, host) => {
        if (inputs.environment === '')
            return validateAll(inputs, host);
        const { request, manifests, hooks } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withManifests */ .BW)(inputs.config, await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host), host.report);
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .warnOfNewValues */ .ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        const selected = inputs.images === '' ? undefined : (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImagesInput */ .M)(inputs.images, config.images);
        const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .aroundOf */ .dg(inputs.config, environment, host, hooks);
        const forced = _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .forced */ .KY(inputs.force);
        const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_12__/* .registryClient */ .R)();
        const images = selected && (0,_release_preflight_images_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
        images?.catch(() => undefined);
        const signed = images?.then(async (found) => (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .signatureSentences */ .Bk)(await (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .verifiedImages */ .LA)(inputs, { config, environment, images: found, registry, host })));
        signed?.catch(() => undefined);
        const promotion = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .promotionOf */ .bi)(inputs, { config, environment, registry, host, ...forced });
        const seen = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { preview }) => {
            const [found, standbys] = await Promise.all([
                preview(cluster, {
                    ...{ ...request, ...promotion, manifests, images, around },
                    ...(signed && { signed }),
                }),
                (0,_standbys_js__WEBPACK_IMPORTED_MODULE_10__.standbyFindings)(cluster, environment),
            ]);
            found.problems.push(...standbys.refusals.map(({ sentence }) => sentence));
            found.notes.push(...standbys.warnings.map(warning => `warning: ${warning}`));
            return found;
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
        host.output('sign', String(await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .signsProofs */ .Ye)(config, inputs.environment)));
        host.output('monitored', String(environment.monitoring !== undefined));
        host.output('reason', seen.problems[0] ?? '');
        const { planLines, planSummary } = await pages();
        await host.summary(`${planSummary(config.app, inputs.environment, seen)}${recovery.summary}`);
        for (const line of [...recovery.lines, ...planLines(config.app, inputs.environment, seen)])
            host.report(line);
        return seen.problems.length === 0;
    },
});
async function pinnedTo(images) {
    const resolved = await images.catch(() => undefined);
    return JSON.stringify(resolved === undefined ? {} : (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .referencesOf */ .CL)(resolved));
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
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(path);
    const environments = await Promise.all(Object.entries(config.environments).map(async ([name, environment]) => {
        const { environment: hooked, manifests, notes } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestsOf */ .oF)(path, config, name, host.env);
        const report = (line) => host.report(`${name}: ${line}`);
        notes.forEach(report);
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .warnOfNewValues */ .ii)(path, { config, environment, env: host.env }, manifests, report);
        const owner = { app: config.app, environment: name };
        const recovery = await recoveryOf(environment, manifests, { owner, config: path, env: host.env });
        const gaps = (0,_release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_3__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), hooked, manifests);
        return { name, gaps: [...gaps, ...recovery.gaps], recovery, environment, manifests };
    }));
    const { reviewDockerfiles } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(898), __webpack_require__.e(6513)]).then(__webpack_require__.bind(__webpack_require__, 20898));
    const { policySummary, tellPolicy } = await __webpack_require__.e(/* import() */ 6138).then(__webpack_require__.bind(__webpack_require__, 36138));
    const { validationSummary } = await pages();
    const now = new Date();
    const names = Object.keys(config.images);
    const review = await reviewDockerfiles({ config, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)), names, now });
    const problem = await tellPolicy(host, { app: config.app, config: path, review, now, report });
    host.output('verdict', problem === undefined ? 'pass' : 'fail');
    const compared = base === '' ? undefined : await comparedWith(base, path, environments, host);
    host.output('changes', nothing);
    host.output('difference', JSON.stringify(compared ?? {}));
    host.output('images', '{}');
    host.output('sign', 'false');
    host.output('monitored', 'false');
    host.output('reason', problem ?? '');
    const recoveries = environments.map(({ recovery }) => recovery.summary).join('');
    const changed = compared && (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7855)]).then(__webpack_require__.bind(__webpack_require__, 97855))).manifestChanges(compared);
    const difference = changed === undefined ? '' : `#### Changes\n\n${changed}\n\n`;
    await host.summary(`${validationSummary(config.app, environments, problem)}\n${difference}${recoveries}${policySummary(review)}\n`);
    for (const { name, gaps, recovery } of environments) {
        for (const line of recovery.lines)
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
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(642), __webpack_require__.e(1381), __webpack_require__.e(5374)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(642), __webpack_require__.e(1381), __webpack_require__.e(5374)]).then(__webpack_require__.bind(__webpack_require__, 72993));
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
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(9067)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
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

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  ii: () => (/* binding */ warnOfNewValues),
  Bq: () => (/* binding */ withCluster),
  BW: () => (/* binding */ withManifests)
});

// UNUSED EXPORTS: withLogins

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var toolkit_folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 7 modules
var port = __webpack_require__(38663);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js








async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,toolkit_folder/* newFolder */.l)(env, 'oidc');
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(cause => {
        throw new errors/* UserError */.yo(`cluster.ca: ${path} cannot be read`, 'correct the path, which is relative to slipway.yml', {
            cause,
        });
    });
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare the issuer and the audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js







async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env: withLogins(host.env, (0,actions_inputs/* parseSecrets */.dC)('logins', inputs.logins ?? '', host)),
        ...(await endedRuns(inputs['runs-token'] ?? '', host)),
        report: host.report,
    };
}
function withLogins(env, logins) {
    if (Object.keys(logins).length === 0)
        return env;
    const others = Object.entries(env).filter(([name]) => logins[name] === undefined);
    return Object.assign(Object.create(logins), Object.fromEntries(others));
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function withManifests(path, request, report) {
    const { config, environmentName } = request;
    const { environment: hooked, manifests, hooks, notes, } = await manifestsOf(path, config, environmentName, request.env);
    for (const note of notes)
        report(note);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 7121).then(__webpack_require__.bind(__webpack_require__, 17121));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const written = hooked.hooks === undefined ? {} : { hooks: hooked.hooks };
    const { environment, unlisted } = withUnlistedWorkers({ ...request.environment, ...written }, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}
async function manifestsOf(path, config, name, env) {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    const { loadSorted, withChartHooks } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(2262)]).then(__webpack_require__.bind(__webpack_require__, 69881));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sorted = await loadSorted(environment.hooks, (0,external_node_path_.dirname)(path), environment.manifests, target);
    const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return found;
    const [{ monitoringManifests }, { monitoringSubject }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(401), __webpack_require__.e(8790), __webpack_require__.e(2488)]).then(__webpack_require__.bind(__webpack_require__, 62488)),
        __webpack_require__.e(/* import() */ 6264).then(__webpack_require__.bind(__webpack_require__, 63883)),
    ]);
    const { manifests } = sorted;
    const own = monitoringManifests(monitoringSubject(config, name, manifests));
    return { ...found, manifests: [...manifests, ...own] };
}
async function warnOfNewValues(path, { config, environment, env }, manifests, report) {
    if (environment.manifests.every(source => typeof source === 'string'))
        return;
    const { newValuesOf } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9333)]).then(__webpack_require__.bind(__webpack_require__, 49333));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sentences = await newValuesOf((0,external_node_path_.dirname)(path), environment.manifests, manifests, target);
    for (const sentence of sentences)
        report(`warning: ${sentence}`);
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 3811).then(__webpack_require__.bind(__webpack_require__, 63811));
        throw error instanceof LeaseLost ? error : (0,errors/* markMidway */.$L)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, 'kube-context': context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined) {
        return (0,port/* connect */.N)({ patient, ...(context === '' ? {} : { context }) });
    }
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
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
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32348);
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
    const { zoneOf } = await __webpack_require__.e(/* import() */ 7067).then(__webpack_require__.bind(__webpack_require__, 69448));
    return new Map(running.flatMap(({ metadata, spec, status }) => {
        const node = nodes.items.find(each => each.metadata?.name === spec?.nodeName);
        const zone = node && zoneOf(node);
        if (zone === undefined)
            return [];
        return [metadata?.name, status?.podIP].flatMap(key => key === undefined ? [] : [[key, zone]]);
    }));
}
async function standbyFindings(cluster, { namespace, recovery }) {
    const reports = await replicationOf(cluster, namespace, (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_3__/* .watchedDatabases */ .f)(recovery));
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

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99177);



const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job may not request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.temporary;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub gave no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    let status;
    let text;
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        status = response.status;
        text = await response.text();
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
    if (status !== 200) {
        return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
    }
    const token = tokenIn(text);
    return token === undefined ? { problem: 'answered without a token', temporary: false } : { token };
}
function tokenIn(text) {
    try {
        const { value } = JSON.parse(text);
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(value) !== undefined ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON map such as {"shop": "sha256:…"}, like `images` in the output of `status`';
    const map = /^(null)?$/.test(text.trim()) ? {} : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('deployed', text, remedy);
    return new Map(Object.entries(map).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`deployed\` input has no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
    const { digest } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 73149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveImages),
/* harmony export */   v: () => (/* binding */ liveImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);



async function resolveImages(registry, selected, declared) {
    const missing = declared.filter(name => selected[name] === undefined);
    if (missing.length > 0) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the \`images\` input lacks ${missing.join(', ')}`, 'give a digest for every image in slipway.yml: a release always has all of them');
    }
    const entries = Object.entries(selected).map(async ([name, image]) => {
        const text = 'digest' in image ? `${image.repository}@${image.digest}` : `${image.repository}:${image.tag}`;
        const found = await registry.resolve((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text));
        if (found === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`image ${name}: the registry has no ${text}`, 'push it first, or correct the `images` input');
        }
        return [name, { repository: image.repository, digest: found.digest, platforms: found.platforms }];
    });
    return Object.fromEntries(await Promise.all(entries));
}
function liveImages(images, live) {
    const used = live
        .flatMap(object => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object).flatMap(({ spec }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec)))
        .map(({ image = '' }) => image);
    return Object.fromEntries(Object.entries(images).flatMap(([name, { repository }]) => {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const digest = used
            .filter(image => image.includes('@') && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted)
            .map(image => image.slice(image.indexOf('@') + 1))[0];
        return digest === undefined ? [] : [[name, { repository: wanted, digest }]];
    }));
}


/***/ })

};
