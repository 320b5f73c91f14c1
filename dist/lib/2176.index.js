export const id = 2176;
export const ids = [2176,336];
export const modules = {

/***/ 72176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signDocument: () => (/* binding */ signDocument),
/* harmony export */   verifyDocument: () => (/* binding */ verifyDocument)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47937);
/* harmony import */ var _cosign_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18506);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91934);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51426);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72750);
/* harmony import */ var _verify_images_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(89159);










async function signDocument(cosign, key, { name, content, type, about }) {
    const statement = (0,_statement_js__WEBPACK_IMPORTED_MODULE_7__/* .statementOf */ .T8)({ repository: name, digest: (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(content) }, type, about);
    return (0,_bundle_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .sign */ ._S)(cosign, key, { statement: statement.text }));
}
async function verifyDocument({ name, content, type, about }, bundle, options) {
    const { cosign, env, now } = options;
    const digest = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(content);
    const read = bundle === undefined ? undefined : (0,_bundle_js__WEBPACK_IMPORTED_MODULE_3__/* .readBundle */ .Bo)(bundle);
    const claim = read === undefined || typeof read === 'string' ? undefined : (0,_bundle_js__WEBPACK_IMPORTED_MODULE_3__/* .claimOf */ ._B)(read);
    if (read === undefined || typeof read === 'string' || claim === undefined || typeof claim === 'string')
        throw refused(`${name} is not signed${typeof claim === 'string' ? `: the signature file ${claim}` : ''}`);
    const demand = {
        ...(await (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_8__/* .demandHere */ .e6)({ trust: (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .ofAnyWorkflow */ .nI)(options.trust), env })),
        kinds: ['signature'],
    };
    const answer = await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .verify */ .MX)(cosign, await (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_8__/* .verifierOf */ .Sb)(options), read, { type, digest });
    const [fault, doubt] = answer.valid ? [] : answer.undecided ? [undefined, answer.fault] : [answer.fault];
    const fact = { ...(0,_verify_images_js__WEBPACK_IMPORTED_MODULE_8__/* .unprovedFact */ .sI)({ claim }), ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .defined */ .sw)({ fault }) };
    let by;
    try {
        by = (0,_judge_js__WEBPACK_IMPORTED_MODULE_6__/* .judge */ .S4)({ reference: name, digest }, { signature: [fact] }, demand, now).by;
    }
    catch (error) {
        throw error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo ? refused(error.message) : error;
    }
    if (claim.type !== type || !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(claim.predicate, about)) {
        const said = JSON.stringify(claim.predicate ?? {}).slice(0, 200);
        throw refused(`${name} was signed for another purpose: ${said}`);
    }
    if (doubt === undefined)
        return by;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the signature of ${name} cannot be verified here: ${doubt}`, 'let this step read the public key of `trust.key`, or the trusted root');
}
const refused = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UntrustedDocument */ .q(problem, 'use one that is signed as `trust` in slipway.yml requires, or correct `trust`');


/***/ }),

/***/ 72750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T8: () => (/* binding */ statementOf),
  GX: () => (/* binding */ statementsOf)
});

// UNUSED EXPORTS: scanPredicate

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/checksums.js
var checksums = __webpack_require__(37108);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/signing/predicates.js
var predicates = __webpack_require__(90927);
// EXTERNAL MODULE: ./.build/js/src/toolkit/version.js
var version = __webpack_require__(10336);
;// CONCATENATED MODULE: ./.build/js/src/signing/provenance.js

const githubBuildType = 'https://actions.github.io/buildtypes/workflow/v1';
const buildType = 'https://slipway.dev/buildtypes/run/v1';
function provenanceOf(subject, circumstances) {
    const { env } = circumstances;
    const github = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined;
    return {
        buildDefinition: github ? ofGitHub(subject, circumstances) : elsewhere(subject, circumstances),
        runDetails: {
            builder: { id: github ? builderOfGitHub(circumstances) : buildType, version: { slipway: (0,version.versionOf)() } },
            metadata: invocation(env),
        },
    };
}
function ofGitHub({ name }, { env }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    const { GITHUB_REF: ref = '', GITHUB_SHA: commit = '', GITHUB_WORKFLOW_REF = '' } = env;
    const path = GITHUB_WORKFLOW_REF.slice(repository.length + 1).replace(/@.*$/, '');
    const source = `${server}/${repository}`;
    return {
        buildType: githubBuildType,
        externalParameters: { workflow: { ref, repository: source, path }, image: name },
        internalParameters: {
            github: {
                event_name: env.GITHUB_EVENT_NAME ?? '',
                repository_id: env.GITHUB_REPOSITORY_ID ?? '',
                repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID ?? '',
                runner_environment: env.RUNNER_ENVIRONMENT ?? '',
            },
        },
        resolvedDependencies: [{ uri: `git+${source}@${ref}`, digest: { gitCommit: commit } }],
    };
}
function elsewhere({ name }, { source, revision }) {
    return {
        buildType,
        externalParameters: { image: name, ...(source === undefined ? {} : { source }) },
        internalParameters: {},
        resolvedDependencies: source === undefined || revision === undefined
            ? []
            : [{ uri: `git+${source}`, digest: { gitCommit: revision } }],
    };
}
function builderOfGitHub({ env, workflow }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_WORKFLOW_REF = '' } = env;
    return `${server}/${workflow === '' ? GITHUB_WORKFLOW_REF : workflow}`;
}
function invocation(env) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1' } = env;
    if (GITHUB_RUN_ID !== undefined && GITHUB_REPOSITORY !== undefined)
        return {
            invocationId: `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`,
        };
    const elsewhereId = env.CI_JOB_URL ?? env.BUILD_URL;
    return elsewhereId === undefined ? {} : { invocationId: elsewhereId };
}

;// CONCATENATED MODULE: ./.build/js/src/signing/statement.js







function statementOf({ repository, digest }, type, predicate) {
    const [algorithm = '', hex = ''] = digest.split(':');
    const subject = [{ name: repository, digest: { [algorithm]: hex } }];
    const statement = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: type, predicate };
    return { type, text: JSON.stringify(statement) };
}
async function statementsOf(subject, demanded, reports, circumstances) {
    const said = [];
    for (const what of demanded) {
        switch (what) {
            case 'provenance':
                said.push(statementOf(subject, predicates.predicates.provenance, provenanceOf(subject, circumstances)));
                break;
            case 'sbom':
                said.push(statementOf(subject, predicates.predicates.cyclonedx, await reportOf(subject, what, reports, 'cdx.json')), statementOf(subject, predicates.predicates.spdx, await reportOf(subject, what, reports, 'spdx.json')));
                break;
            case 'scan': {
                const report = await reportOf(subject, what, reports, 'json');
                said.push(statementOf(subject, predicates.predicates.scan, scanPredicate(report)));
                break;
            }
            default:
                return what;
        }
    }
    return said;
}
async function reportOf({ name, repository, digest }, what, { folder, sums }, extension) {
    const file = `${name}.${extension}`;
    const path = (0,external_node_path_.join)(folder, file);
    const noun = predicates/* nounOf */.a[what];
    if (folder === '')
        throw new errors/* UserError */.yo(`slipway.yml requires an attestation of the ${noun} of ${name}, but no reports were given`, 'pass `reports`, the folder that `scan` wrote, or remove it from `signing.attestations`');
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UserError */.yo(`the ${noun} of ${name} is not at ${path}`, 'pass the output `reports` of the `scan` of these images', { cause: error });
    });
    if (sums !== undefined && sums.get(file) !== (0,checksums/* sha256 */.sc)(text))
        throw new errors/* UserError */.yo(`${path} is not the file that the scan wrote: ${sums.has(file) ? `its SHA-256 is ${(0,checksums/* sha256 */.sc)(text)} instead of ${sums.get(file)}` : 'the scan listed no such file'}`, 'scan these images again, and check which job of this run writes artifacts');
    const report = (0,map/* jsonMap */.vM)(text);
    if (report === undefined)
        throw new errors/* UserError */.yo(`${path} is not a report`, 'pass the output `reports` of `scan` unchanged');
    if (!text.includes(digest))
        throw new errors/* UserError */.yo(`${path} is not a report on ${repository}@${digest}`, 'pass the reports of the scan of these same images');
    return report;
}
function scanPredicate(report) {
    const results = Array.isArray(report.Results) ? report.Results : [];
    const found = results.map(result => {
        if (!(0,map/* isMap */.jh)(result))
            return result;
        const { Packages: _packages, ...rest } = result;
        return rest;
    });
    const { CreatedAt: at } = (0,map/* textMap */.sP)(report);
    const { Version: version = '' } = (0,map/* textMap */.sP)(report.Trivy);
    return {
        invocation: { parameters: null, uri: '', event_id: '', 'builder.id': '' },
        scanner: {
            uri: 'pkg:github/aquasecurity/trivy',
            version,
            db: { uri: '', version: '' },
            result: { ...report, Results: found },
        },
        metadata: { scanStartedOn: at, scanFinishedOn: at },
    };
}


/***/ }),

/***/ 37108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ readChecksums),
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export listName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);





const listName = 'checksums.txt';
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
async function writeChecksums(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const names = entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
        .map(({ name }) => name)
        .sort();
    const lines = [];
    for (const name of names)
        lines.push(`${sha256(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)))}  ${name}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName), lines.join(''));
    return sha256(lines.join(''));
}
async function readChecksums(folder, digest) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName);
    if (!/^[0-9a-f]{64}$/.test(digest))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the digest of the reports is not a SHA-256: "${digest}"`, 'use the output `reports-digest` of `scan`');
    const text = await (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(path, 'use the unchanged folder that `scan` wrote');
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
}


/***/ }),

/***/ 10336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ originOfCode),
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const repository = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(import.meta.dirname, '../..');
function versionOf(root = repository) {
    const { version, commit } = packageOf(root);
    const made = committed(commit) ?? checkedOut(root);
    return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}
function originOfCode(env, root = repository) {
    const { version = '0.0.0', commit } = packageOf(root);
    const clone = checkedOut(root)?.replace(/-dirty$/, '');
    const known = [commit, clone, installed(root), env.GITHUB_ACTION_REF].find(each => committed(each));
    return { version, commit: known };
}
function installed(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(root), '.package-lock.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file))
        return undefined;
    const { packages } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
    return /[#/]([0-9a-f]{40})$/.exec(packages?.[`node_modules/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root)}`]?.resolved ?? '')?.[1];
}
function packageOf(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'package.json');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8')) : {};
}
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);
function checkedOut(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, '.git')))
        return undefined;
    try {
        const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    }
    catch {
        return undefined;
    }
}


/***/ })

};
