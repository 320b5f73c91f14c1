export const id = 9483;
export const ids = [9483,8072];
export const modules = {

/***/ 31623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ requestedIn),
/* harmony export */   d3: () => (/* binding */ composeServices),
/* harmony export */   fN: () => (/* binding */ portRequestedIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60512);





function composeServices({ texts, services: outer = [] }) {
    const file = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'].find(each => texts.has(each)) ?? '';
    if (file === '')
        return { file, services: outer };
    const content = contentOf(texts.get(file) ?? '', file);
    const services = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(content) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(content.services) ? Object.entries(content.services) : [];
    return { file, services: services.flatMap(([name, service]) => serviceOf(name, service)) };
}
function contentOf(text, file) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_1__.parse)(text, { logLevel: 'silent', merge: true, maxAliasCount: 1000 });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${file}: ${cause.message}`, 'write the values out instead of YAML aliases', { cause });
    }
}
function serviceOf(name, service) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(service) || (typeof service.build !== 'string' && !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(service.build)))
        return [];
    const { build } = service;
    const asMap = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(build) ? build : { context: build };
    const { context: written = '.', dockerfile = 'Dockerfile', target } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textMap */ .sP)(asMap);
    const context = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(written).replace(/(?<=.)\/$/, '');
    if ([context, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, dockerfile)].some(path => /^(\.\.|\.git)(\/|$)|^\/|:/.test(path)))
        return [];
    const { command, environment, ports, expose, labels, env_file: envFile } = service;
    const isStage = target === undefined || /^[A-Za-z][\w.-]*$/.test(target);
    const args = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(asMap.args)
        ? Object.entries(asMap.args)
        : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(asMap.args).map(each => {
            const [key = '', value] = each.split(/=(.*)/s, 2);
            return [key, value];
        });
    const healthcheck = JSON.stringify(service.healthcheck ?? '');
    const listed = [ports, expose].flatMap(each => (Array.isArray(each) ? each : [])).map(portOf);
    const words = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(command);
    return [
        {
            name,
            context,
            dockerfile,
            target: isStage ? target : undefined,
            args: Object.fromEntries(args.filter(pair => isLiteral(...pair)).map(([key, value]) => [key, String(value)])),
            targetVaries: !isStage,
            untold: args.filter(pair => !isLiteral(...pair)).map(([key]) => key),
            ports: listed.filter(port => port > 0),
            command: typeof command === 'string' ? command : words.length > 0 ? words : undefined,
            health: requestedIn(healthcheck),
            checked: `${healthcheck} ${JSON.stringify(labels ?? '')}`,
            variables: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(environment)
                ? Object.keys(environment)
                : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(environment).map(each => each.split('=', 1)[0] ?? ''),
            envFiles: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)([envFile].flat().map(each => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(each) ? each.path : each))),
        },
    ];
}
const isLiteral = (name, value) => /^[A-Za-z_]\w*$/.test(name) &&
    ['string', 'number', 'boolean'].includes(typeof value) &&
    !/\$|\{\{/.test(String(value)) &&
    !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .namesSecret */ .L4)(name) &&
    !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .looksSecret */ .n0)(String(value));
const requestedIn = (command) => /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(\/[\w./~-]+)/.exec(command)?.[1];
const portRequestedIn = (command) => /(?:https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):|loadbalancer\.server\.port["=:]+)(\d{2,5})/.exec(command)?.[1];
function portOf(written) {
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(written))
        return Number(written.target) || 0;
    return Number(/(\d{1,5})(?:\/tcp)?$/.exec(String(written))?.[1] ?? 0);
}


/***/ }),

/***/ 61921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ imageRepositoryOf),
/* harmony export */   jb: () => (/* binding */ buildablesOf),
/* harmony export */   tq: () => (/* binding */ pathOfDockerfile),
/* harmony export */   uc: () => (/* binding */ buildNotes),
/* harmony export */   vD: () => (/* binding */ imageOfRemote)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31623);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5231);





const pathOfDockerfile = ({ context, dockerfile }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, dockerfile);
const develops = /^(dev(el(op(ment)?)?)?|debug|test(s|ing)?|local)$/i;
function releasedBuild(service) {
    const { target, args = {} } = service ?? {};
    const words = target?.split(/[-_.]/) ?? [];
    if (words.some(each => develops.test(each) || /^(ci|build(er)?)$/i.test(each)))
        return { target: undefined, args: {} };
    return {
        target,
        args: Object.fromEntries(Object.entries(args).filter(([, value]) => !develops.test(value))),
    };
}
const aside = /(^|\/)(tests?|examples?|docs|\.devcontainer|\.github)\//;
function buildablesOf(repository, app) {
    const { services } = (0,_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeServices */ .d3)(repository);
    const found = new Map();
    const add = (context, dockerfile, name, service) => {
        const path = pathOfDockerfile({ context, dockerfile });
        const written = repository.paths.includes(path);
        const { target, args } = releasedBuild(written ? service : undefined);
        const key = JSON.stringify([path, target, Object.entries(args).sort()]);
        const known = found.get(key);
        const names = [...found.values()].filter(each => each !== known).map(each => each.name);
        const others = [name, (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(service?.name ?? ((0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(path) || name)), `${name}-${names.length + 1}`];
        const free = others.find(each => !names.includes(each)) ?? name;
        found.set(key, {
            name: free,
            context,
            dockerfile,
            target,
            args,
            ...known,
            written,
            services: [...(known?.services ?? []), ...(service === undefined ? [] : [service])],
        });
    };
    for (const service of services.toSorted((a, b) => Number(b.ports.length > 0) - Number(a.ports.length > 0)))
        add(service.context, service.dockerfile, service.context === '.' ? app : (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(service.name), service);
    const known = [...found.values()].map(pathOfDockerfile);
    const dockerfiles = repository.paths.filter(path => /(^|\/)Dockerfile$/.test(path) && !aside.test(path) && !known.includes(path));
    for (const path of dockerfiles.sort((a, b) => a.split('/').length - b.split('/').length)) {
        const folder = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(path);
        const shared = /^(docker|build|deploy|\.docker)$/.test(folder);
        if (folder === '' || shared)
            add('.', path, app);
        else if (copiesFromRoot(repository, path))
            add('.', path, (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)));
        else
            add(folder, 'Dockerfile', (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)));
    }
    if (found.size === 0)
        add('.', 'Dockerfile', app);
    return [...found.values()];
}
function buildNotes({ name, written, services, target, args }) {
    const told = written ? services : [];
    const leftArgs = told.flatMap(each => Object.keys(each.args)).filter(each => !Object.hasOwn(args, each));
    const taken = buildWords((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)([target]), Object.keys(args));
    const left = buildWords((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(told.map(each => each.target)).filter(each => each !== target), leftArgs);
    const untold = [...new Set(told.flatMap(each => each.untold))];
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)([
        taken !== '' &&
            `the image ${name} is built with ${taken}, as in the compose file: remove from slipway.yml what is only for development`,
        left !== '' &&
            `the image ${name} is built without ${left} of the compose file, because that is often only for development: add to slipway.yml what a release needs`,
        told.some(each => each.targetVaries) &&
            `a variable of the compose file names the target of the image ${name}, so the last stage of its Dockerfile is built: add \`target\` to slipway.yml if a release needs another`,
        untold.length > 0 &&
            `${untold.join(', ')} in the build of ${name} ${untold.length === 1 ? 'is' : 'are'} not copied from the compose file, because of variables or values that may be secret: add \`args\` or \`secrets\` to the image in slipway.yml`,
    ]);
}
const buildWords = (targets, args) => [
    ...[...new Set(targets)].map(each => `target ${each}`),
    ...[...new Set(args)].map(each => `argument ${each}`),
].join(', ');
function copiesFromRoot({ paths, texts }, dockerfile) {
    const sources = (texts.get(dockerfile) ?? '')
        .split('\n')
        .filter(line => /^\s*(?:COPY|ADD)\s/i.test(line) && !line.includes('--from='))
        .flatMap(line => line.trim().split(/\s+/).slice(1, -1))
        .filter(word => !word.startsWith('--'))
        .map(each => each.replace(/^\.?\/|\/$/g, ''))
        .filter(each => /^[\w./-]+$/.test(each) && each !== '.');
    const isThere = (path) => paths.some(each => each === path || each.startsWith(`${path}/`));
    return (sources.some(each => !isThere(`${(0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(dockerfile)}/${each}`)) && sources.every(each => isThere(each)));
}
const registries = new Map(Object.entries({ 'github.com': 'ghcr.io', 'gitlab.com': 'registry.gitlab.com' }));
function imageOfRemote(found) {
    const { host = '', owner, name } = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.remoteOf)(found.remote) ?? {};
    const registry = registries.get(host);
    const suffix = found.prefix === '' ? '' : `-${(0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(found.name)}`;
    return registry && `${registry}/${owner}/${name}${suffix}`.toLowerCase();
}
function imageRepositoryOf(input, found) {
    if (input !== '')
        return { repository: input, why: 'From the input `image`.' };
    const repository = imageOfRemote(found);
    if (repository !== undefined)
        return { repository, why: 'From the git remote origin.' };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the repository of the image is unknown: ${found.remote === undefined ? 'git has no remote `origin`' : 'the git remote `origin` is neither on GitHub nor on GitLab'}`, 'name it, such as --image ghcr.io/acme/shop');
}


/***/ }),

/***/ 18072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   configOption: () => (/* binding */ configOption),
/* harmony export */   d_: () => (/* binding */ scalar)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77119);


const scalar = (text) => /[,[\]{}\n]/.test(text) ? JSON.stringify(text) : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(text, { lineWidth: 0 }).trim();
const wordsOf = (line) => [...line.matchAll(/(?:[^\s"'\\]|\\.|"(?:\\.|[^"\\])*"|'[^']*')+/gs)].map(([word]) => word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) => double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? ''));
const assignments = /^(?:\w+=(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])*\s+)*/;
function commandOf(line) {
    const command = line.trim();
    const assigned = assignments.exec(command)?.[0] ?? '';
    if (assigned === '' && !/[$&|;<>"'`*?~#(){}[\]\\\n]/.test(command))
        return JSON.stringify(command.split(/\s+/));
    const bare = command.replace(/"(?:\\.|[^"\\])*"|'[^']*'|\\.|\$\{[^}]*\}|\d?[<>]&/gs, '');
    const single = !/[&|;(){}`\n]/.test(bare) && !/^(exec|if|for|while|until|case|!)(\s|$)/.test(bare);
    return JSON.stringify(['sh', '-c', single ? `${assigned}exec ${command.slice(assigned.length)}` : command]);
}
const configOption = (path) => path === 'slipway.yml' ? '' : ` --config ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(path)}`;


/***/ }),

/***/ 57825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ languageSetupFor),
/* harmony export */   _: () => (/* binding */ withLanguageSetup)
/* harmony export */ });
/* harmony import */ var _workflows_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53912);

const path = '.github/slipway/setup/action.yml';
const paths = [path, path.replace(/yml$/, 'yaml')];
function languageSetupFor(repository, tests, isCalled) {
    const none = { files: new Map(), isUsed: false };
    const isShared = repository.prefix !== '' || repository.paths.some(each => each.endsWith('/slipway.yml'));
    if (isShared)
        return none;
    if (repository.paths.some(each => paths.includes(each)))
        return { ...none, isUsed: true };
    const newestFirst = tests
        .flatMap(({ language }) => language ?? [])
        .sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
    const languages = [...Map.groupBy(newestFirst, ({ name }) => name).values()].flatMap(all => all[0] ?? []);
    return languages.length === 0 || isCalled
        ? none
        : { files: new Map([[path, actionFor(languages)]]), isUsed: true };
}
function actionFor(languages) {
    const [start = '', ...steps] = _workflows_json__WEBPACK_IMPORTED_MODULE_0__/* ["setup/action"] */ .te.split(/(?=^ {4}- name: )/m);
    const head = start.replace(/^(#.*\n)+/, '# Written by slipway init. The workflows of Slipway run it before the tests and before the build, without secrets.\n');
    const chosen = languages.flatMap(({ name, version }) => steps
        .filter(step => step.startsWith(`    - name: Set up ${name}\n`))
        .map(step => step.replace(/-version: "[^"]+"/, `-version: "${version}"`)));
    return head + chosen.join('');
}
function withLanguageSetup(workflow) {
    const [checkout = ''] = /actions\/checkout@\S+ # \S+/.exec(_workflows_json__WEBPACK_IMPORTED_MODULE_0__/* .monorepo */ .aF) ?? [];
    return workflow.replace(/^ {4}steps:\n/m, `$&      # The action is in this repository, so it needs a checkout.
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ./.github/slipway/setup
`);
}


/***/ }),

/***/ 49755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ publishes),
/* harmony export */   FE: () => (/* binding */ gitOpsSecret),
/* harmony export */   GO: () => (/* binding */ onBranch),
/* harmony export */   IL: () => (/* binding */ freeName),
/* harmony export */   Jf: () => (/* binding */ wrapperIn),
/* harmony export */   Xj: () => (/* binding */ loginIn),
/* harmony export */   a9: () => (/* binding */ withSecrets),
/* harmony export */   c9: () => (/* binding */ upFrom),
/* harmony export */   dn: () => (/* binding */ expression),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   g3: () => (/* binding */ commitsOf),
/* harmony export */   lN: () => (/* binding */ noCommit),
/* harmony export */   ot: () => (/* binding */ wrappersFor),
/* harmony export */   wH: () => (/* binding */ withInputs),
/* harmony export */   wp: () => (/* binding */ wrapperProblems),
/* harmony export */   z6: () => (/* binding */ loginTo)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18072);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);
/* harmony import */ var _setup_action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57825);
/* harmony import */ var _workflows_json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53912);





const noCommit = '0'.repeat(40);
const releases = /\/slipway(\/\.github\/workflows\/(pipeline|deploy)\.yml|\/actions\/(release|deploy))?@(\S+)/;
const publishes = /\/slipway(\/\.github\/workflows\/(?:build|pipeline)\.yml|\/actions\/release)?@(\S+)/;
const wrappers = [
    {
        file: 'release.yml',
        text: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* ["one-step"] */ .K8,
        shared: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* .monorepo */ .aF,
        uses: releases,
    },
    {
        file: 'pull-request.yml',
        text: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* ["pull-request"] */ .OB,
        shared: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* ["monorepo-pull-request"] */ .aX,
        uses: /\/slipway(\/\.github\/workflows\/check\.yml)@(\S+)/,
    },
    {
        file: 'rollback.yml',
        text: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* .rollback */ .dU,
        shared: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* .rollback */ .dU,
        uses: /\/slipway(\/\.github\/workflows\/rollback\.yml)@(\S+)/,
    },
    {
        file: 'status.yml',
        text: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* .status */ .h5,
        shared: _workflows_json__WEBPACK_IMPORTED_MODULE_4__/* .status */ .h5,
        uses: /\/slipway(\/\.github\/workflows\/status\.yml)@(\S+)/,
    },
];
function wrappersFor(repository, { image, environment, commits, isSetUp, code }) {
    const { prefix, branch, texts } = repository;
    const isShared = prefix !== '';
    const up = upFrom(prefix);
    const files = new Map();
    const kept = [];
    let needsToken = false;
    for (const { file, text, shared, uses } of wrappers) {
        const existing = wrapperIn(repository, uses);
        if (existing !== undefined) {
            kept.push(existing[0]);
            continue;
        }
        const adapted = pinned(onBranch(isShared ? shared : text, branch), code)
            .replace(/^# Copy to \S+?\.yml( [^.]*)?\. /, '# Written by slipway init. ')
            .replace(/(environment: )?production/g, (_, key) => key === undefined ? environment : `${key}${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .scalar */ .d_)(environment)}`)
            .replace('contents: read # checkout', commits === 'job' && file === 'release.yml' && !isShared
            ? 'contents: write # checkout, and the commit of a release'
            : '$&');
        const isStep = file === 'release.yml' && !isShared;
        const login = file === 'pull-request.yml' || image === ''
            ? { inputs: [], secrets: [] }
            : loginTo((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image).registry, isStep, file === 'release.yml' && isShared);
        const asksForConfig = isShared && ['rollback.yml', 'status.yml'].includes(file);
        const isBeside = isShared && wrapperIn({ texts, prefix: '' }, uses) !== undefined;
        const chosen = asksForConfig
            ? adapted.replace(/^( {2}workflow_dispatch:\n)(?: {4}inputs:\n)?/m, `$1${configInput}`)
            : isBeside
                ? adapted.replace(/(uses: \S+\/changed@.*\n)( {8}with:\n)?/, `$1        with:\n${onlyFolders}`)
                : adapted;
        const isToken = commits !== undefined && file !== 'pull-request.yml' && !(isStep && commits === 'job');
        needsToken ||= isToken;
        const token = isToken ? [`gitops-token: ${expression(`secrets.${gitOpsSecret}`)}`] : [];
        const inputs = [
            ...(asksForConfig ? [`config: ${expression('inputs.config')}`] : []),
            ...login.inputs,
            ...(isStep ? token : []),
        ];
        files.set(`${up}.github/workflows/${freeName(texts, file)}`, withSecrets(withInputs(isStep && isSetUp ? (0,_setup_action_js__WEBPACK_IMPORTED_MODULE_3__/* .withLanguageSetup */ ._)(chosen) : chosen, inputs), [
            ...login.secrets,
            ...(isStep ? [] : token),
        ]));
    }
    return { files, kept, needsToken };
}
const upFrom = (prefix) => '../'.repeat(prefix.split('/').length - 1);
const freeName = (texts, file) => [file, `slipway-${file}`].find(each => !texts.has(`.github/workflows/${each}`)) ?? `slipway-${file}`;
const pinned = (text, { version, commit = noCommit }) => text.replace(/@0{40} # v\S+/g, () => `@${commit} # v${version}`);
const onBranch = (text, branch) => text.replace('branches: [main]', () => `branches: [${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .scalar */ .d_)(branch.replace(/[+!\]]/g, '\\$&'))}]`);
const gitOpsSecret = 'GITOPS_TOKEN';
const commitsOf = ({ repository, by }, remote) => by === 'push' && (repository === undefined || (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__.isSameRemote)(repository, remote)) ? 'job' : 'token';
const configInput = [
    '    inputs:',
    '      config:',
    '        description: Path of the slipway.yml of the application',
    '        type: string',
    '        required: true',
    '',
].join('\n');
const onlyFolders = "          configs: '*/**/slipway.yml'\n";
const expression = (text) => `\${{ ${text} }}`;
function loginTo(registry, isStep, scans) {
    if (registry === 'ghcr.io')
        return { inputs: [], secrets: [] };
    if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfCloud */ .vX)(registry)) {
        const where = isStep ? 'in an earlier step' : 'in .github/slipway/login/action.yml';
        return {
            inputs: [
                `# Log in to ${registry} ${where}, with the login of your cloud: docs/clouds.md.`,
                "registry: ''",
            ],
            secrets: [],
        };
    }
    const password = [`registry-password: ${expression('secrets.REGISTRY_PASSWORD')}`];
    const reads = scans
        ? [
            '# The job scan needs an account that only reads: REGISTRY_READ_USERNAME and REGISTRY_READ_PASSWORD.',
            `registry-read-username: ${expression('vars.REGISTRY_READ_USERNAME')}`,
        ]
        : [];
    return {
        inputs: [
            `# A login is needed: the account of ${registry} in the variable REGISTRY_USERNAME, its token in the secret REGISTRY_PASSWORD.`,
            `registry: ${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .scalar */ .d_)(registry)}`,
            `registry-username: ${expression('vars.REGISTRY_USERNAME')}`,
            ...reads,
            ...(isStep ? password : []),
        ],
        secrets: isStep
            ? []
            : [
                ...password,
                ...(scans ? [`registry-read-password: ${expression('secrets.REGISTRY_READ_PASSWORD')}`] : []),
            ],
    };
}
function withInputs(text, inputs) {
    if (inputs.length === 0)
        return text;
    const lines = (indent) => inputs.map(each => `${indent}  ${each}`).join('\n');
    const last = [...text.matchAll(/^( +)with:$/gm)].at(-1);
    if (last === undefined)
        return `${text.trimEnd()}\n    with:\n${lines('    ')}\n`;
    const end = last.index + last[0].length;
    return `${text.slice(0, end)}\n${lines(last[1] ?? '')}${text.slice(end)}`;
}
const withSecrets = (text, secrets) => secrets.length === 0
    ? text
    : `${text.trimEnd()}\n    secrets:\n${secrets.map(each => `      ${each}\n`).join('')}`;
