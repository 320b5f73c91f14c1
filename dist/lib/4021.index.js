export const id = 4021;
export const ids = [4021,5231];
export const modules = {

/***/ 17905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70750);




const longestAttempt = 15_000;
async function ask(endpoint, question) {
    const { server, patience, longest, once = false } = question;
    const failed = (detail, status) => ({
        ...{ ok: false, status },
        detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(`${server} ${endpoint.name} ${detail}`, [endpoint.secret]),
    });
    if (endpoint.missing !== undefined)
        return failed(`cannot be queried: ${endpoint.missing}`, 401);
    const end = performance.now() + patience;
    let detail = '';
    for (let pause = 250;; pause = Math.min(2 * pause, 1_000)) {
        const left = Math.max(1, Math.ceil(end - performance.now()));
        const answer = await attempt(endpoint, question, longest ?? Math.min(left, longestAttempt));
        if (answer.ok)
            return { ok: true, value: answer.value };
        if (detail === '' || answer.timedOut !== true)
            detail = answer.detail;
        if (once || !answer.temporary || performance.now() + pause >= end)
            return failed(detail, answer.status);
        await new Promise(resolve => setTimeout(resolve, pause));
    }
}
async function attempt({ send }, { path, request, read }, timeout) {
    const signal = AbortSignal.timeout(timeout);
    try {
        return answerIn(await send(path, signal, request), path, read);
    }
    catch (error) {
        const why = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error));
        const detail = signal.aborted
            ? `does not answer within ${Number((timeout / 1000).toFixed(1))} s`
            : `does not answer (${why})`;
        return { ok: false, detail, temporary: !/larger than/.test(why), timedOut: signal.aborted };
    }
}
function answerIn({ status, body, location }, path, read) {
    if (status >= 200 && status < 300)
        return read(body);
    const temporary = status === 429 || status >= 500;
    if (status >= 300 && status < 400) {
        const where = location === undefined ? '' : ` to ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)(location.replace(/[?#].*/, ''))}`;
        const detail = `answered with a redirect${where}, probably to a login page; set its direct address`;
        return { ok: false, detail, temporary, status };
    }
    const said = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)(reasonIn(body));
    if (/no endpoints available/.test(said))
        return { ok: false, detail: 'has no ready pod behind its Service', temporary, status };
    return { ok: false, detail: clauseOf(status, said, path.replace(/\?.*/, '')), temporary, status };
}
function clauseOf(status, said, path) {
    const answered = `${status}${said === '' ? '' : `: ${said}`}`;
    if (status === 401)
        return `does not accept the credential (${answered})`;
    if (status === 403)
        return `refuses the request (${answered})`;
    if (status === 404)
        return `has no ${path} (${answered})`;
    return `answered ${answered}`;
}
function reasonIn(body) {
    const { error, message } = ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(body) ?? {});
    if (typeof error === 'string')
        return error;
    const { reason, root_cause } = (error ?? {});
    const cause = Array.isArray(root_cause) ? root_cause[0]?.reason : undefined;
    const said = [cause, reason, message].find(each => typeof each === 'string');
    return typeof said === 'string' ? said : body;
}


/***/ }),

/***/ 70750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inSentence),
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);


