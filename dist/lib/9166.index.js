export const id = 9166;
export const ids = [9166,127,2508];
export const modules = {

/***/ 99166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployAction: () => (/* binding */ deployAction)
/* harmony export */ });
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78412);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _verify_identities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98093);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98936);
/* harmony import */ var _due_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50819);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45650);
/* harmony import */ var _public_url_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(43844);
/* harmony import */ var _released_images_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(57529);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(46633);
/* harmony import */ var _standbys_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(70127);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(55571);
















const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(7236), __webpack_require__.e(4991), __webpack_require__.e(6044), __webpack_require__.e(3167), __webpack_require__.e(9224), __webpack_require__.e(5767), __webpack_require__.e(1629), __webpack_require__.e(3491)]).then(__webpack_require__.bind(__webpack_require__, 97172));
const deployAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'deploy',
    description: 'Roll out a release to Kubernetes, and roll it back if it does not become ready.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .environment */ .cA,
        images: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .mw)('JSON object that maps image names in slipway.yml to a digest, `repository@digest` or `repository:tag`.'),
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .kubeContext */ .ng,
        credentials: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .credentials */ .z3,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .deploymentsToken */ .ic,
        'actions-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .readingToken */ .Q1,
        reversible: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .reversible */ .qp,
        force: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .force */ .s$,
        wait: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .wait */ .uk,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .appOutput */ .l0,
        release: 'Number of the release.',
        baseline: 'Number of the baseline; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is ready but gets no traffic: run `gate`), `rolled-back` (the baseline is live again), `paused` (a pull request waits for its merge), `needs-action` (not reversible: a person must act), `failed` (a rollback must follow), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        'rollback-seconds': 'Seconds from the verdict until the baseline was fully restored; empty without a rollback.',
        reason: 'Why the release was refused or did not become ready, in one sentence; otherwise empty.',
        images: 'JSON object that maps image names to `repository@digest`.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if `gate` comes next or nothing was applied.',
        signed: 'JSON object that maps image names to their signer, in a few words; `{}` if slipway.yml requires no signatures.',
        url: 'Where people reach the application: `url` in slipway.yml, or what the manifests say; empty if it is not known.',
        'sign-proof': _proofs_js__WEBPACK_IMPORTED_MODULE_9__/* .signOutput */ .R4,
        monitored: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .monitoredOutput */ .ls,
        promotion: 'Why the images are allowed in this environment, in one sentence; empty without `requires`, or if they were refused.',
    },
    refused: { state: 'refused', images: '{}', signed: '{}', 'sign-proof': 'false', monitored: 'false' },
    run: async (inputs, host) => {
        const { request, manifests, hooks } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .withManifests */ .BW)(inputs.config, await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .requestOf */ .fo)(inputs, host));
        (0,_verify_identities_js__WEBPACK_IMPORTED_MODULE_3__/* .requireSecrets */ .pU)(request.environment.verify, request.env);
        const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_7__/* .gitopsOf */ .mQ)(request.environment);
        if (gitops !== undefined)
            return (0,_gitops_js__WEBPACK_IMPORTED_MODULE_7__/* .deployByGit */ .V8)(inputs, { request, gitops, host });
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .warnOfNewValues */ .ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        const signs = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_9__/* .signsProofs */ .Ye)(config, inputs.environment);
        const monitored = environment.monitoring !== undefined;
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { app: config.app, 'sign-proof': signs, monitored });
        const url = (0,_public_url_js__WEBPACK_IMPORTED_MODULE_14__/* .publicUrl */ .x)(environment, manifests);
        const asked = await (0,_released_images_js__WEBPACK_IMPORTED_MODULE_10__/* .releasedImages */ .i)(inputs, request, host);
        const hookSetup = await _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .hookSetupOf */ .Lc(inputs.config, environment, host, hooks);
        const verifying = asked.verify();
        verifying.catch(() => undefined);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .withCluster */ .Bq)((0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .impatient */ .oP)(inputs), environment, host, engine, async (cluster, { deploy }) => {
            const images = await asked.images;
            const verified = await verifying;
            const signed = (0,_trust_js__WEBPACK_IMPORTED_MODULE_13__/* .signatureSentences */ .Bk)(verified);
            for (const sentence of signed)
                host.report(sentence);
            const owner = { app: config.app, environment: inputs.environment };
            const released = { owner, environment, config: inputs.config };
            await (0,_due_js__WEBPACK_IMPORTED_MODULE_6__/* .requireNoDrill */ .W2)(cluster, released, host);
            await (0,_due_js__WEBPACK_IMPORTED_MODULE_6__/* .requireNoRestore */ .b0)(cluster, released);
            await Promise.all([
                (0,_due_js__WEBPACK_IMPORTED_MODULE_6__/* .warnOfOverdue */ .io)(cluster, released, { ...host, env: request.env }),
                (0,_standbys_js__WEBPACK_IMPORTED_MODULE_12__.checkStandbys)(cluster, environment, host),
            ]);
            const signatures = signed.length === 0 ? {} : { signatures: (0,_trust_js__WEBPACK_IMPORTED_MODULE_13__/* .signaturesOf */ .Rr)(verified) };
            const release = { manifests, images, hookSetup, ...asked.promotion, ...signatures };
            const signal = host.cancellation();
            const result = await (0,_silences_js__WEBPACK_IMPORTED_MODULE_15__/* .silenced */ .I)(cluster, request, host, quiet => deploy(cluster, { ...request, ...quiet, ...release, signal }));
            const { baseline, promotion } = result;
            const references = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesOf */ .CL)(images);
            (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, {
                baseline,
                'rollback-seconds': (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsOutput */ .tD)(result.rollbackMs),
                images: references,
                signed: (0,_trust_js__WEBPACK_IMPORTED_MODULE_13__/* .signedOutput */ .SG)(verified),
                url,
                promotion,
            });
            const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .deploySummary */ .eN)(config.app, inputs.environment, Object.values(references), result, workers, signed));
            const made = { images: references, url };
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_5__/* .publishOutcome */ .C)(host, request, inputs['deployments-token'], result, made);
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
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63114);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55571);