const wrapperIn = ({ texts, prefix }, uses) => [...texts].find(([path, text]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
    (prefix === '' || text.includes(`${prefix}slipway.yml`) || /(matrix\.app|inputs)\.config/.test(text)) &&
    uses.test(text));
const login = /kubeconfig|aks-set-context|get-(gke-)?credentials|uses: ['"]?\.\/(?!\.github\/slipway\/setup(?![\w-]))/i;
function loginIn(repository) {
    const [path, text] = wrapperIn(repository, releases) ?? [];
    if (path === undefined || text === undefined)
        return undefined;
    const connects = releases.exec(text)?.[2] !== undefined &&
        (repository.prefix !== '' || repository.paths.includes('.github/slipway/connect/action.yml'));
    return { path, found: connects || login.test(text) };
}
function wrapperProblems(repository, isReleased) {
    const needed = isReleased ? wrappers : [{ file: 'images.yml', uses: publishes }];
    const missing = [];
    const unpinned = [];
    for (const { file, uses } of needed) {
        const found = wrapperIn(repository, uses);
        const reference = found && uses.exec(found[1])?.at(-1);
        if (found === undefined)
            missing.push(file);
        else if (reference === noCommit || !/^[0-9a-f]{40}$/.test(reference ?? ''))
            unpinned.push(`${found[0]} (@${reference})`);
    }
    return { missing, unpinned, isAny: missing.length < needed.length };
}


/***/ }),