const largestBody = 64 * 1024 * 1024;
function endpointOf({ service, url = '', token, username, headers }, cluster, env) {
    if (service !== undefined) {
        const { namespace, name, port } = service;
        const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
        return {
            ...{ name: `${namespace}/${name}:${port}`, secret: '', missing: undefined },
            send: (path, signal, request = { method: 'GET' }) => cluster.fetch(`${proxy}${path}`, signal, {
                ...request,
                ...(headers === undefined ? {} : { headers }),
            }),
        };
    }
    const base = url.replace(/\/+$/, '');
    const secret = token === undefined ? '' : (env[token] ?? '').trim();
    const login = username === undefined
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
    return {
        ...{ name: URL.parse(base)?.host ?? base, secret },
        missing: token !== undefined && secret === '' ? `${token} is empty` : undefined,
        send: async (path, signal, { method, body } = { method: 'GET' }) => {
            const response = await fetch(`${base}${path}`, {
                ...{ method, signal, redirect: 'manual' },
                headers: {
                    ...headers,
                    ...(secret === '' ? {} : { authorization: login }),
                    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            });
            const location = response.headers.get('location');
            const text = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(response.body, largestBody, tooLarge);
            return {
                ...{ status: response.status, body: text.toString('utf8') },
                ...(location === null ? {} : { location }),
            };
        },
    };
}
const tooLarge = () => new Error('its response is larger than 64 MiB');
function inSentence(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text.slice(0, 2000)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200).toWellFormed()}…` : line.toWellFormed();
}


/***/ }),

/***/ 38062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ prometheusOf)
/* harmony export */ });
/* unused harmony export seriesIn */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17905);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70750);



const defaultPatience = 5_000;
function prometheusOf(settings, cluster, env) {
    const endpoint = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const { name } = endpoint;
    const query = (promql, at, patience = defaultPatience) => {
        const parameters = new URLSearchParams({ query: promql, partial_response: 'false' });
        if (at !== undefined)
            parameters.set('time', (at / 1000).toFixed(3));
        const path = `/api/v1/query?${parameters}`;
        return (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(endpoint, { server: 'Prometheus', path, patience, read: seriesIn });
    };
    return {
        name,
        query,
        now: async () => {
            const answer = await query('time()');
            if (!answer.ok)
                return answer;
            const at = answer.value[0]?.samples[0]?.[0];
            return at === undefined
                ? { ok: false, detail: `Prometheus ${name} does not return its time` }
                : { ok: true, value: at };
        },
    };
}
function seriesIn(body) {
    const { status, warnings, data } = ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonIn */ .Yf)(body) ?? {});
    if (status !== 'success')
        return { ok: false, detail: `does not answer like Prometheus: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(body)}`, temporary: false };
    const [warning] = warnings ?? [];
    if (warning !== undefined)
        return { ok: false, detail: `returned an incomplete result: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(warning)}`, temporary: true };
    const value = seriesOf(data);
    return value === undefined
        ? { ok: false, detail: 'returned a result without series', temporary: false }
        : { ok: true, value };
}
function seriesOf(data) {
    const { resultType, result } = data ?? {};
    if (!Array.isArray(result))
        return undefined;
    if (resultType === 'scalar')
        return [{ labels: {}, samples: [sampleOf(result)] }];
    if (resultType !== 'vector' && resultType !== 'matrix')
        return undefined;
    return result.map(({ metric, value, values }) => ({
        labels: metric,
        samples: (values ?? (value === undefined ? [] : [value]))
            .map(sampleOf)
            .filter(([, each]) => Number.isFinite(each)),
    }));
}
function sampleOf([seconds, value]) {
    return [Math.round(seconds * 1000), Number(value)];
}


/***/ }),

/***/ 44021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterSteps: () => (/* binding */ clusterSteps),
/* harmony export */   diagnoseCluster: () => (/* binding */ diagnoseCluster)
/* harmony export */ });
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38062);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_rights_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28065);
/* harmony import */ var _release_rights_roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56126);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18706);






const clusterSteps = ['namespace', 'ServiceAccount', 'permissions'];
async function diagnoseCluster(cluster, { environment, manifests }, { account, rbac, env }) {
    const { namespace, gate } = environment;
    const seen = async (step, path, title, command, isReady) => {
        const object = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.attempt)(() => cluster.get(path));
        if (object instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.unknown)(step, object.sentence);
        if (object === undefined)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.missing)(step, `${title} does not exist`, command);
        return (isReady?.(object) ?? true)
            ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.there)(step, title)
            : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.missing)(step, `${title} is not programmed`, command);
    };
    const rights = async () => {
        const { kinds } = (0,_release_rights_roles_js__WEBPACK_IMPORTED_MODULE_3__.resourcesOf)(manifests.map(({ object }) => object));
        const grants = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.attempt)(() => (0,_release_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .askRights */ .JC)(cluster, namespace, (0,_release_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsFor */ .xQ)(environment, kinds)));
        if (grants instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.unknown)('permissions', grants.sentence);
        const lacking = (0,_release_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsProblem */ .LD)(grants, namespace);
        return lacking === undefined
            ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.there)('permissions', `this credential has all ${grants.length}`)
            : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.missing)('permissions', lacking.message, rbac);
    };
    const steps = [
        seen('namespace', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, '', namespace), `Namespace/${namespace}`, `kubectl create namespace ${namespace}`),
        ...(environment.cluster === undefined
            ? [
                seen('ServiceAccount', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, namespace, account), `ServiceAccount/${account}`, rbac),
            ]
            : []),
        rights(),
        ...gatewaysOf({ environment, manifests }).map(({ name: gateway, namespace: where = namespace }) => seen('Gateway', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, where, gateway), `Gateway/${gateway} in namespace ${where}`, `kubectl describe gateway ${gateway} --namespace ${where}`, isProgrammed)),
    ];
    if (gate !== undefined)
        steps.push(prometheus(cluster, gate.prometheus, env));
    return Promise.all(steps);
}
function gatewaysOf({ environment: { route }, manifests }) {
    const found = manifests.find(({ object, name }) => object.kind === 'HTTPRoute' && name === route?.name);
    const { parentRefs = [] } = (found?.object.spec ?? {});
    return parentRefs.filter(({ kind = 'Gateway' }) => kind === 'Gateway');
}
function isProgrammed(gateway) {
    const { status } = gateway;
    return status?.conditions?.some(each => each.type === 'Programmed' && each.status === 'True') ?? false;
}
async function prometheus(cluster, settings, env) {
    const answer = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.attempt)(() => (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusOf */ ._)(settings, cluster, env).now());
    if (answer instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
        return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.unknown)('Prometheus', answer.sentence);
    return answer.ok
        ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.there)('Prometheus', 'that of the gate answers')
        : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__.missing)('Prometheus', answer.detail, 'correct `gate.prometheus` in slipway.yml');
}


/***/ }),

/***/ 31623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ requestedIn),
/* harmony export */   d: () => (/* binding */ composeServices)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function composeServices({ texts }) {
    const file = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'].find(each => texts.has(each)) ?? '';
    const content = file === '' ? undefined : (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parse)(texts.get(file) ?? '', { logLevel: 'silent' });
    const services = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(content) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(content.services) ? Object.entries(content.services) : [];
    return { file, services: services.flatMap(([name, service]) => serviceOf(name, service)) };
}
function serviceOf(name, service) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(service) || (typeof service.build !== 'string' && !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(service.build)))
        return [];
    const build = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(service.build)
        ? service.build
        : { context: service.build };
    const context = typeof build.context === 'string' ? build.context.replace(/^\.\/|\/$/g, '') || '.' : '.';
    if (/^\.\.|^\/|:/.test(context))
        return [];
    const { command, environment, ports, expose } = service;
    const listed = [ports, expose].flatMap(each => (Array.isArray(each) ? each : [])).map(portOf);
    const words = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(command);
    return [
        {
            ...{ name, context },
            dockerfile: typeof build.dockerfile === 'string' ? build.dockerfile : 'Dockerfile',
            ports: listed.filter(port => port > 0),
            command: typeof command === 'string' ? command : words.length > 0 ? words : undefined,
            health: requestedIn(JSON.stringify(service.healthcheck ?? '')),
            variables: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment)
                ? Object.keys(environment)
                : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(environment).map(each => each.split('=', 1)[0] ?? ''),
        },
    ];
}
const requestedIn = (command) => /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(\/[\w./~-]+)/.exec(command)?.[1];
function portOf(written) {
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(written))
        return Number(written.target) || 0;
    return Number(/(\d+)(?:\/tcp)?$/.exec(String(written))?.[1] ?? 0);
}


/***/ }),

/***/ 18706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attempt: () => (/* binding */ attempt),
/* harmony export */   diagnoseRepository: () => (/* binding */ diagnoseRepository),
/* harmony export */   missing: () => (/* binding */ missing),
/* harmony export */   there: () => (/* binding */ there),
/* harmony export */   unknown: () => (/* binding */ unknown)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63114);
/* harmony import */ var _release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55469);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61921);
/* harmony import */ var _wrappers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57580);





const stepIn = (state) => (step, detail, command = '') => ({ step, state, detail, command });
const [there, missing, unknown] = [stepIn('there'), stepIn('missing'), stepIn('unknown')];
async function diagnoseRepository(repository, path, name, load) {
    const loaded = await attempt(async () => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(path);
        return { config, environment: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(config, name) };
    });
    if (loaded instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
        const absent = !repository.paths.includes('slipway.yml') && loaded.message.endsWith('does not exist');
        const command = absent ? 'slipway init' : `correct it: ${loaded.remedy}`;
        const later = ['Dockerfile', 'manifests'].map(step => unknown(step, 'slipway.yml names it'));
        const steps = [missing('slipway.yml', loaded.message, command), ...later, ...aroundIt(repository)];
        return { steps, found: undefined };
    }
    const { config, environment } = loaded;
    const { kind, name: workload } = environment.workload;
    const found = await attempt(async () => {
        const read = await load(config);
        (0,_release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .configFor */ .m3)(config, environment), read.environment, read.manifests);
        return read;
    });
    const refused = found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo;
    const steps = [
        there('slipway.yml', `valid, with the environment ${name}`),
        dockerfiles(config, repository),
        refused
            ? missing('manifests', found.message, `correct them: ${found.remedy}`)
            : there('manifests', `they hold ${kind}/${workload} and every image`),
        ...aroundIt(repository),
    ];
    return { steps, found: refused ? undefined : found };
}
function dockerfiles({ images }, { paths }) {
    const files = Object.values(images).map(_images_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOfDockerfile */ .tq);
    const absent = files.filter(file => !paths.includes(file));
    return absent.length === 0
        ? there('Dockerfile', files.join(', '))
        : missing('Dockerfile', `${absent.join(', ')} does not exist`, `write it, or correct \`context\` and \`dockerfile\` in slipway.yml`);
}
function aroundIt(repository) {
    const { missing: absent, unpinned } = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_4__/* .wrapperProblems */ .wp)(repository);
    return [
        absent.length === 0
            ? there('workflows', 'release, pull request and rollback')
            : missing('workflows', `nothing in .github/workflows does the work of ${absent.join(', ')}`, 'slipway init'),
        unpinned.length === 0
            ? there('commit', 'the workflows name a commit of Slipway')
            : missing('commit', `no commit of Slipway stands in ${unpinned.join(', ')}`, 'write the full commit of a release of Slipway after the @'),
        repository.remote === undefined
            ? missing('git remote', 'git has no remote `origin`', 'git remote add origin git@github.com:OWNER/NAME.git')
            : there('git remote', repository.remote.replace(/\/\/[^/@]*@/, '//')),
    ];
}
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            return error;
        throw error;
    }
}


