export const id = 4034;
export const ids = [4034,5139,8999];
export const modules = {

/***/ 4651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   archiveCommand: () => (/* binding */ archiveCommand)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3114);
/* harmony import */ var _config_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5139);
/* harmony import */ var _image_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5578);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9800);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7346);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(566);









const archiveCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .QP)({
    name: 'archive',
    description: 'Copy everything that a recovery takes when nothing else is left into a folder, such as a disk that is taken away: the newest backup with its repository, images, the repository of the code, and the programs.',
    inputs: {
        folder: { description: 'The folder; what is in it already is brought up to date.', required: true },
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .config */ .$W,
        repository: {
            description: 'Whose bucket is copied, whole. Default: the one that is locked, else the only one with a bucket.',
            default: '',
        },
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .logins */ .NB,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .toolMirrors */ .Rg,
    },
    positional: 'folder',
    outputs: { set: 'The newest backup set in it.' },
    run: async (inputs, host) => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config);
        const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(config, inputs.environment);
        const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_6__/* .recoveryOf */ .rU)(environment, inputs.environment);
        const owner = { app: config.app, environment: inputs.environment };
        const env = { ...host.env, ...(0,_image_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecrets */ .dC)(inputs.logins) };
        const signal = host.cancellation();
        const repository = repositoryIn(recovery, inputs.repository);
        const [{ readSet }, offline, { makeArchive }, { checkArchive }] = await Promise.all([
            __webpack_require__.e(/* import() */ 6111).then(__webpack_require__.bind(__webpack_require__, 8492)),
            __webpack_require__.e(/* import() */ 3551).then(__webpack_require__.bind(__webpack_require__, 3551)),
            Promise.all(/* import() */[__webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(5138)]).then(__webpack_require__.bind(__webpack_require__, 3278)),
            Promise.all(/* import() */[__webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(5346)]).then(__webpack_require__.bind(__webpack_require__, 9453)),
        ]);
        const { store, bucket } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_6__/* .openBucketOf */ .UU)(recovery, repository, env);
        const set = await readSet(store, owner);
        await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_6__/* .vouchForSet */ .re)(set, owner, { config, environment, inputs, host: { ...host, env }, signal });
        const [checkout, bundle] = [
            await offline.checkoutOf(inputs.config, env),
            await offline.bundleOf(process.argv[1] ?? ''),
        ];
        const programs = offline.programsOn((0,_config_signing_js__WEBPACK_IMPORTED_MODULE_1__.trustOf)(config, environment.trust) !== undefined);
        const versions = {};
        for (const each of programs)
            versions[each.name] = await offline.versionOf(each, env);
        await makeArchive({
            ...{ folder: inputs.folder, owner, set, repository, bucket, programs: versions, now: Date.now },
            registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_7__/* .registryClient */ .R)({ signal }),
            sources: [...programs.map(offline.programSource), ...bundle, ...checkout.sources],
            config: checkout.config,
            report: host.report,
        });
        host.report('reading all of it again');
        const { problems } = await checkArchive(inputs.folder);
        for (const each of problems)
            host.annotate('error', { message: each });
        host.output('set', problems.length === 0 ? set.id : '');
        host.report(problems.length === 0
            ? `${inputs.folder} holds everything up to ${set.id}; the offline key is not in it`
            : `${inputs.folder} is not whole: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(problems.length, 'fault')}`);
        return problems.length === 0;
    },
});
function repositoryIn({ repositories }, name) {
    const withBucket = Object.entries(repositories).filter(([, { store }]) => store?.address !== undefined);
    const [locked, ...more] = withBucket.filter(([, { locked: days }]) => days !== undefined);
    const [only, ...others] = withBucket;
    const usual = locked !== undefined && more.length === 0 ? locked : others.length === 0 ? only : undefined;
    const found = name === '' ? usual : withBucket.find(([each]) => each === name);
    if (found !== undefined)
        return found[0];
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(name === ''
        ? 'it is not said which repository is archived'
        : `the repository ${name} has no bucket in slipway.yml`, `name one of ${withBucket.map(([each]) => each).join(', ') || 'those with a `store` that has an `address`'}`);
}


