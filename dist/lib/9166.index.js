export const id = 9166;
export const ids = [9166,127];
export const modules = {

/***/ 99166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployAction: () => (/* binding */ deployAction)
/* harmony export */ });
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14469);
/* harmony import */ var _release_preflight_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73149);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42900);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80986);
/* harmony import */ var _verify_identities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98093);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98936);
/* harmony import */ var _due_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50819);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45650);
/* harmony import */ var _public_url_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(43844);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(46633);
/* harmony import */ var _standbys_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(70127);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(55571);


















const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(1893), __webpack_require__.e(6715), __webpack_require__.e(3814), __webpack_require__.e(1627), __webpack_require__.e(4991), __webpack_require__.e(2596), __webpack_require__.e(5277), __webpack_require__.e(775), __webpack_require__.e(5626), __webpack_require__.e(6082), __webpack_require__.e(2903), __webpack_require__.e(9504), __webpack_require__.e(4993), __webpack_require__.e(7241)]).then(__webpack_require__.bind(__webpack_require__, 47241));
const deployAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .QP)({
    name: 'deploy',
    description: 'Roll out a release to Kubernetes, and roll it back if it does not become ready.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .environment */ .cA,
        images: {
            description: 'JSON map from image names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
            required: true,
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .kubeContext */ .ng,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .logins */ .NB,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .deploymentsToken */ .ic,
        'runs-token': _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .runsToken */ .Sc,
        reversible: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .reversible */ .qp,
        force: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .force */ .s$,
        wait: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .wait */ .uk,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .appOutput */ .l0,
        release: 'Number of the release.',
        baseline: 'Number of the baseline; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is ready but gets no traffic: run `gate`), `rolled-back` (the baseline is live again), `paused` (a pull request waits for its merge), `needs-action` (not reversible: a person must act), `failed`, or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        'rollback-seconds': 'Seconds from the verdict until the baseline was fully restored; empty without a rollback.',
        reason: 'Why the release was refused or did not become ready, in one sentence; otherwise empty.',
        images: 'JSON map from image names to `repository@digest`.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if `gate` comes next or nothing was applied.',
        signed: 'JSON map from image names to their signer, in a few words; `{}` if slipway.yml requires no signatures.',
        url: 'Where people reach the application: `url` in slipway.yml, or what the manifests say; empty if it is not known.',
        sign: _proofs_js__WEBPACK_IMPORTED_MODULE_11__/* .signOutput */ .R4,
        monitored: _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .monitoredOutput */ .ls,
        promotion: 'Why the images are allowed in this environment, in one sentence; empty without `requires`, or if they were refused.',
    },
    refused: { state: 'refused', images: '{}', signed: '{}', sign: 'false', monitored: 'false' },
    run: async (inputs, host) => {
        const { request, manifests, hooks } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_12__/* .withManifests */ .BW)(inputs.config, await (0,_session_js__WEBPACK_IMPORTED_MODULE_12__/* .requestOf */ .fo)(inputs, host), host.report);
        (0,_verify_identities_js__WEBPACK_IMPORTED_MODULE_6__/* .requireSecrets */ .pU)(request.environment.verify, request.env);
        const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_9__/* .gitopsOf */ .mQ)(request.environment);
        if (gitops !== undefined)
            return (0,_gitops_js__WEBPACK_IMPORTED_MODULE_9__/* .deployByGit */ .V8)(inputs, request, gitops, host);
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_12__/* .warnOfNewValues */ .ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        host.output('app', config.app);
        host.output('sign', String(await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_11__/* .signsProofs */ .Ye)(config, inputs.environment)));
        host.output('monitored', String(environment.monitoring !== undefined));
        const url = (0,_public_url_js__WEBPACK_IMPORTED_MODULE_15__/* .publicUrl */ .x)(environment, manifests);
        const selected = (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImagesInput */ .M)(inputs.images, config.images);
        const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .aroundOf */ .dg(inputs.config, environment, host, hooks);
        const forced = _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .forced */ .KY(inputs.force);
        const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_16__/* .registryClient */ .R)();
        const promotion = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_11__/* .promotionOf */ .bi)(inputs, { config, environment, registry, host, ...forced });
        const resolving = (0,_release_preflight_images_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
        const verifying = resolving.then(images => (0,_trust_js__WEBPACK_IMPORTED_MODULE_14__/* .verifiedImages */ .LA)(inputs, { config, environment, images, registry, host }));
        verifying.catch(() => undefined);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_12__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { deploy }) => {
            const images = await resolving;
            const verified = await verifying;
            const signed = (0,_trust_js__WEBPACK_IMPORTED_MODULE_14__/* .signatureSentences */ .Bk)(verified);
            for (const sentence of signed)
                host.report(sentence);
            const owner = { app: config.app, environment: inputs.environment };
            const released = { owner, environment, config: inputs.config };
            await (0,_due_js__WEBPACK_IMPORTED_MODULE_8__/* .demandNoDrill */ .w)(cluster, released, host);
            await Promise.all([
                (0,_due_js__WEBPACK_IMPORTED_MODULE_8__/* .warnOfOverdue */ .i)(cluster, released, host),
                (0,_standbys_js__WEBPACK_IMPORTED_MODULE_13__.checkStandbys)(cluster, environment, host),
            ]);
            const signal = host.cancellation();
            const result = await (0,_silences_js__WEBPACK_IMPORTED_MODULE_17__/* .silenced */ .I)(cluster, request, host, quiet => deploy(cluster, {
                ...request,
                ...quiet,
                manifests,
                images,
                ...promotion,
                ...(signed.length === 0 ? {} : { signatures: (0,_trust_js__WEBPACK_IMPORTED_MODULE_14__/* .signaturesOf */ .Rr)(verified) }),
                around,
                signal,
            }));
            const references = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .referencesOf */ .CL)(images);
            host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
            host.output('rollback-seconds', (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsOutput */ .tD)(result.rollbackMs));
            host.output('images', JSON.stringify(references));
            host.output('signed', (0,_trust_js__WEBPACK_IMPORTED_MODULE_14__/* .signedOutput */ .SG)(verified));
            host.output('url', url ?? '');
            host.output('promotion', result.promotion ?? '');
            const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .deploySummary */ .eN)(config.app, inputs.environment, Object.values(references), result, workers, signed));
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_7__/* .concludeRollout */ .N)(host, request, inputs['deployments-token'], result, {
                images: references,
                url,
            });
            return result.state === 'complete' || result.state === 'prepared';
        });
    },
});


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