/***/ }),

/***/ 61921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ imageRepositoryOf),
/* harmony export */   jb: () => (/* binding */ buildablesOf),
/* harmony export */   tq: () => (/* binding */ pathOfDockerfile),
/* harmony export */   vD: () => (/* binding */ imageOfRemote)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31623);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5231);




const pathOfDockerfile = ({ context, dockerfile }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, dockerfile);
const aside = /(^|\/)(tests?|examples?|docs|\.devcontainer|\.github)\//;
function buildablesOf(repository, app) {
    const { services } = (0,_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeServices */ .d)(repository);
    const found = new Map();
    const add = (context, dockerfile, name, service) => {
        const path = pathOfDockerfile({ context, dockerfile });
        const known = found.get(path);
        const taken = [...found.values()].some(each => each.name === name && each !== known);
        const other = service?.name ?? ((0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(path) || name);
        found.set(path, {
            ...{ name: taken ? (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(other) : name, context, dockerfile, ...known },
            written: repository.paths.includes(path),
            services: [...(known?.services ?? []), ...(service === undefined ? [] : [service])],
        });
    };
    for (const service of services.toSorted((a, b) => Number(b.ports.length > 0) - Number(a.ports.length > 0)))
        add(service.context, service.dockerfile, service.context === '.' ? app : (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(service.name), service);
    const dockerfiles = repository.paths.filter(path => /(^|\/)Dockerfile$/.test(path) && !aside.test(path));
    for (const path of dockerfiles.sort((a, b) => a.split('/').length - b.split('/').length)) {
        const folder = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(path);
        const shared = /^(docker|build|deploy|\.docker)$/.test(folder);
        if (folder === '' || shared)
            add('.', path, app);
        else
            add(folder, 'Dockerfile', (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)));
    }
    if (found.size === 0)
        add('.', 'Dockerfile', app);
    return [...found.values()];
}
function imageOfRemote(url) {
    const { host = '', owner, name } = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.remoteOf)(url) ?? {};
    const registry = new Map([
        ['github.com', 'ghcr.io'],
        ['gitlab.com', 'registry.gitlab.com'],
    ]).get(host);
    return registry && `${registry}/${owner}/${name}`.toLowerCase();
}
function imageRepositoryOf(input, url) {
    if (input !== '')
        return { repository: input, why: 'From the input `image`.' };
    const repository = imageOfRemote(url);
    if (repository !== undefined)
        return { repository, why: 'From the git remote origin.' };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the repository of the image is unknown: ${url === undefined ? 'git has no remote `origin`' : 'the git remote `origin` is neither on GitHub nor on GitLab'}`, 'name it, such as --image ghcr.io/acme/shop');
}


/***/ }),

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderOf: () => (/* binding */ folderOf),
/* harmony export */   labelOf: () => (/* binding */ labelOf),
/* harmony export */   readRepository: () => (/* binding */ readRepository),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);




const skipped = new Set([
    ...['node_modules', 'vendor', 'dist', 'build', 'target', 'bin', 'obj', 'venv', '__pycache__', '.git'],
    ...['.venv', '.next', '.idea', '.vscode', '.gradle', '.terraform', 'coverage'],
]);
const deepest = 8;
const mostFiles = 5000;
const largestText = 256 * 1024;
const readable = /\.(ya?ml|json|toml|xml|gradle|kts|csproj|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;
async function readRepository(folder) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    const paths = (await filesIn(root, '')).slice(0, mostFiles);
    const texts = new Map();
    for (const path of paths) {
        if (!readable.test(path) || /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path))
            continue;
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).size <= largestText)
            texts.set(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
    }
    const [remote, head, current, prefix] = await Promise.all([
        git(root, 'config', '--get', 'remote.origin.url'),
        git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
        git(root, 'symbolic-ref', '--short', 'HEAD'),
        git(root, 'rev-parse', '--show-prefix'),
    ]);
    if (prefix !== '')
        for (const [path, text] of await workflowsAbove(root, prefix))
            texts.set(path, text);
    const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
    return { root, name: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root), paths, texts, remote: remote || undefined, branch, prefix };
}
async function workflowsAbove(root, prefix) {
    const folder = '.github/workflows';
    const top = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, '../'.repeat(prefix.split('/').length - 1), folder);
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(top).catch(() => []);
    const files = names.filter(name => /\.ya?ml$/.test(name));
    return Promise.all(files.map(async (name) => [
        `${folder}/${name}`,
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, name), 'utf8'),
    ]));
}
async function filesIn(root, folder, depth = 0) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder), { withFileTypes: true });
    const found = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isFile())
            found.push(path);
        if (entry.isDirectory() && depth < deepest && !skipped.has(entry.name))
            found.push(...(await filesIn(root, path, depth + 1)));
    }
    return found;
}
async function git(folder, ...args) {
    const answer = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['-C', folder, ...args]).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
}
function remoteOf(url) {
    const [, host = '', owner = '', name = ''] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:@]+)(?::\d+)?[:/](?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
    return name === '' ? undefined : { host, owner, name };
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const labelOf = (text, longest = 40) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';


/***/ }),

/***/ 57580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lN: () => (/* binding */ noCommit),
  wp: () => (/* binding */ wrapperProblems),
  ot: () => (/* binding */ wrappersFor)
});

;// CONCATENATED MODULE: ./.build/js/src/setup/workflows.json
const workflows_namespaceObject = /*#__PURE__*/JSON.parse('{"K8":"# Copy to .github/workflows/release.yml. Tests, builds, scans, pushes and releases every commit on the main branch, in one job.\\n# No secret gives access to the cluster. It trusts GitHub\'s OIDC tokens of this branch, through `cluster` in slipway.yml or a login to your\\n# cloud in an earlier step (docs/cluster.md).\\nname: Release\\n\\non:\\n  push:\\n    branches: [main]\\n\\npermissions: {}\\n\\n# Releases wait for each other. None is cancelled or dropped.\\nconcurrency:\\n  group: release\\n  cancel-in-progress: false\\n  queue: max\\n\\njobs:\\n  release:\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 120\\n    permissions:\\n      contents: read # checkout\\n      packages: write # images\\n      id-token: write # a cluster that trusts GitHub, or a cloud login\\n    steps:\\n      # The commit of a Slipway release. The version in the comment lets Dependabot update both.\\n      - uses: slipway/slipway@0000000000000000000000000000000000000000 # v0.1.0\\n        with:\\n          environment: production\\n","OB":"# Copy to .github/workflows/pull-request.yml. Needs no secret, so pull requests from forks and Dependabot are checked too.\\n# Require the check `check / outcome` in the rules of the branch.\\nname: Pull request\\n\\non:\\n  pull_request:\\n\\npermissions: {}\\n\\n# A new commit cancels the check of the previous one. Never do this with a rollout.\\nconcurrency:\\n  group: pull-request-${{ github.ref }}\\n  cancel-in-progress: true\\n\\njobs:\\n  check:\\n    permissions:\\n      contents: read # checkout\\n    uses: slipway/slipway/.github/workflows/check.yml@0000000000000000000000000000000000000000 # v0.1.0\\n","dU":"# Copy to .github/workflows/rollback.yml. Start it by hand: Actions → Rollback → Run workflow.\\nname: Rollback\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      operation:\\n        description: What to do\\n        type: choice\\n        options: [rollback, to-release, resume, approve, status]\\n        default: rollback\\n      release:\\n        description: Number of the release, for to-release\\n        type: string\\n        default: \\"\\"\\n      force:\\n        description: Reason to roll back a release that is not reversible\\n        type: string\\n        default: \\"\\"\\n\\npermissions: {}\\n\\n# Without `concurrency`: a rollback must not wait for the rollout that it ends.\\njobs:\\n  rollback:\\n    # Exactly the permissions in docs/workflows.md for rollback.yml.\\n    permissions:\\n      contents: read # checkout\\n      packages: write # digests of the images, and their proofs\\n      id-token: write # a cluster that trusts GitHub, or a cloud login\\n    uses: slipway/slipway/.github/workflows/rollback.yml@0000000000000000000000000000000000000000 # v0.1.0\\n    with:\\n      environment: production\\n      operation: ${{ inputs.operation }}\\n      # Resuming a rollout needs an approval; a rollback must not wait for one.\\n      rollback-environment: ${{ contains(fromJSON(\'[\\"resume\\", \\"approve\\"]\'), inputs.operation) && \'production\' || \'\' }}\\n      release: ${{ inputs.release }}\\n      force: ${{ inputs.force }}\\n"}');
;// CONCATENATED MODULE: ./.build/js/src/setup/wrappers.js

const noCommit = '0'.repeat(40);
const wrappers = [
    {
        file: 'release.yml',
        text: workflows_namespaceObject.K8,
        uses: /\/slipway(\/\.github\/workflows\/(pipeline|deploy)\.yml)?@(\S+)/,
    },
    {
        file: 'pull-request.yml',
        text: workflows_namespaceObject.OB,
        uses: /\/slipway(\/\.github\/workflows\/check\.yml)@(\S+)/,
    },
    {
        file: 'rollback.yml',
        text: workflows_namespaceObject.dU,
        uses: /\/slipway(\/\.github\/workflows\/rollback\.yml)@(\S+)/,
    },
];
function wrappersFor(repository, { app, environment, code: { version, commit = noCommit } }) {
    const { prefix, branch, texts } = repository;
    const up = '../'.repeat(prefix.split('/').length - 1);
    const files = new Map();
    const kept = [];
    for (const { file, text, uses } of wrappers) {
        const existing = workflowsIn(repository).find(([, each]) => uses.test(each));
        if (existing !== undefined) {
            kept.push(existing[0]);
            continue;
        }
        const adapted = text
            .replace(/^# Copy to \S+?\.yml\. /, '# Written by slipway init. ')
            .replaceAll('production', environment)
            .replace('branches: [main]', `branches: [${branch}]`)
            .replace(/@0{40} # v\S+/g, `@${commit} # v${version}`);
        const ours = prefix === '' ? '' : `${app}-`;
        const taken = texts.has(`.github/workflows/${ours}${file}`) ? 'slipway-' : '';
        files.set(`${up}.github/workflows/${taken}${ours}${file}`, prefix === '' ? adapted : withConfig(adapted, `${prefix}slipway.yml`));
    }
    return { files, kept };
}
const withConfig = (text, path) => /^ +with:$/m.test(text)
    ? text.replace(/^( +)with:$/m, (all, indent) => `${all}\n${indent}  config: ${path}`)
    : `${text.trimEnd()}\n    with:\n      config: ${path}\n`;
const workflowsIn = ({ texts, prefix }) => [...texts].filter(([path, text]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
    (prefix === '' || text.includes(`${prefix}slipway.yml`)));
function wrapperProblems(repository) {
    const missing = [];
    const unpinned = [];
    for (const { file, uses } of wrappers) {
        const found = workflowsIn(repository).find(([, text]) => uses.test(text));
        const reference = found && uses.exec(found[1])?.at(-1);
        if (found === undefined)
            missing.push(file);
        else if (reference === noCommit || !/^[0-9a-f]{40}$/.test(reference ?? ''))
            unpinned.push(`${found[0]} (@${reference})`);
    }
    return { missing, unpinned };
}


/***/ })

};