/***/ }),

/***/ 1648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   NB: () => (/* binding */ logins),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dg: () => (/* binding */ aroundOf),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   qL: () => (/* binding */ withReversible),
/* harmony export */   qp: () => (/* binding */ reversible),
/* harmony export */   s$: () => (/* binding */ force),
/* harmony export */   uk: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5126);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2317);




const config = {
    description: 'Path of slipway.yml.',
    default: 'slipway.yml',
};
const environment = {
    description: 'Name of the environment in slipway.yml.',
    required: true,
};
const context = {
    description: 'Context of the kubeconfig. Default: the `cluster` of the environment, else the current context.',
    default: '',
};
const wait = {
    description: 'How long to wait for another run that is releasing the same application, such as `10m`.',
    default: '0s',
};
const deploymentsToken = {
    description: 'Token with `deployments: write`, for jobs that name no environment: the release then stands as a deployment at its commit. Default: none is made.',
    default: '',
};
const release = {
    description: 'Number of the release that must be under way; when it is another one, nothing is changed. Default: whichever is.',
    default: '',
};
const approve = {
    description: 'Whether whoever started this approves what waits for an approval, so that it goes on as if it had passed, unless it does harm: `true` or `false`.',
    default: 'false',
};
const reversible = {
    description: 'Whether the version before may serve again after this one did. Default: as slipway.yml says, which is `true` when it says nothing.',
    default: '',
};
const force = {
    description: 'Why the images may go to an environment whose `requires` they do not meet; kept in the record. Default: they may not.',
    default: '',
};
const policyReport = {
    description: 'Path of a JSON report of what the policy found. Default: none is written.',
    default: '',
};
const deployedForGrowth = {
    description: 'JSON map from names to the digests that are deployed, as `images` in the output `status` of that action; for `growth` of slipway.yml. Default: none, so that no growth is judged.',
    default: '',
};
const logins = {
    description: 'JSON map from names of variables to values, for the logins of stores in slipway.yml, beside the environment. Default: none.',
    default: '',
};
const toolMirrors = {
    description: 'Addresses, with commas between them, from which programs are downloaded instead of from where they are published; below each lie host and path of the original, as `wget -x` lays them out. Their checksums stay the pinned ones. Default: none.',
    default: '',
};
const policyCounts = 'JSON: how many findings of the policy there are, as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
async function forced(text) {
    if (text === '')
        return {};
    const { parseForce } = await __webpack_require__.e(/* import() */ 2850).then(__webpack_require__.bind(__webpack_require__, 2850));
    const reason = parseForce(text, 'say in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3544), __webpack_require__.e(5277), __webpack_require__.e(8480)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    return { hooks: await loadHooks(folder, hooks), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is "${text}"`, 'write a duration such as 30s or 10m');
}
function flag(name, text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is "${text}"`, 'write true or false');
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 2410));
    return new RegistryClient(options);
}


/***/ }),

/***/ 553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ denial),
/* harmony export */   b$: () => (/* binding */ ClusterError),
/* harmony export */   tH: () => (/* binding */ MissingRight)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

class ClusterError extends Error {
    status;
    reason;
    constructor(request, status, body) {
        const { reason, message } = parseStatus(body);
        super(`${request} was answered ${status}${reason === '' ? '' : ` ${reason}`}: ${message}`);
        this.name = 'ClusterError';
        this.status = status;
        this.reason = reason;
    }
    get isConflict() {
        return this.status === 409 || (this.status === 422 && this.reason === 'Invalid');
    }
}
class MissingRight extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(what) {
        super(`the credential may not ${what}`, 'grant it with a Role (docs/permissions.md has one that suffices)');
    }
}
function denial(status, body) {
    const match = /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(parseStatus(body).message);
    if (status !== 403 || match === null)
        return undefined;
    const [, verb, path = '', group, namespace] = match;
    const [plural, ...subresource] = path.split('/');
    const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
    return new MissingRight(`${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`);
}
function parseStatus(body) {
    try {
        const status = JSON.parse(body);
        return { reason: status.reason ?? '', message: status.message ?? '' };
    }
    catch {
        return { reason: '', message: body.trim().slice(0, 300) };
    }
}


/***/ }),

/***/ 5679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ reachFlags)
/* harmony export */ });
function reachFlags({ context, kubeconfig }) {
    return [
        ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
        ...(context === undefined ? [] : [`--context=${context}`]),
    ];
}


/***/ }),

/***/ 5126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   kU: () => (/* binding */ parseMilliseconds)
/* harmony export */ });
/* unused harmony export longestDuration */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);

const longestDuration = 24 * 60 * 60 * 1000;
const durationPattern = /^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/;
function parseDuration(text) {
    const milliseconds = parseMilliseconds(text);
    return milliseconds !== undefined && isDuration(milliseconds) ? milliseconds : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .M.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}
function isDuration(milliseconds) {
    return Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= longestDuration;
}


/***/ }),

/***/ 2598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5126);


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    return text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    }).transform(written => {
        const slash = written.indexOf('/');
        return { kind: written.slice(0, slash), name: written.slice(slash + 1) };
    });
};
const durationSchema = text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}).transform((written, context) => {
    const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
    if (duration !== undefined)
        return duration;
    context.addIssue({
        code: 'custom',
        message: 'is out of range; choose a duration above 0 and at most 24h',
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is no number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentSchema = text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, {
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
}).transform(written => Number(written.slice(0, -1)));
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}).transform(written => {
    const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
    return { namespace, name, port };
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}


/***/ }),

/***/ 3114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4182);




async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8815), __webpack_require__.e(2232)]).then(__webpack_require__.bind(__webpack_require__, 2232));
    return parseConfig(text, path);
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
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
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_2__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        const problem = readProblems[String(error.code)];
        if (problem === undefined)
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: ${problem}`, 'name the path of slipway.yml with the `config` input', {
            cause: error,
        });
    }
}
const readProblems = {
    ENOENT: 'the file does not exist',
    ENOTDIR: 'the file does not exist',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'the file cannot be read',
};