/***/ 46633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ silenced),
/* harmony export */   K: () => (/* binding */ removeLeftSilences)
/* harmony export */ });
async function silenced(cluster, request, host, work) {
    const asked = await silencesOf(cluster, request);
    if (asked === undefined)
        return work({});
    const { silencerOf, silenceFor, api, place, longest } = asked;
    const silencer = silencerOf(api, place, message => host.annotate('warning', { title: 'silence', message }));
    const onRollout = ({ candidate, deadline }) => {
        const subject = { ...place, release: candidate, run: request.origin.run };
        silencer.open(silenceFor(subject, { now: cluster.now(), longest, deadline }));
    };
    return work({ onRollout }).finally(() => silencer.close());
}
async function removeLeftSilences(cluster, request, host, before) {
    const asked = await silencesOf(cluster, request);
    if (asked === undefined)
        return;
    const done = await asked.sweepSilences(asked.api, asked.place, before);
    if (!done.ok)
        host.annotate('warning', { title: 'silence', message: done.detail });
    else if (done.value !== undefined)
        host.report(done.value);
}
async function silencesOf(cluster, { config, environmentName, environment, env }) {
    const { silence: longest, alertmanager } = environment.monitoring ?? {};
    if (longest === undefined || alertmanager === undefined)
        return undefined;
    const [code, { alertmanagerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7784)]).then(__webpack_require__.bind(__webpack_require__, 17784)),
    ]);
    const place = { app: config.app, environment: environmentName };
    return { ...code, api: alertmanagerOf(alertmanager, cluster, env), place, longest };
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

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    const { matchLabels, matchExpressions = [] } = (selector ?? {});
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 42900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eN: () => (/* binding */ deploySummary),
  j0: () => (/* binding */ rollbackSummary),
  RI: () => (/* binding */ sweepSummary),
  Il: () => (/* binding */ verifySummary)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
