export const id = 8109;
export const ids = [8109];
export const modules = {

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

/***/ 18109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepAction: () => (/* binding */ sweepAction)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42900);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93240);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(46633);











const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(1893), __webpack_require__.e(6715), __webpack_require__.e(3814), __webpack_require__.e(4991), __webpack_require__.e(2596), __webpack_require__.e(5277), __webpack_require__.e(775), __webpack_require__.e(5626), __webpack_require__.e(6082), __webpack_require__.e(2903), __webpack_require__.e(9504), __webpack_require__.e(9964)]).then(__webpack_require__.bind(__webpack_require__, 97095));
const sweepAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .QP)({
    name: 'sweep',
    description: 'Finish or roll back a rollout whose run has died, resume or end a paused one when its time has come, and repair what a killed drill left broken.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .kubeContext */ .ng,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .logins */ .NB,
        'runs-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .runsToken */ .Sc,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        state: '`nothing` (no rollout to sweep), `busy` (a run works on the rollout, or it is paused), `finished` (the release is live, and `verify` must follow), `rolled-back`, `needs-action` (a person must act), or `refused`.',
        release: 'Number of the release that was being rolled out; empty if there was none.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .withdrawalOutput */ .rW,
        drills: 'What was repaired or cleaned up after killed drills, as a JSON list of sentences; `[]` if there was nothing.',
        reason: 'Explanation of the state, in one sentence; may be empty.',
    },
    refused: { state: 'refused', proof: 'none', drills: '[]' },
    run: async (inputs, host) => {
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { sweep }) => {
            const began = cluster.now();
            const drills = await afterDrills(cluster, request, inputs, host);
            host.output('drills', JSON.stringify(drills.done));
            const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .gitopsOf */ .mQ)(request.environment);
            const result = gitops === undefined
                ? await sweep(cluster, { ...request, signal: host.cancellation() })
                : await (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepByGit */ .Qe)(inputs, request, gitops, host);
            if (result.state !== 'busy')
                await (0,_silences_js__WEBPACK_IMPORTED_MODULE_10__/* .removeLeftSilences */ .K)(cluster, request, host, began);
            const reason = [result.reason, drills.failed].filter(each => each !== undefined).join('; ');
            host.output('state', result.state);
            host.output('release', result.release === undefined ? '' : String(result.release));
            host.output('reason', reason);
            const place = { app: request.config.app, environment: inputs.environment };
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepSummary */ .RI)(place, { ...result, ...(reason && { reason }) }, drills.done));
            await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .publishProofs */ .vC)(host, cluster, request, undefined);
            host.report(`${result.state}${reason && `: ${reason}`}`);
            return result.state !== 'needs-action' && drills.failed === undefined;
        });
    },
});
async function afterDrills(cluster, { environment, origin }, { config, logins }, host) {
    const { drills } = environment.recovery ?? {};
    if (drills === undefined)
        return { done: [] };
    const [{ cleanUpDrills }, { hooksOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(9478), __webpack_require__.e(2270)]).then(__webpack_require__.bind(__webpack_require__, 10083)),
        Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9919)]).then(__webpack_require__.bind(__webpack_require__, 99919)),
    ]);
    const env = { ...host.env, ..._inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .parseSecrets */ .dC('logins', logins, host) };
    const place = {
        namespace: environment.namespace,
        hooks: hooksOf(drills),
        scratch: drills.scratch?.namespace,
    };
    try {
        const done = await cleanUpDrills(cluster, place, {
            ...{ runId: `sweep-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`, holder: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__/* .originText */ .C)(origin) },
            ...{ folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(config)), env, report: host.report },
        });
        for (const each of done)
            host.report(each);
        return { done };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
            throw error;
        return { done: [], failed: error.sentence };
    }
}


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


/***/ })

};