/***/ 53912:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"K8":"# Copy to .github/workflows/release.yml. Tests, builds, scans, pushes and releases every commit on the main branch, in one job.\\n# No secret gives access to the cluster. It trusts GitHub\'s OIDC tokens of this branch, through `cluster` in slipway.yml or a login to your\\n# cloud in an earlier step (docs/cluster.md).\\nname: Release\\n\\non:\\n  push:\\n    branches: [main]\\n\\npermissions: {}\\n\\n# Releases wait for each other. None is cancelled or dropped.\\nconcurrency:\\n  group: release\\n  cancel-in-progress: false\\n  queue: max\\n\\njobs:\\n  release:\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 120\\n    permissions:\\n      contents: read # checkout\\n      packages: write # images\\n      id-token: write # a cluster that trusts GitHub, or a cloud login\\n      deployments: write # the release on the page of the environment, if the job names none\\n    steps:\\n      # The commit of a Slipway release. The version in the comment lets Dependabot update both.\\n      - uses: slipway/slipway@0000000000000000000000000000000000000000 # v0.1.0\\n        with:\\n          environment: production\\n","OB":"# Copy to .github/workflows/pull-request.yml. Needs no secret, so pull requests from forks and Dependabot are checked too.\\n# One comment in the pull request says what it changes; for forks only the job summary has it.\\n# Require the check `check / outcome` in the rules of the branch.\\nname: Pull request\\n\\non:\\n  pull_request:\\n\\npermissions: {}\\n\\n# A new commit cancels the check of the previous one. Never do this with a rollout.\\nconcurrency:\\n  group: pull-request-${{ github.ref }}\\n  cancel-in-progress: true\\n\\njobs:\\n  check:\\n    permissions:\\n      contents: read # checkout\\n      pull-requests: write # the comment\\n    uses: slipway/slipway/.github/workflows/check.yml@0000000000000000000000000000000000000000 # v0.1.0\\n","dU":"# Copy to .github/workflows/rollback.yml. Run it by hand: Actions → Rollback → Run workflow.\\nname: Rollback\\n\\non:\\n  workflow_dispatch:\\n    inputs:\\n      operation:\\n        description: What to do\\n        type: choice\\n        options: [rollback, to-release, resume, approve]\\n        default: rollback\\n      release:\\n        description: Number of the release. Required for to-release. With resume and approve, only that release is continued\\n        type: string\\n        default: \\"\\"\\n      force:\\n        description: Reason to roll back a release that is not reversible, or to restore an image without a valid signature\\n        type: string\\n        default: \\"\\"\\n\\npermissions: {}\\n\\n# Without `concurrency`: a rollback must not wait for the rollout that it ends.\\njobs:\\n  rollback:\\n    # Exactly the permissions in docs/workflows.md for rollback.yml.\\n    permissions:\\n      contents: read # checkout\\n      packages: write # digests of the images, and their proofs\\n      id-token: write # a cluster that trusts GitHub, or a cloud login\\n    uses: slipway/slipway/.github/workflows/rollback.yml@0000000000000000000000000000000000000000 # v0.1.0\\n    with:\\n      environment: production\\n      operation: ${{ inputs.operation }}\\n      # Resuming a rollout needs an approval; a rollback must not wait for one.\\n      github-environment: ${{ contains(fromJSON(\'[\\"resume\\", \\"approve\\"]\'), inputs.operation) && \'production\' || \'\' }}\\n      release: ${{ inputs.release }}\\n      force: ${{ inputs.force }}\\n","h5":"# Copy to .github/workflows/status.yml. Run it by hand: Actions → Status → Run workflow. It says which release is live, and verifies it.\\nname: Status\\n\\non:\\n  workflow_dispatch:\\n\\npermissions: {}\\n\\njobs:\\n  status:\\n    # Exactly the permissions in docs/workflows.md for status.yml.\\n    permissions:\\n      contents: read # checkout\\n      packages: write # digests of the images, and their proofs\\n      id-token: write # a cluster that trusts GitHub, or a cloud login\\n    uses: slipway/slipway/.github/workflows/status.yml@0000000000000000000000000000000000000000 # v0.1.0\\n    with:\\n      environment: production\\n","aF":"# Copy to .github/workflows/push.yml of a repository with several applications. A push tests, builds and releases only the applications that\\n# it changes. Each has its own slipway.yml (docs/monorepo.md).\\nname: Push\\n\\non:\\n  push:\\n    branches: [main]\\n  # By hand: every application.\\n  workflow_dispatch:\\n\\npermissions: {}\\n\\njobs:\\n  changed:\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 10\\n    permissions:\\n      contents: read # checkout\\n      actions: read # the last successful run of this workflow\\n    outputs:\\n      apps: ${{ steps.changed.outputs.apps }}\\n    steps:\\n      - name: Check out\\n        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\\n        with:\\n          fetch-depth: 0\\n          persist-credentials: false\\n      - name: List the changed applications\\n        id: changed\\n        uses: slipway/slipway/actions/changed@0000000000000000000000000000000000000000 # v0.1.0\\n        with:\\n          actions-token: ${{ github.token }}\\n\\n  pipeline:\\n    needs: changed\\n    if: needs.changed.outputs.apps != \'[]\'\\n    name: ${{ matrix.app.app }}\\n    strategy:\\n      # One bad application does not stop the others.\\n      fail-fast: false\\n      matrix:\\n        app: ${{ fromJSON(needs.changed.outputs.apps) }}\\n    # Exactly the permissions in docs/workflows.md for pipeline.yml: with fewer, GitHub refuses to start.\\n    permissions:\\n      contents: read # checkout\\n      packages: write # images\\n      id-token: write # a cluster that trusts GitHub, or a cloud login\\n    uses: slipway/slipway/.github/workflows/pipeline.yml@0000000000000000000000000000000000000000 # v0.1.0\\n    with:\\n      config: ${{ matrix.app.config }}\\n      environment: production\\n","aX":"# Copy to .github/workflows/pull-request.yml of a repository with several applications. Checks only those that a pull request changes.\\n# Needs no secret. Each application has its own slipway.yml (docs/monorepo.md), and its own comment in the pull request.\\n# Require the check `outcome` in the rules of the branch.\\nname: Pull request\\n\\non:\\n  pull_request:\\n\\npermissions: {}\\n\\n# A new commit cancels the check of the previous one. Never do this with a rollout.\\nconcurrency:\\n  group: pull-request-${{ github.ref }}\\n  cancel-in-progress: true\\n\\njobs:\\n  changed:\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 10\\n    permissions:\\n      contents: read # checkout\\n    outputs:\\n      apps: ${{ steps.changed.outputs.apps }}\\n    steps:\\n      - name: Check out\\n        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\\n        with:\\n          fetch-depth: 0\\n          persist-credentials: false\\n      - name: List the changed applications\\n        id: changed\\n        uses: slipway/slipway/actions/changed@0000000000000000000000000000000000000000 # v0.1.0\\n\\n  check:\\n    needs: changed\\n    if: needs.changed.outputs.apps != \'[]\'\\n    name: ${{ matrix.app.app }}\\n    strategy:\\n      fail-fast: false\\n      matrix:\\n        app: ${{ fromJSON(needs.changed.outputs.apps) }}\\n    permissions:\\n      contents: read # checkout\\n      pull-requests: write # the comment\\n    uses: slipway/slipway/.github/workflows/check.yml@0000000000000000000000000000000000000000 # v0.1.0\\n    with:\\n      config: ${{ matrix.app.config }}\\n\\n  # The names of the other checks depend on what changes, so none of them can be required.\\n  outcome:\\n    needs: [changed, check]\\n    if: always()\\n    runs-on: ubuntu-latest\\n    timeout-minutes: 5\\n    permissions: {}\\n    steps:\\n      - name: Fail unless every check passed\\n        if: contains(needs.*.result, \'failure\') || contains(needs.*.result, \'cancelled\')\\n        run: exit 1\\n","zC":"# Copy to .github/workflows/images.yml of a repository that publishes images and releases none, because its configuration has no `environments`.\\n# Pull requests are built and scanned, and pushed nowhere. A push to the main branch or a tag pushes to `repository` and to each of `mirrors`.\\nname: Images\\n\\non:\\n  push:\\n    branches: [main]\\n    tags: [\\"v*\\"]\\n  pull_request:\\n\\npermissions: {}\\n\\n# A new commit of a pull request cancels the check of the previous one.\\nconcurrency:\\n  group: images-${{ github.ref }}\\n  cancel-in-progress: ${{ github.event_name == \'pull_request\' }}\\n\\njobs:\\n  check:\\n    if: github.event_name == \'pull_request\'\\n    # Exactly the permissions in docs/workflows.md for check.yml.\\n    permissions:\\n      contents: read # checkout\\n      pull-requests: write # the comment\\n    uses: slipway/slipway/.github/workflows/check.yml@0000000000000000000000000000000000000000 # v0.1.0\\n\\n  build:\\n    if: github.event_name == \'push\'\\n    # Exactly the permissions in docs/workflows.md for build.yml.\\n    permissions:\\n      contents: read # checkout\\n      packages: write # images\\n      id-token: write # keyless signatures, or a cloud login\\n    uses: slipway/slipway/.github/workflows/build.yml@0000000000000000000000000000000000000000 # v0.1.0\\n    secrets:\\n      # Anyone who may push a branch can read these secrets.\\n      registry-logins: |\\n        docker.io acme ${{ secrets.DOCKERHUB_TOKEN }}\\n        quay.io acme+robot ${{ secrets.QUAY_TOKEN }}\\n","te":"# Copy to .github/slipway/setup/action.yml and keep what your tests or builds need, such as a language or docker/setup-qemu-action. Slipway\'s\\n# workflows run it before the tests and before the build, without secrets. `slipway init` writes it for Node.js, Python, Go and Java.\\nname: Set up\\ndescription: Prepare the runner for the tests and the build.\\nruns:\\n  using: composite\\n  steps:\\n    - name: Set up Node.js\\n      uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0\\n      with:\\n        node-version: \\"24\\"\\n        package-manager-cache: false # Tests could change what later runs restore.\\n    - name: Set up Python\\n      uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0\\n      with:\\n        python-version: \\"3.13\\"\\n    - name: Set up Go\\n      uses: actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0\\n      with:\\n        go-version: \\"1.25\\"\\n        cache: false # Tests could change what later runs restore.\\n    - name: Set up Java\\n      uses: actions/setup-java@b6effb05e454b25005698d916606bdc6ffcbf961 # v5.7.0\\n      with:\\n        java-version: \\"21\\"\\n        distribution: temurin\\n"}');

/***/ })

};