;// CONCATENATED MODULE: ./.build/js/src/report/acceptance.js

function acceptanceParts(app, results) {
    const others = results.filter(({ cell: ofMatrix }) => ofMatrix === undefined);
    const rows = others.map(each => [
        each.title,
        each.ok ? 'passed' : 'failed',
        String(each.attempts),
        (0,markdown/* time */.kB)(each.ms),
        each.reason ?? each.detail ?? '',
    ]);
    return [
        (0,markdown/* table */.tp)(['check', 'verdict', 'attempts', 'time', 'reason'], rows),
        matrixTable(results),
        topologyChart(app, results),
    ];
}
function matrixTable(results) {
    const cells = results.flatMap(({ cell: each, ok, reason = '' }) => each === undefined ? [] : [{ ...each, ok, reason }]);
    const identities = [...new Set(cells.map(({ identity }) => identity))];
    const endpoints = [...new Set(cells.map(({ endpoint }) => endpoint))];
    const rows = endpoints.map(endpoint => [
        endpoint,
        ...identities.map(identity => {
            const found = cells.find(each => each.endpoint === endpoint && each.identity === identity);
            if (found === undefined)
                return '';
            const { got, expected, ok } = found;
            if (ok)
                return `✅ ${expected}`;
            return got === expected
                ? `❌ ${got} with HTML or another type`
                : `❌ ${got ?? 'no answer'}, expected ${expected}`;
        }),
    ]);
    return (0,markdown/* table */.tp)(['endpoint', ...identities], rows);
}
function topologyChart(app, results) {
    const edges = results.flatMap(({ edge, ok }) => (edge === undefined ? [] : [{ ...edge, ok }]));
    if (edges.length === 0)
        return '';
    const id = (name) => `d${edges.findIndex(({ to }) => to === name)}`;
    const lines = [
        'flowchart LR',
        `  app[${quoted(app)}]`,
        ...edges.map(({ to }) => `  ${id(to)}[${quoted(to)}]`),
        ...edges.map(({ to, ok, cause }) => `  app -- "${ok ? 'ok' : cause === undefined ? 'broken' : 'fails with it'}" --> ${id(to)}`),
        ...edges.flatMap(({ to, needs }) => needs.map(need => `  ${id(to)} -. needs .-> ${id(need)}`)),
        ...edges.map(({ ok, cause }, index) => `  linkStyle ${index} stroke:${ok ? '#1a7f37' : cause === undefined ? '#cf222e,stroke-width:3px' : '#bf8700'}`),
    ];
    return (0,markdown/* fenced */.OF)('mermaid', lines);
}
const quoted = (text) => `"${(0,markdown/* cell */.Hn)(text).replaceAll('"', "'")}"`;

;// CONCATENATED MODULE: ./.build/js/src/report/summary.js




