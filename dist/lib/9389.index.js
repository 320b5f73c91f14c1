export const id = 9389;
export const ids = [9389,1770];
export const modules = {

/***/ 90677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ kustomizeEnvironment),
/* harmony export */   y: () => (/* binding */ kubectlEnvironment)
/* harmony export */ });
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24297);

const names = new Set('HOME USER LOGNAME SHELL TMPDIR TZ LANG'.split(' '));
const prefixes = [
    ...['LC_', 'XDG_', 'KUBE', 'AWS_', 'GOOGLE_', 'CLOUDSDK_', 'AZURE_', 'AAD_', 'ARM_', 'OCI_'],
    ...['DIGITALOCEAN_', 'ACTIONS_ID_TOKEN_REQUEST_'],
];
function kubectlEnvironment(env = process.env) {
    const passes = (name) => names.has(name) || prefixes.some(prefix => name.startsWith(prefix));
    const own = Object.entries(env).filter(([name]) => passes(name));
    return { ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .networkEnvironment */ .m)(env), ...Object.fromEntries(own) };
}
const ofGit = /^(SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_(SSH|SSH_COMMAND|ASKPASS|TERMINAL_PROMPT|SSL_CAINFO)|GIT_CONFIG_\w+)$/;
function kustomizeEnvironment(env = process.env) {
    const git = Object.entries(env).filter(([name]) => ofGit.test(name));
    return { ...kubectlEnvironment(env), ...Object.fromEntries(git) };
}


/***/ }),

/***/ 92741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ wrapHelm),
/* harmony export */   Y8: () => (/* binding */ faultOfHelm),
/* harmony export */   sm: () => (/* binding */ helmEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87506);






const credentials = ['HOME', 'DOCKER_CONFIG', 'HELM_REGISTRY_CONFIG'];
function helmEnvironment(env, folder, remote) {
    const own = {
        HELM_CACHE_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'cache'),
        HELM_CONFIG_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'config'),
        HELM_DATA_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'data'),
        HELM_PLUGINS: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'plugins'),
        KUBECONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'kubeconfig'),
    };
    if (!remote)
        return { PATH: env.PATH, HOME: folder, ...own };
    const kept = Object.entries(env).filter(([name]) => credentials.includes(name));
    const login = env.HELM_REGISTRY_CONFIG ?? loginOf(env);
    return {
        ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .networkEnvironment */ .m)(env),
        ...Object.fromEntries(kept),
        ...own,
        ...(login === undefined ? {} : { HELM_REGISTRY_CONFIG: login }),
    };
}
function loginOf({ HELM_CONFIG_HOME, XDG_CONFIG_HOME, HOME }) {
    const base = XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(HOME, '.config'));
    const config = HELM_CONFIG_HOME ?? (base === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, 'helm'));
    return config === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(config, 'registry', 'config.json');
}
async function wrapHelm(helm, env, folder) {
    const [program, inner] = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'helm'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'helm-with-environment')];
    const variables = Object.entries(helmEnvironment(env, folder, true)).flatMap(([name, value]) => value === undefined ? [] : [`export ${name}=${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(value)}`]);
    const write = (path, ...lines) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700, flag: 'wx' });
    await write(inner, ...variables, `exec ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(helm)} "$@"`);
    await write(program, `exec /usr/bin/env -i /bin/sh ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(inner)} "$@"`);
    return program;
}
function faultOfHelm(stderr) {
    const [fault = ''] = stderr.slice(stderr.indexOf('Error: ') + 1).split('\n\nUse --debug');
    const said = fault.replace(/^rror: /, '').replace(/'[^']*' does not match/g, 'the value does not match');
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutPasswords */ .h)(said)).replace(/\s+/g, ' ').trim().slice(0, 600);
}


/***/ }),

/***/ 65074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   xt: () => (/* binding */ renderChart)
/* harmony export */ });
/* unused harmony exports argumentsFor, documentsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);
/* harmony import */ var _helm_child_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92741);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48520);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32729);







