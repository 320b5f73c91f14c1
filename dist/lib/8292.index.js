export const id = 8292;
export const ids = [8292];
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

/***/ 58292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyAction: () => (/* binding */ verifyAction)
/* harmony export */ });
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42900);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _verify_identities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98093);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45650);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);









const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(6715), __webpack_require__.e(2596), __webpack_require__.e(8583), __webpack_require__.e(371)]).then(__webpack_require__.bind(__webpack_require__, 94326));
const verifyAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'verify',
    description: 'Verify that the live pods run the released images and work. A release that passes is marked as verified.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .environment */ .cA,
        release: {
            description: 'Number of the release that must be live. Default: the live release.',
            default: '',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .kubeContext */ .ng,
        logins: {
            description: 'JSON map from variable names to values for the identities and other secrets of `verify` in slipway.yml, in addition to the environment. Default: none.',
            default: '',
        },
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .toolMirrors */ .Rg,
    },
    outputs: {
        verdict: '`pass`, `fail`, or `unproved` (the checks pass, but neither a record nor a digest says which images should run).',
        release: 'Number of the release.',
        checks: 'JSON list of checks with `title`, `part` (of `verify` in slipway.yml), `get`, `ok`, `reason`, `detail`, `attempts` and `ms`; of the matrix with `cell`, of dependencies with `edge`.',
        zones: 'JSON list of zones with `zone`, `pods`, `ready` and `matching`.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_6__/* .proofOutput */ .Sg,
        reason: 'What could not be verified, in one sentence; otherwise empty.',
    },
    refused: { verdict: 'fail', checks: '[]', zones: '[]', proof: 'none' },
    run: async (inputs, host) => {
        const release = inputs.release === '' ? undefined : (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReleaseNumber */ ._W)(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .requestOf */ .fo)(inputs, host);
        const { verify: checked } = request.environment;
        for (const secret of checked === undefined ? [] : (0,_verify_identities_js__WEBPACK_IMPORTED_MODULE_3__/* .secretsOf */ .Fj)(checked, request.env))
            host.mask(secret);
        const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_4__/* .gitopsOf */ .mQ)(request.environment);
        if (gitops !== undefined)
            return (0,_gitops_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyByGit */ .rI)(inputs, request, gitops, host);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { verify }) => {
            const result = await verify(cluster, { ...request, release, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_8__/* .registryClient */ .R)() });
            const checks = result.checks.map(each => {
                const { check, part = 'checks', ok, reason = '', ms, ...rest } = each;
                return { ...rest, part, get: check?.get ?? '', ok, reason, ms: Math.round(ms) };
            });
            host.output('verdict', result.verdict);
            host.output('release', String(result.release));
            host.output('checks', JSON.stringify(checks));
            host.output('zones', JSON.stringify(result.served.zones));
            host.output('reason', result.reasons.join('; '));
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .verifySummary */ .Il)(request.config.app, result));
            for (const reason of result.reasons)
                host.report(reason);
            await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_6__/* .publishProofs */ .vC)(host, cluster, { ...request, inputs }, result.verdict === 'pass' ? result : undefined);
            return result.verdict === 'pass';
        });
    },
});


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