function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${(0,markdown/* time */.kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} runs beside the current release, **without traffic**: ${result.readyPods} pods ready after ${(0,markdown/* time */.kB)(result.rolloutMs)}. The gate comes next.`,
        'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${(0,markdown/* time */.kB)(result.rollbackMs)}`}. ${result.baseline === undefined
            ? 'No release is live, because this was the first.'
            : `Release ${result.baseline} is live.`}`,
        'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**. Look at the workload now.`,
        failed: `Release ${result.release} **failed and was not rolled back**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,markdown/* cell */.Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers ${result.state === 'complete' ? 'updated with it' : 'to update after the verdict'}: ${behind}.`;
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,markdown/* cell */.Hn)(result.reason)}`;
    const rests = result.promotion === undefined ? '' : `\n\n${(0,markdown/* cell */.Hn)(result.promotion)}`;
    const whose = signed.map(sentence => `\n\n${(0,markdown/* cell */.Hn)(sentence)}.`).join('');
    return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${(0,markdown/* table */.tp)(['image'], images.map(image => [(0,digest/* shortDigests */.s)(image)]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,markdown/* cell */.Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        result.reasons.map(reason => `- ${(0,markdown/* cell */.Hn)(reason)}`).join('\n'),
        (0,markdown/* table */.tp)(['zone', 'pods', 'ready', 'verified digest'], zones),
        `Requests were sent to ${(0,markdown/* cell */.Hn)(result.address)}.`,
        (0,markdown/* table */.tp)(['worker', 'pods', 'verified digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        ...acceptanceParts(app, result.checks),
        (0,markdown/* table */.tp)(['container', 'image'], Object.entries(result.digests).map(each => each.map(digest/* shortDigests */.s))),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'failed its verification',
    unproved: 'is live, but not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'not-needed')
        return `### ${(0,markdown/* cell */.Hn)(app)}: nothing was rolled back\n\n${(0,markdown/* cell */.Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,markdown/* cell */.Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,markdown/* cell */.Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'rollback of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `Its objects were removed in ${seconds.toFixed(1)} s. No release is live.`;
    return `Release ${release} is live${changed ? `, restored in ${seconds.toFixed(1)} s` : ''}.`;
}
function sweepSummary({ app, environment }, { state, release, reason }, fixed = []) {
    const head = `### ${swept[state].mark} ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}: ${swept[state].what(release ?? 0)}`;
    const why = reason === undefined ? [] : [(0,markdown/* cell */.Hn)(reason)];
    const next = state === 'needs-action' ? [`**Next:** deploy a version that works, or ${(0,operations/* howToRun */.R)('rollback')}.`] : [];
    const drills = fixed.map(each => `- ${(0,markdown/* cell */.Hn)(each)}`).join('\n');
    return `${[head, ...why, ...next, drills].filter(part => part !== '').join('\n\n')}\n`;
}
const swept = {
    nothing: { mark: '✅', what: () => 'no rollout to finish or roll back' },
    busy: {
        mark: '⏳',
        what: release => `the rollout of release ${release} is in progress or paused, and was left alone`,
    },
    finished: { mark: '✅', what: release => `the rollout of release ${release} was finished` },
    'rolled-back': { mark: '✅', what: release => `release ${release} was rolled back` },
    'needs-action': { mark: '❌', what: release => `release ${release} needs action` },
};
const mark = (good) => (good ? '✅' : '❌');


/***/ }),

/***/ 98093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   UI: () => (/* binding */ identitiesOf),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   pU: () => (/* binding */ requireSecrets)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60512);