async function renderChart(root, chart, target) {
    await requireFiles(root, chart);
    const { env: own = process.env } = target;
    const program = await (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .provideHelm */ .cY)(own);
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .withFolder */ .Z)(own, 'helm', async (folder) => {
        const env = (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_4__/* .helmEnvironment */ .sm)(own, folder, isRemote(chart));
        const output = await (0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .runRenderer */ .r)(program, argumentsFor(root, chart, target), env, {
            temporary: ({ stderr }) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R)(stderr),
            problem: ({ stderr, late, cause }) => problemOf(chart, late ?? (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_4__/* .faultOfHelm */ .Y8)(stderr), cause),
        });
        return documentsIn(output, chart.helm);
    });
}
const isRemote = ({ helm }) => helm.startsWith('oci://');
async function requireFiles(root, { helm, values = [] }) {
    const exists = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).then(() => true, () => false);
    if (!isRemote({ helm })) {
        if (!(await exists(helm)))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: ${helm} does not exist`, 'correct the path, which is relative to slipway.yml');
        if (!helm.endsWith('.tgz') && !(await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(helm, 'Chart.yaml'))))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: ${helm} is not a Helm chart: it has no Chart.yaml`, 'name the folder of a chart, or write the path without `helm:`');
    }
    for (const file of values)
        if (!(await exists(file)))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: the values ${file} of ${helm} do not exist`, 'write the path relative to slipway.yml, not to the chart');
}
function argumentsFor(root, chart, { namespace, app }) {
    const { helm, version, values = [], set = {}, release = app } = chart;
    const [tag, digest] = version?.split('@') ?? [];
    const address = digest === undefined ? helm : `${helm}@${digest}`;
    return [
        ...['template', release, isRemote(chart) ? address : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, helm)],
        ...['--namespace', namespace, '--include-crds=false', '--no-hooks=false'],
        ...(tag === undefined ? [] : ['--version', tag]),
        ...(/^oci:\/\/(localhost|127(\.\d+){3})[:/]/.test(helm) ? ['--plain-http'] : []),
        ...values.flatMap(file => ['--values', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file)]),
        ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
    ];
}
function documentsIn(output, helm) {
    return output
        .split(/^---\n# Source: /m)
        .slice(1)
        .map(part => {
        const end = part.indexOf('\n');
        const template = part.slice(0, end).replace(/^[^/]*\//, '');
        return [`${helm.replace(/\/+$/, '')}/${template}`, part.slice(end + 1)];
    });
}
function problemOf(chart, fault, cause) {
    const { helm } = chart;
    const missing = /missing in charts\/ directory: (.*)/.exec(fault)?.[1];
    if (missing !== undefined)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: the chart ${helm} lacks the charts that it depends on: ${missing}`, `run \`helm dependency build ${helm}\` in an earlier step, or commit the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(helm, 'charts')}`, { cause });
    if ((0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R)(fault) || fault.startsWith('it took longer'))
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm cannot fetch ${helm}: ${fault}`, 'make sure that its registry can be reached from here, then run the step again', { cause });
    if (/\b(401|403|unauthorized|denied|credential not found)\b/i.test(fault) && isRemote(chart)) {
        const [, host = ''] = /^oci:\/\/([^/]+)/.exec(helm) ?? [];
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm is not allowed to read ${helm}: ${fault}`, `log in to ${host} in an earlier step, with \`docker login\` or \`helm registry login\``, { cause });
    }
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm cannot render ${helm}: ${fault}`, 'correct the chart, its values or its version', { cause });
}


/***/ }),

/***/ 12055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ kustomize),
/* harmony export */   r_: () => (/* binding */ kustomizations)
/* harmony export */ });
/* unused harmony export faultOfKustomize */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87506);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _helm_child_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92741);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48520);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32729);











const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const lists = ['resources', 'components', 'bases', 'generators', 'transformers', 'validators'];
const remote = /^(git::|gh:|(https?|ssh|file):\/\/|github\.com[/:]|[\w.-]+@[\w.-]+:)/i;
const exact = 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][\\w.+-]+)?';
const version = `([0-9a-f]{40}|([\\w./%-]*([/-]|%2F))?${exact})`;
const pinned = new RegExp(`[?&](ref|version)=${version}(&|$)|^https?://[^?]*/${version}/[^?]*\\.(ya?ml|json)$`, 'i');
async function kustomize(path, written, env = process.env) {
    if (!(await namesCharts(path, written))) {
        await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectl */ .Sc)(env);
        return buildWith('kubectl', [path], written);
    }
    const [kubectl, helm] = await Promise.all([(0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectlForCharts */ .Mk)(env), (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideHelm */ .cY)(env)]);
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(env, 'helm', async (folder) => {
        const charts = ['--enable-helm', `--helm-command=${await (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapHelm */ .Pt)(helm, env, folder)}`];
        return buildWith(kubectl, [...charts, path], written);
    });
}
const buildWith = (kubectl, args, written) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .runRenderer */ .r)(kubectl, ['kustomize', ...args], (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizeEnvironment */ .j)(), {
    temporary: ({ stderr, late }) => late === undefined && (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .isUnreachable */ .R)(stderr),
    problem: ({ stderr, late, cause }) => {
        const why = late ?? faultOfKustomize(stderr);
        return late !== undefined || (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .isUnreachable */ .R)(stderr)
            ? new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: kustomize cannot fetch the bases of ${written}: ${why}`, 'make sure that they can be reached from here, then run the step again', { cause })
            : new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: kustomize cannot build ${written}: ${why}`, 'correct the kustomization', {
                cause,
            });
    },
});
async function namesCharts(path, root, seen = new Set()) {
    if (seen.has(path))
        return false;
    seen.add(path);
    const texts = await Promise.all(kustomizations.map(name => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), 'utf8').catch(() => undefined)));
    const text = texts.find(each => each !== undefined);
    if (text === undefined)
        return false;
    const written = readQuietly(text);
    let found = written.helmCharts !== undefined || written.helmChartInflationGenerator !== undefined;
    for (const { name, repo } of await unpinnedCharts(path, written))
        throw unpinnedError(root, `the chart ${name} of ${(0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(repo)}`, 'set its exact version, such as `version: 1.4.2`');
    const parts = lists.flatMap(key => [written[key] ?? []].flat());
    for (const part of parts) {
        if (typeof part !== 'string')
            continue;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, part);
        if (await isFolder(folder))
            found = (await namesCharts(folder, root, seen)) || found;
        else if (remote.test(part) && !pinned.test(part))
            throw unpinnedError(root, (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(part), 'name a commit (`?ref=<full SHA>`) or an exact version (`?ref=v1.4.2`)');
    }
    return found;
}
const unpinnedError = (root, part, remedy) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${root} uses ${part} without an exact version, so it may change between plan and release`, `${remedy}, or copy it into your repository`);
async function unpinnedCharts(path, written) {
    const globals = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(written.helmGlobals) ? written.helmGlobals : {};
    const charts = [
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(written.helmCharts).map(each => [each.name, each.repo, each.version, globals.chartHome]),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(written.helmChartInflationGenerator).map(each => [
            each.chartName,
            each.chartRepoUrl,
            each.chartVersion,
            each.chartHome,
        ]),
    ];
    const fetched = charts.map(async (each) => {
        const [name = '', repo = '', wanted = '', home] = each.map(value => String(value ?? ''));
        if (repo === '' || new RegExp(`^${exact}$`).test(wanted))
            return [];
        const isThere = wanted === '' && (await isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, home || 'charts', name)));
        return isThere ? [] : [{ name, repo }];
    });
    return (await Promise.all(fetched)).flat();
}
const isFolder = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(status => status.isDirectory(), () => false);
function readQuietly(text) {
    try {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_2__.parse)(text);
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(value) ? value : {};
    }
    catch {
        return {};
    }
}
function faultOfKustomize(stderr) {
    const ofHelm = /^(?:error: )?(Error: [\s\S]*?)\n?: unable to run: '/m.exec(stderr)?.[1];
    if (ofHelm !== undefined)
        return `helm: ${(0,_helm_child_js__WEBPACK_IMPORTED_MODULE_6__/* .faultOfHelm */ .Y8)(ofHelm)}`;
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const quoted = /"command failed" err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1] ?? last;
    const block = /"command failed" err=<\n([\s\S]*?)\n >/.exec(stderr)?.[1];
    return (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(block ?? String((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonIn */ .Yf)(quoted) ?? quoted))
        .trim()
        .replace(/^error: /, '')
        .replace(/with config: `[\s\S]*?`/, 'with its configuration')
        .replace(/literal sources \[[\s\S]*$/, 'a literal is not written key=value')
        .replace(/\[patch: [\s\S]*$/, '[a patch that is not shown]')
        .replace(/\s+/g, ' ');
}


/***/ }),

/***/ 83406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ loadManifests),
/* harmony export */   Y: () => (/* binding */ parseManifests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _helm_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65074);
/* harmony import */ var _kustomize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12055);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14485);







async function loadManifests(root, sources, target = { namespace: 'default', app: 'app' }) {
    const manifests = [];
    for (const source of sources) {
        const texts = typeof source === 'string'
            ? await textsOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, source), root, source, target.env)
            : await (0,_helm_js__WEBPACK_IMPORTED_MODULE_4__/* .renderChart */ .xt)(root, source, target);
        for (const [place, text] of texts)
            manifests.push(...parseManifests(text, place));
    }
    if (manifests.length === 0) {
        const names = sources.map(source => (typeof source === 'string' ? source : source.helm));
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no objects in the manifests ${names.join(', ')}`, 'add the YAML of the application there');
    }
    rejectTwins(manifests);
    return manifests;
}
async function textsOf(path, root, written, env) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (info === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} does not exist`, 'correct the path, which is relative to slipway.yml');
    }
    const chart = await chartOfTemplates(root, written);
    if (info.isFile()) {
        if (chart !== undefined)
            throw chartError(`${written} is a template of a Helm chart, which`, [chart]);
        return [[(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')]];
    }
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path)).sort();
    if (entries.some(entry => _kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizations */ .r_.includes(entry)))
        return [[written, await (0,_kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomize */ .Et)(path, written, env)]];
    if (entries.includes('Chart.yaml'))
        throw chartError(`${written} is a Helm chart, whose templates`, [written]);
    if (chart !== undefined)
        throw chartError(`${written} holds templates of a Helm chart, which`, [chart]);
    const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry));
    if (files.length === 0) {
        const charts = entries.map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(written, entry));
        const found = await Promise.all(charts.map(each => isChart(root, each)));
        const below = charts.filter((_, index) => found[index]);
        if (below.length > 0)
            throw chartError(`${written} holds Helm charts, whose templates`, below);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
    }
    return Promise.all(files.map(async (file) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, file), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')]));
}
async function chartOfTemplates(root, written) {
    for (let path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(written); (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== path; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === 'templates' && (await isChart(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))))
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return undefined;
}
const isChart = (root, folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder, 'Chart.yaml')).then(status => status.isFile(), () => false);
const chartError = (what, charts) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${what} must be rendered`, `write ${charts.map(each => `\`- helm: ${each.replace(/\/+$/, '')}\``).join(' or ')} in place of the path (docs/helm.md)`);
const octal = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?0[0-7]+$/,
    resolve: text => Number.parseInt(text, 8),
};
const spokenBoolean = {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^([yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
    resolve: text => /^(y|on)/i.test(text),
};
function parseManifests(text, source) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parseAllDocuments */ .hR)(text, {
        merge: true,
        customTags: tags => [octal, spokenBoolean, ...tags],
        logLevel: 'error',
    }).flatMap(document => {
        const [error] = document.errors;
        if (error !== undefined) {
            const line = error.linePos?.[0].line ?? 1;
            const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: ${problem}`, 'correct the YAML');
        }
        rejectMapKeys(document, text, source);
        const value = readDocument(document, source);
        if (value === null)
            return [];
        const { kind = '', items } = value;
        if (!/List$/.test(kind) || !Array.isArray(items))
            return [asManifest(value, source)];
        return items.map(item => asManifest((0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .named */ .KT)(item, value), source));
    });
}
function rejectMapKeys(document, text, source) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .visit */ .YR)(document, {
        Pair: (_, { key }) => {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isCollection */ .P3)(key))
                return;
            const line = text.slice(0, key.range?.[0]).split('\n').length;
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: a map or a list is a key, as in a template that was not rendered`, 'render the template, or put `{{ … }}` in quotes if it belongs there');
        },
    });
}
function readDocument(document, source) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: ${cause.message}`, 'write the values out instead of YAML aliases', { cause });
    }
}
function asManifest(value, source) {
    const { apiVersion, kind, metadata } = value ?? {};
    if (metadata?.generateName !== undefined && metadata.name === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: ${kind} has metadata.generateName, which creates another object at each release`, 'set metadata.name, or make a Job a hook (`hooks` in slipway.yml)');
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata?.name !== 'string') {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: an object lacks apiVersion, kind or metadata.name`, 'keep only Kubernetes objects in the manifests');
    }
    return { object: { ...value, apiVersion, kind }, name: metadata.name, source };
}
function rejectTwins(manifests) {
    const seen = new Map();
    for (const { object, name, source } of manifests) {
        const title = `${object.kind}/${name}`;
        const key = `${(0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .groupOf */ .F8)(object)} ${title}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is defined in both ${earlier} and ${source}`, 'keep one of them');
        }
        seen.set(key, source);
    }
}