async function promotionOf(inputs, { environment, force, ...common }) {
    const { config, registry } = common;
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const proofSigning = await proofSigningOf(inputs, { ...common, environments: [environment] });
    return {
        requirePromotion: async (cluster, images) => {
            const { provePromotion } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308));
            const { promotionSentence } = await __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384));
            const written = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config);
            const there = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .configFor */ .m3)(written, (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(written, requires.environment));
            const origin = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .mapValues */ .LG)(there.images, ({ repository }) => repository);
            const asked = { config, environment, requires, images, origin, registry, proofSigning };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(3917), __webpack_require__.e(5797)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(3917), __webpack_require__.e(5797)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const proofSigning = verified && inputs && (await proofSigningOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, proofSigning }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(message)}\n`);
    }
}
async function proofSigningOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
        const { signingKey } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(1702)]).then(__webpack_require__.bind(__webpack_require__, 32694));
        const { attachStatement, signedPredicates } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(5331), __webpack_require__.e(2662)]).then(__webpack_require__.bind(__webpack_require__, 9947));
        const { predicates } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927));
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
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

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient),
/* harmony export */   u: () => (/* binding */ withRegistry)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function registryClient(options = {}) {
    const { RegistryClient } = await Promise.all(/* import() */[__webpack_require__.e(1974), __webpack_require__.e(6376)]).then(__webpack_require__.bind(__webpack_require__, 29460));
    return new RegistryClient(options);
}
async function withRegistry(options, work) {
    const registry = await registryClient(options);
    try {
        return await work(registry);
    }
    catch (error) {
        throw registry.changes() === 0 ? error : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .markAfterChange */ .MU)(error);
    }
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
    const code = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917));
    const { alertmanagerOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7784)]).then(__webpack_require__.bind(__webpack_require__, 17784));
    const { namespace } = environment;
    const place = { app: config.app, environment: environmentName, namespace };
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
    const asked = askDatabase(cluster, namespace, declared);
    return { database, ...(await asked.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .onUserError */ .lP)(unknownBecause))) };
}));
const unknownBecause = ({ sentence }) => ({
    verdict: 'unknown',
    problems: [sentence],
    standbys: [],
    answer: { unknown: sentence },
    facts: { streaming: 0, apart: 0, archiving: false },
    pods: new Map(),
});
async function askDatabase(cluster, namespace, declared) {
    const { askReplication, measureReplication } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3727)]).then(__webpack_require__.bind(__webpack_require__, 63727));
    const { replicationFacts } = await __webpack_require__.e(/* import() */ 5543).then(__webpack_require__.bind(__webpack_require__, 95543));
    const { pods, running } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOf */ .EB)(cluster, namespace, declared);
    const zones = await zonesOf(cluster, running);
    const ask = () => askReplication(pods, { database: declared.database }, patience);
    const measured = await measureReplication(ask, declared, zones);
    return { pods, ...measured, facts: replicationFacts(measured.answer, zones) };
}
async function zonesOf(cluster, running) {
    const listed = cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node, ''));
    const { items } = await listed.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .onUserError */ .lP)(() => ({ items: [] })));
    return new Map(running.flatMap(({ metadata, spec, status }) => {
        const node = items.find(each => each.metadata?.name === spec?.nodeName);
        const zone = node && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .zoneOf */ .kE)(node);
        if (zone === undefined)
            return [];
        return [metadata?.name, status?.podIP].flatMap(key => key === undefined ? [] : [[key, zone]]);
    }));
}
async function standbyFindings(cluster, { namespace, recovery }) {
    const reports = await replicationOf(cluster, namespace, (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_4__/* .watchedDatabases */ .f)(recovery));
    const wrong = reports.flatMap(({ database, verdict, problems }) => {
        const what = verdict === 'unknown' ? 'the lag of its standbys and of its WAL archive is unknown: ' : '';
        const message = `database ${database}: ${what}${problems.join('; ')}`;
        const blocks = verdict !== 'unknown' && recovery?.databases[database]?.['on-lag'] === 'block';
        return verdict === 'ok' ? [] : [{ message, blocks }];
    });
    const remedy = 'check pg_stat_replication and pg_stat_archiver, or set `on-lag: warn` of the database in slipway.yml';
    return {
        standbys: reports.flatMap(({ database, standbys }) => standbys.map(each => `${database}: ${each}`)),
        refusals: wrong.flatMap(({ message, blocks }) => (blocks ? [new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, remedy)] : [])),
        warnings: wrong.flatMap(({ message, blocks }) => (blocks ? [] : [message])),
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

/***/ 55571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ signatureSentences),
/* harmony export */   LA: () => (/* binding */ verifiedImages),
/* harmony export */   Rr: () => (/* binding */ signaturesOf),
/* harmony export */   SG: () => (/* binding */ signedOutput),
/* harmony export */   eD: () => (/* binding */ signatureDemand),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90927);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);







async function verifiedImages(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}
async function verified(inputs, trust, { config, images, registry, host }) {
    const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
    const { verifyImages } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(6078)]).then(__webpack_require__.bind(__webpack_require__, 89159));
    const { env, report } = host;
    const { signal } = new AbortController();
    const options = trustOptions(inputs.config, config, trust);
    return withCosign({ env, signal, report }, cosign => verifyImages(images, { ...options, registry, cosign, env, now: Date.now() }));
}
async function signatureDemand(inputs, { config, environment, force, host, }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    if (trust === undefined)
        return undefined;
    return async (references) => {
        if (references.length === 0)
            return;
        try {
            const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
            const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)();
            await verified(inputs, signatureAlone(trust), { config, images, registry, host });
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw error;
            const isUntrusted = error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK;
            const said = isUntrusted ? 'the image is not trusted' : 'it is not known whether the image is trusted';
            const problem = `${said}: only a record says that it was released, and ${error.message}`;
            const forced = 'or, to restore the image anyway, set the input `force` to your reason';
            if (force === undefined && isUntrusted)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(problem, `find out who wrote that record, and deploy the version that you want; ${forced}`);
            if (force === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, `${error.remedy}; ${forced}`);
            host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
        }
    };
}
function pinnedPlace(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (digest !== undefined)
        return { repository, digest };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(`${image} is not pinned by digest`, 'deploy that version again');
}
function signatureAlone({ 'max-scan-age': _, ...trust }) {
    const { key, identity } = trust;
    const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
    return { ...trust, ...signer, attestations: [] };
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function signatureSentences(verified) {
    return Object.values(verified).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__/* .nounOf */ .a[kind]).join(', ')}`;
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s)(reference)} is signed by ${by}${said}`;
    });
}
const signaturesOf = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by, attested }) => ({ by, attested: [...attested] }));
const signedOutput = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by }) => by);


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
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 90927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nounOf),
/* harmony export */   p: () => (/* binding */ typesOf),
/* harmony export */   predicates: () => (/* binding */ predicates)
/* harmony export */ });
const predicates = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    cyclonedx: 'https://cyclonedx.org/bom',
    spdx: 'https://spdx.dev/Document',
    scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    verification: 'https://slipway.dev/attestation/verification/v1',
};
const typesOf = {
    signature: [predicates.signature],
    provenance: [predicates.provenance],
    sbom: [predicates.cyclonedx, predicates.spdx],
    scan: [predicates.scan],
};
const nounOf = {
    signature: 'signature',
    provenance: 'provenance',
    sbom: 'SBOM',
    scan: 'scan result',
};


/***/ }),

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ })

};