/***/ }),

/***/ 5139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attestations: () => (/* binding */ attestations),
/* harmony export */   isKmsKey: () => (/* binding */ isKmsKey),
/* harmony export */   signingSchema: () => (/* binding */ signingSchema),
/* harmony export */   trustOf: () => (/* binding */ trustOf),
/* harmony export */   trustProblems: () => (/* binding */ trustProblems),
/* harmony export */   trustSchema: () => (/* binding */ trustSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _grammar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2598);


const attestations = ['provenance', 'sbom', 'scan'];
const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';
const isKmsKey = (key) => new RegExp(`^${remoteKey}$`).test(key);
const privateKeySchema = (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a key',
    remedy: 'write env://NAME, the address of a key service such as awskms:///alias/shop, or the path of a file',
});
const publicKeySchema = (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a public key',
    remedy: 'write the path of a file relative to slipway.yml, such as cosign.pub, or the address of a key service',
});
const attestationsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(attestations, { error: 'is no attestation; write provenance, sbom or scan' }));
const signingSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    key: privateKeySchema.exactOptional().meta({
        description: 'The private key: `env://NAME` for a variable that holds it, the address of a key service, or a file. Its password is in COSIGN_PASSWORD. Default: none; the identity of the workflow signs, with a certificate for that moment.',
        example: 'env://COSIGN_PRIVATE_KEY',
    }),
    attest: attestationsSchema.prefault([...attestations]).meta({
        description: 'What is said of each image beside the signature.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    format: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
        .prefault('bundle')
        .meta({
        description: 'How signatures are kept: `bundle`, as cosign 3 does, or `legacy` for verifiers that know only the tags of cosign 2.',
        example: 'legacy',
    }),
    'public-log': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false' }).exactOptional().meta({
        description: 'Whether signatures may stand in the public transparency log, with the name of the image and of the repository. Default: only those of a public repository that signs without a key.',
        example: true,
    }),
    services: _grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A signing configuration of cosign, relative to slipway.yml, that names your own services. Default: those of Sigstore for everybody.',
        example: '.slipway/signing-config.json',
    }),
});
const patternSchema = (noun, example) => (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" for what varies, such as ${example}`,
});
const identityFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    issuer: (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
        problem: 'is not an issuer',
        remedy: 'write its address, such as https://token.actions.githubusercontent.com',
    })
        .exactOptional()
        .meta({
        description: 'Who vouches for the identity. Default: GitHub Actions, of the server that runs the release.',
        example: 'https://gitlab.com',
    }),
    repository: (0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
        problem: 'is not the address of a repository',
        remedy: 'write it as its page has it, such as https://github.com/acme/shop',
    })
        .exactOptional()
        .meta({
        description: 'The repository whose workflow signed. Default: the one that releases; of another issuer than GitHub none where a `subject` is named.',
        example: 'https://github.com/acme/shop',
    }),
    'repository-id': zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: 'is not a number; write what `gh api repos/acme/shop --jq .id` says' })
        .positive({ error: 'is not a number; write what `gh api repos/acme/shop --jq .id` says' })
        .exactOptional()
        .meta({
        description: 'Its number, which stays its own when somebody else gets its name.',
        example: 123456789,
    }),
    ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(patternSchema('a ref', 'refs/heads/main'))
        .min(1, { error: 'is empty; list at least one pattern, such as `- refs/heads/*`' })
        .exactOptional()
        .meta({
        description: 'From what it was signed; `*` matches anything. Default: branches and tags, no pull requests.',
        example: ['refs/heads/main', 'refs/tags/v*'],
    }),
    subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
        .exactOptional()
        .meta({
        description: 'The identity itself, such as the workflow that signs; `*` matches anything. Default: any of the repository.',
        example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});
const trustSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    signed: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false' }).prefault(true).meta({
        description: 'Whether an image must be signed at all; `false`: nothing is asked of it.',
        example: false,
    }),
    key: publicKeySchema.exactOptional().meta({
        description: 'The public key: a file relative to slipway.yml, the address of a key service, or `env://NAME`. Default: that of `signing.key` where a key service keeps it.',
        example: 'cosign.pub',
    }),
    identity: identityFields.exactOptional().meta({
        description: 'Instead of it: who must have signed. Default: the repository that releases.',
        example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
    }),
    attestations: attestationsSchema.exactOptional().meta({
        description: 'What must be said of an image, by whoever signed it. Default: what `signing` attests.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    'scan-age': _grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .daysSchema */ .Bw.exactOptional().meta({
        description: 'How old the attested scan may be. Default: any age.',
        example: '30d',
    }),
    root: _grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A trusted root of cosign, relative to slipway.yml: whose certificates, logs and timestamps count. Whatever it names is demanded. Default: Sigstore for everybody, which cosign asks for.',
        example: '.slipway/trusted-root.json',
    }),
});
function trustOf({ signing, trust }, own) {
    const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
    const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
    if (!signed)
        return undefined;
    return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attest ?? [] };
}
function signerOf(own, whole, signing) {
    for (const { key, identity } of [own ?? {}, whole ?? {}]) {
        if (key !== undefined)
            return { key };
        if (identity !== undefined)
            return { identity };
    }
    return signing?.key !== undefined && isKmsKey(signing.key) ? { key: signing.key } : {};
}
function trustProblems(config) {
    const places = [
        { path: ['trust'], written: config.trust },
        ...Object.entries(config.environments).map(([name, { trust }]) => ({
            path: ['environments', name, 'trust'],
            written: trust,
        })),
    ];
    const wrong = places.flatMap(({ path, written }) => written === undefined ? [] : problemsOf(path, written));
    return wrong.length > 0 || config.signing === undefined ? wrong : signingProblems(config, config.signing);
}
function signingProblems(config, { key, services }) {
    const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
    if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined)) {
        const message = 'signs with a key, and nothing says with which public key releases are verified; add `trust: {key: cosign.pub}`';
        return [{ path: ['signing'], message }];
    }
    if (services !== undefined && config.trust?.root === undefined) {
        const message = 'names services that nobody trusts; add `trust: {root: .slipway/trusted-root.json}`';
        return [{ path: ['signing', 'services'], message }];
    }
    return [];
}
function problemsOf(path, { key, identity }) {
    if (identity === undefined)
        return [];
    if (key !== undefined)
        return [{ path: [...path, 'identity'], message: 'stands beside `key`; keep one of the two' }];
    const { repository, 'repository-id': id } = identity;
    const here = [...path, 'identity'];
    if (repository !== undefined && id === undefined)
        return [
            {
                path: [...here, 'repository'],
                message: 'has a name that somebody else may get one day; add its `repository-id`, which `gh api repos/OWNER/NAME --jq .id` tells',
            },
        ];
    if (repository === undefined && id !== undefined)
        return [
            { path: [...here, 'repository-id'], message: 'is of no repository; add `repository: https://…`' },
        ];
    return [];
}