/***/ }),

/***/ 48520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ provideKubectlForCharts),
/* harmony export */   Sc: () => (/* binding */ provideKubectl),
/* harmony export */   cY: () => (/* binding */ provideHelm)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_tools_demand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65081);





let provided;
let pinned;
async function provideKubectl(env = process.env) {
    const found = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)('kubectl');
    if (found !== undefined && (found === pinned || !(0,_toolkit_tools_demand_js__WEBPACK_IMPORTED_MODULE_4__/* .demandsPinned */ .R)(env)))
        return;
    provided ??= toolOf('kubectl', env)
        .then(program => {
        pinned = program;
        process.env.PATH = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program)}${node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter}${process.env.PATH ?? ''}`;
    })
        .finally(() => {
        provided = undefined;
    });
    return provided;
}
const found = new Map();
function once(name, env, from) {
    const key = `${name} ${from} ${env.PATH}`;
    const known = found.get(key) ?? toolOf(name, env, from);
    found.set(key, known);
    known.catch(() => found.delete(key));
    return known;
}
const provideHelm = (env = process.env) => once('helm', env);
const provideKubectlForCharts = (env = process.env) => once('kubectl', env, '1.36.0');
async function toolOf(name, env, from) {
    const [{ findTool }, { pins }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(1949)]).then(__webpack_require__.bind(__webpack_require__, 31949)),
        __webpack_require__.e(/* import() */ 335).then(__webpack_require__.bind(__webpack_require__, 20335)),
    ]);
    const folder = await (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .newFolder */ .l)(env, name);
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    try {
        const [program] = await findTool(from === undefined ? pins[name] : { ...pins[name], from }, {
            folder,
            env,
            signal: new AbortController().signal,
            report: line => process.stderr.write(`${line}\n`),
        });
        process.once('exit', remove);
        return program;
    }
    catch (error) {
        remove();
        throw error;
    }
}


/***/ }),

/***/ 32729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isUnreachable),
/* harmony export */   r: () => (/* binding */ runRenderer)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);



const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const longest = 120_000;
const calls = 3;
async function runRenderer(program, args, env, handling) {
    const faultOf = (cause) => {
        const { stderr = '', killed = false } = cause;
        return { stderr, late: killed ? `it took longer than ${longest / 1000} s` : undefined, cause };
    };
    const temporary = (cause) => handling.temporary(faultOf(cause));
    const call = () => run(program, args, { env, maxBuffer: 64 << 20, timeout: longest });
    try {
        return (await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: calls, temporary, delay: count => count * 1000 }, call)).stdout;
    }
    catch (cause) {
        throw handling.problem(faultOf(cause));
    }
}
function isUnreachable(stderr) {
    return /dial tcp|i\/o timeout|TLS handshake timeout|deadline exceeded|hit \S+ timeout running|Could not resolve host|Failed to connect to|Connection (timed out|reset|refused)/.test(stderr);
}


/***/ }),

/***/ 14485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   H5: () => (/* binding */ eventsOfWorkloads),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   VL: () => (/* binding */ withQuery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
function builtIn(group, version, plural, kind, namespaced = true) {
    return { group, version, plural, kind, namespaced };
}
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    pvc: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: builtIn('', 'v1', 'nodes', 'Node', false),
    namespace: builtIn('', 'v1', 'namespaces', 'Namespace', false),
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    storageClass: builtIn('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', false),
    gatewayClass: builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass', false),
};
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;
function pathOf(resource, namespace, name) {
    for (const segment of [namespace, name ?? ''])
        if (leadsElsewhere.test(segment))
            throw new Error(`"${segment}" cannot be a name in the cluster`);
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${rootOf(resource)}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
const rootOf = ({ group, version }) => group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
function withQuery(path, query) {
    const text = new URLSearchParams(query).toString();
    return text === '' ? path : `${path}?${text}`;
}
function placeOf(path) {
    const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match === null)
        return undefined;
    const [, group = '', namespace = '', plural = '', name = ''] = match;
    const leads = [group, namespace, plural, name].some(each => leadsElsewhere.test(each));
    return leads ? undefined : { group, namespace, plural, name };
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const group = groupOf({ apiVersion });
        const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
        if (known !== undefined && !group.includes('gateway'))
            return known;
        const list = this.#lists.get(apiVersion) ?? this.#cluster.get(rootOf({ group, version }));
        this.#lists.set(apiVersion, list);
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}
const eventsOfWorkloads = builtIn('events.k8s.io', 'v1', 'events', 'Event');
const groupOf = ({ apiVersion = '' }) => apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
function named(item, { apiVersion, kind = '' }) {
    if (apiVersion === undefined || !/.List$/.test(kind))
        return item;
    return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



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
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
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
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
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
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
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
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
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
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 44456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ usualHookTimeout),
/* harmony export */   d0: () => (/* binding */ reversibleSchema),
/* harmony export */   ic: () => (/* binding */ hooksSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);



const usualHookTimeout = '10m';
const hookFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    job: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'The manifest of a Job, outside `manifests`, which gets the digests and configuration of the release.',
        example: 'hooks/migrate.yaml',
    }),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/\S/, { error: 'is empty; write a command, such as ./scripts/announce' })
        .exactOptional()
        .meta({
        description: 'A command, run by bash on the runner, in the folder of slipway.yml.',
        example: './scripts/announce',
    }),
    timeout: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK
        .prefault(usualHookTimeout)
        .meta({ description: 'How long it may take before it is stopped and counts as failed.', example: '10m' }),
});
const hookSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(hookFields, zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh), {
    decode: (written, { issues }) => {
        if (issues.length > 0)
            return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
        const { job, run, timeout } = written;
        if (job !== undefined && run === undefined)
            return { job, timeout };
        if (run !== undefined && job === undefined)
            return { run, timeout };
        const message = job === undefined
            ? 'has neither `job` nor `run`; add `job: hooks/migrate.yaml`, or `run:` with a command'
            : 'has `job` and `run`; keep one of them';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: hook => hook,
});
const hooksSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    pre: hookSchema.exactOptional().meta({
        description: 'Runs before any object is applied, such as a migration. A failure refuses the release.',
        example: { job: 'hooks/migrate.yaml' },
    }),
    post: hookSchema.exactOptional().meta({
        description: 'Runs after the release has all traffic. A failure fails the step.',
        example: { run: './scripts/announce' },
    }),
});
const reversibleSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().meta({
    description: 'Whether an earlier release may be restored after this one: docs/operations.md#no-way-back. The input `reversible` overrides it. Default: `true`.',
    example: false,
});


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


/***/ }),

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   f: () => (/* binding */ dieWithParent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function dieWithParent(command, args) {
    const setpriv = findOnPath('setpriv');
    if (setpriv === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(setpriv)) !== 'setpriv')
        return [command, args];
    return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 24297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ variableIn),
/* harmony export */   m: () => (/* binding */ networkEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
    ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
    ...proxies,
    ...proxies.map(name => name.toLowerCase()),
]);
function networkEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}
function variableIn(name, env) {
    const value = env[name]?.trim() ?? '';
    const path = env[`${name}_FILE`] ?? '';
    if (value !== '' || path === '')
        return value;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 65081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ demandsPinned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function demandsPinned({ SLIPWAY_TOOLS: value }) {
    if (value === undefined || value === '')
        return false;
    if (value === 'pinned')
        return true;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`SLIPWAY_TOOLS has an unknown value: ${JSON.stringify(value)}`, 'set it to `pinned`, or remove it');
}


/***/ }),

/***/ 89389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSorted: () => (/* binding */ loadSorted),
/* harmony export */   loadTogether: () => (/* binding */ loadTogether),
/* harmony export */   withChartHooks: () => (/* binding */ withChartHooks)
/* harmony export */ });
/* unused harmony export sortHooks */
/* harmony import */ var _cluster_manifests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83406);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _config_hooks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44456);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);




function sortHooks(all, written = {}) {
    const sorted = { manifests: [], hooks: {}, notes: [] };
    for (const manifest of all) {
        const events = eventsOf(manifest);
        if (events === undefined) {
            sorted.manifests.push(manifest);
            continue;
        }
        const title = `${manifest.source}: ${manifest.object.kind}/${manifest.name}`;
        const times = timesOf(events, title);
        if (times.length === 0) {
            sorted.notes.push(`${title} is left out: a release never runs a ${events.join(', ')} hook of Helm`);
        }
        else if (times.every(time => written[time] !== undefined)) {
            sorted.notes.push(`${title} is left out: slipway.yml has its own ${times.join(' and ')} hook in place of this hook of Helm`);
        }
        else {
            const when = onlyTime(times, events, title);
            requireOnlyJob(manifest, when, sorted.hooks[when], title);
            sorted.hooks[when] = manifest;
            const first = events.includes(`${when}-install`) ? '' : ', also of the first one';
            sorted.notes.push(`${title} is the ${when} hook of each release${first}`);
        }
    }
    return sorted;
}
function withChartHooks(environment, hooks) {
    const added = Object.entries(hooks).map(([when, { source }]) => [
        when,
        { job: source, timeout: (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(_config_hooks_js__WEBPACK_IMPORTED_MODULE_2__/* .usualHookTimeout */ .Ry) },
    ]);
    if (added.length === 0)
        return environment;
    return { ...environment, hooks: { ...environment.hooks, ...Object.fromEntries(added) } };
}
function eventsOf({ object }) {
    const written = object.metadata?.annotations?.['helm.sh/hook'];
    return written?.split(',').map(event => event.trim());
}
function timesOf(events, title) {
    const times = (what) => ['pre', 'post'].filter(time => events.includes(`${time}-${what}`));
    const unknown = events.find(event => !known.test(event));
    if (unknown !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} has an unknown Helm hook: ${JSON.stringify(unknown)}`, 'correct helm.sh/hook, or remove the object from the chart');
    const upgrade = times('upgrade');
    return upgrade.length > 0 ? upgrade : times('install');
}
const known = /^(test(-success|-failure)?|(pre|post)-(install|upgrade|delete|rollback))$/;
function onlyTime(times, events, title) {
    const [when = 'pre', other] = times;
    if (!events.includes(`${when}-upgrade`))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is a ${when}-install hook, which Helm runs only once, but a release would run it each time`, `if it may be repeated, write \`helm.sh/hook: ${when}-install,${when}-upgrade\`; otherwise disable it in the values of the chart, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
    if (other === undefined)
        return when;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is a Helm hook for both before and after an upgrade, but a release runs a hook once`, 'keep one of pre-upgrade and post-upgrade in helm.sh/hook, or write a hook for each time into slipway.yml');
}
function requireOnlyJob(manifest, when, other, title) {
    const { apiVersion, kind } = manifest.object;
    if (kind !== 'Job' || apiVersion !== 'batch/v1')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is a Helm hook, but only a Job of batch/v1 can be a hook of a release`, `remove helm.sh/hook, so that it is released with the other objects, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
    if (other === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} and Job/${other.name} are both ${when} hooks of Helm, but a release runs one`, `put their work into one Job, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
}
const loadSorted = async (written, ...from) => sortHooks(await (0,_cluster_manifests_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifests */ .D)(...from), written);
const loadTogether = async (...from) => {
    const all = await (0,_cluster_manifests_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifests */ .D)(...from);
    const runs = (event) => /^(pre|post)-(install|upgrade)$/.test(event);
    return { manifests: all.filter(each => eventsOf(each)?.some(runs) ?? true), hooks: {}, notes: [] };
};


/***/ })

};