function variablesOf({ identities = {}, ca, checks, matrix = [], revoked = [] }) {
    const requests = [
        ...checks,
        ...matrix,
        ...revoked.flatMap(each => [each, each.revoke, ...(each.restore === undefined ? [] : [each.restore])]),
    ];
    const names = [
        ...(ca === undefined ? [] : [ca]),
        ...Object.values(identities).flatMap(ofIdentity),
        ...requests.flatMap(({ send }) => Object.values(send?.secrets ?? {})),
        ...checks.flatMap(check => Object.values(check['canary-secret'] ?? {})),
    ];
    return [...new Set(names)];
}
const ofIdentity = ({ bearer, cookie = {}, header = {}, basic }) => [
    ...(bearer === undefined ? [] : [bearer]),
    ...Object.values(cookie),
    ...Object.values(header),
    ...(basic === undefined ? [] : [basic.password]),
];
function identitiesOf({ identities = {} }, env) {
    const secrets = new Set();
    const secretOf = (name) => {
        const value = (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env);
        if (value !== '')
            secrets.add(value);
        return value;
    };
    const problemOf = (variables) => {
        for (const name of variables) {
            const value = secretOf(name);
            if (value === '')
                return `${name} is empty; set it in an earlier step, or pass it in the input \`logins\``;
            if (value.length < _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .shortest */ .pr)
                return `${name} has fewer than ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .shortest */ .pr} characters, so it cannot be masked`;
        }
        return undefined;
    };
    const credential = (name) => {
        const identity = identities[name];
        if (identity === undefined)
            return { problem: `the identity ${name} is not in slipway.yml` };
        const real = identity.garbage === undefined ? identity : identities[identity.garbage];
        if (real === undefined)
            return { problem: `the identity ${identity.garbage} is not in slipway.yml` };
        const variables = ofIdentity(real);
        const problem = problemOf(variables) ?? variables.map(unfit).find(each => each !== undefined);
        if (problem !== undefined)
            return { problem };
        if (identity.expired === true && real.bearer !== undefined) {
            const until = expiryOf(secretOf(real.bearer));
            if (until !== undefined && until > Date.now())
                return {
                    problem: `${real.bearer} has not expired: it is valid until ${new Date(until).toISOString()}`,
                };
        }
        const garbage = identity.garbage !== undefined;
        return headersOf(real, variable => {
            const value = secretOf(variable);
            return garbage ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(Math.max(8, Math.ceil(value.length / 2))).toString('hex') : value;
        }, secrets);
    };
    const unfit = (name) => /^[\x20-\x7e]+$/.test(secretOf(name)) ? undefined : `${name} has a character that no header may have`;
    return {
        secrets,
        secretOf,
        problemOf,
        hide: text => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSecrets */ .cT)(text, secrets),
        message: request => {
            const { get: path, method = 'GET', as, send = {} } = request;
            const hidden = Object.values(send.secrets ?? {});
            const own = as === undefined || as === 'none' ? {} : credential(as);
            const problem = 'problem' in own ? own.problem : problemOf(hidden);
            if (problem !== undefined)
                return { reason: `could not be sent: ${problem}` };
            const fields = Object.fromEntries(Object.entries(send.secrets ?? {}).map(([field, variable]) => [field, secretOf(variable)]));
            const { type, body } = bodyOf(send, fields);
            return {
                secret: Object.keys(own).length > 0 || hidden.length > 0,
                message: {
                    path,
                    method,
                    headers: {
                        ...(type === undefined ? {} : { 'content-type': type }),
                        ...send.headers,
                        ...own,
                    },
                    ...(body === undefined ? {} : { body }),
                },
            };
        },
    };
}
function headersOf({ bearer, cookie, header, basic }, secretOf, secrets) {
    if (bearer !== undefined)
        return { authorization: `Bearer ${secretOf(bearer)}` };
    if (cookie !== undefined) {
        const pairs = Object.entries(cookie).map(([name, variable]) => `${name}=${secretOf(variable)}`);
        return { cookie: pairs.join('; ') };
    }
    if (header !== undefined)
        return Object.fromEntries(Object.entries(header).map(([name, variable]) => [name, secretOf(variable)]));
    if (basic === undefined)
        return {};
    const pair = Buffer.from(`${basic.user}:${secretOf(basic.password)}`).toString('base64');
    secrets.add(pair);
    return { authorization: `Basic ${pair}` };
}
function bodyOf({ json, form, body }, secrets) {
    if (json !== undefined)
        return { type: 'application/json', body: JSON.stringify({ ...json, ...secrets }) };
    if (form === undefined)
        return body === undefined ? {} : { body };
    const fields = new URLSearchParams({ ...form, ...secrets });
    return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
}
function expiryOf(token) {
    const [, claims, signature] = token.split('.');
    if (claims === undefined || signature === undefined)
        return undefined;
    const { exp } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(Buffer.from(claims, 'base64url')) ?? {};
    return typeof exp === 'number' ? exp * 1000 : undefined;
}
function secretsOf(verify, env) {
    const values = variablesOf(verify)
        .filter(name => name !== verify.ca)
        .map(name => (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env));
    return values.filter(value => value.length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .shortest */ .pr);
}
function requireSecrets(verify, env) {
    const problem = verify && identitiesOf(verify, env).problemOf(variablesOf(verify));
    if (problem === undefined)
        return;
    const [what = '', ...remedy] = problem.split('; ');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`verify cannot be made: ${what}`, remedy.join('; ') || 'correct its value');
}


/***/ })

};