/***/ }),

/***/ 2331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the `config` input') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 5578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Q0: () => (/* binding */ hiding),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   tX: () => (/* binding */ secretArguments)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(512);



function secretsOf(names, images, env) {
    return names.flatMap(name => Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
        const value = env[variable];
        if (value && value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr)
            return value;
        if (value)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr} characters: nothing could keep it out of the log`, 'give a longer one, or take it out of `secrets` when it is none');
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step or in its input \`secrets\`, which runs for forks and Dependabot cannot do`);
    }));
}
function parseSecrets(text) {
    const remedy = 'give a JSON map from names of variables to their values, such as {"NPM_TOKEN": "…"}';
    if (text.trim() === '')
        return {};
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is not JSON', remedy);
    }
    const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.entries(value) : undefined;
    const fits = entries?.every((each) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(each[0]) && typeof each[1] === 'string');
    if (entries === undefined || fits !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is no map of variables', remedy);
    return Object.fromEntries(entries);
}
function secretArguments(secrets) {
    return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}
function hiding(values) {
    return values.length === 0 ? line => line : line => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(line, values);
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber),
/* harmony export */   h7: () => (/* binding */ selecting)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is no release number`, 'give one like 7, as listed in the job summary');
    }
    return Number(match[1]);
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    phase: 'slipway.dev/phase',
};
const nameOf = {
    application: (app) => `slipway-${app}`,
    record: (app, release) => `slipway-${app}-r${release}`,
    outcome: (app, release) => `slipway-${app}-r${release}-outcome`,
    decision: (app, release, part) => `slipway-${app}-r${release}-decision-${part}`,
    fence: (app, token) => `slipway-${app}-fence-${token}`,
    canary: (workload) => `${workload}-canary`,
    hook: (app, when) => `slipway-${app}-${when}`,
    salt: (app) => `slipway-${app}-salt`,
    shipped: (app, name, hash) => `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};
const selecting = {
    fences: (app) => `${labels.app}=${app},${labels.kind}=fence`,
    decision: (app, release) => `${labels.app}=${app},${labels.kind}=decision,${labels.release}=${release}`,
};
function contentHash(salt, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}
function canonical(value) {
    return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 3402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundToUs),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
function boundToUs(command, args) {
    const setpriv = findOnPath('setpriv');
    return setpriv === undefined ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 8650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ units),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
function formatDuration(milliseconds) {
    if (milliseconds === 0)
        return '0s';
    let rest = milliseconds;
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
}


/***/ }),

/***/ 630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonMap(body) {
    try {
        const value = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
        return isMap(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ })

};
