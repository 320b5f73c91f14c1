export const id = 3704;
export const ids = [3704];
export const modules = {

/***/ 37744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ commandsOf),
  H: () => (/* binding */ isShell)
});

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/shell.js
const deepest = 20;
function readShell(script, heredocs = []) {
    return new Reader(script, [...heredocs]).read();
}
class Reader {
    #text;
    #lineAt;
    #heredocs;
    #found = [];
    #pending = [];
    #at = 0;
    #depth = 0;
    #close = '';
    constructor({ text, lineAt }, heredocs) {
        this.#text = text;
        this.#lineAt = lineAt;
        this.#heredocs = heredocs;
    }
    read() {
        while (this.#at < this.#text.length)
            this.#list(undefined, '');
        return this.#found;
    }
    #list(inside, close) {
        this.#depth += 1;
        const outer = this.#close;
        this.#close = close;
        let draft = this.#draft(inside, undefined);
        const finish = (from) => {
            if (draft.words.length + draft.redirects.length + draft.input.length > 0)
                this.#found.push(draft);
            draft = this.#draft(inside, from);
        };
        while (this.#at < this.#text.length) {
            const rest = this.#text.slice(this.#at, this.#at + 3);
            const [first = ''] = rest;
            if (first === close) {
                this.#at += 1;
                break;
            }
            if (first === '\n') {
                this.#at += 1;
                finish(undefined);
                this.#bodies();
            }
            else if (/\s/.test(first))
                this.#at += 1;
            else if (rest.startsWith('\\\n'))
                this.#at += 2;
            else if (first === '#')
                this.#at = this.#lineEnd();
            else if (rest.startsWith('||') || rest.startsWith('&&')) {
                this.#at += 2;
                finish(undefined);
            }
            else if (first === '|') {
                this.#at += rest.startsWith('|&') ? 2 : 1;
                finish(draft.words.length > 0 ? draft : this.#found.at(-1));
            }
            else if (/^&>/.test(rest) || /^\d*[<>]/.test(this.#text.slice(this.#at, this.#at + 12))) {
                this.#redirect(draft);
            }
            else if (first === ';' || first === '&' || first === '(' || first === ')') {
                this.#at += 1;
                finish(undefined);
            }
            else {
                if (draft.words.length === 0)
                    draft.line = this.#lineAt(this.#at);
                draft.words.push(this.#word(draft));
            }
        }
        finish(undefined);
        this.#close = outer;
        this.#depth -= 1;
    }
    #draft(inside, from) {
        return { words: [], line: this.#lineAt(this.#at), from, redirects: [], input: [], inside };
    }
    #word(draft) {
        let word = '';
        while (this.#at < this.#text.length) {
            const char = this.#text[this.#at] ?? '';
            if (/[\s;&|<>()]/.test(char) || char === this.#close)
                break;
            if (char === '\\') {
                const next = this.#text[this.#at + 1] ?? '';
                word += next === '\n' ? '' : next;
                this.#at += 2;
            }
            else if (char === "'") {
                const end = this.#text.indexOf("'", this.#at + 1);
                const to = end < 0 ? this.#text.length : end;
                word += this.#text.slice(this.#at + 1, to);
                this.#at = to + 1;
            }
            else if (char === '"')
                word += this.#quoted(draft);
            else if (char === '$' || char === '`')
                word += this.#expansion(draft);
            else {
                word += char;
                this.#at += 1;
            }
        }
        return word;
    }
    #quoted(draft) {
        let word = '';
        this.#at += 1;
        while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
            const char = this.#text[this.#at] ?? '';
            const next = this.#text[this.#at + 1] ?? '';
            if (char === '\\' && '"\\$`\n'.includes(next)) {
                word += next === '\n' ? '' : next;
                this.#at += 2;
            }
            else if (char === '$' || char === '`')
                word += this.#expansion(draft);
            else {
                word += char;
                this.#at += 1;
            }
        }
        this.#at += 1;
        return word;
    }
    #expansion(draft) {
        const start = this.#at;
        if (this.#text.startsWith('${', start))
            this.#at = this.#after('}', start);
        else if (this.#text.startsWith('$((', start))
            this.#at = this.#after('))', start) + 1;
        else if (this.#text.startsWith('$(', start))
            this.#substitution(draft, 2, ')');
        else if (this.#text[start] === '`')
            this.#substitution(draft, 1, '`');
        else
            this.#at += 1;
        return this.#text.slice(start, this.#at);
    }
    #substitution(draft, opening, close) {
        this.#at += opening;
        if (this.#depth < deepest)
            this.#list(draft, close);
        else
            this.#at = this.#text.length;
    }
    #after(close, start) {
        const end = this.#text.indexOf(close, start);
        return end < 0 ? this.#text.length : end + 1;
    }
    #redirect(draft) {
        const [operator = '>'] = /^(&>>?|\d*(<<<|<<-?|<&|>&|>>|>\||<>|<\(|>\(|<|>))/.exec(this.#text.slice(this.#at, this.#at + 16)) ??
            [];
        const kind = operator.replace(/^\d+/, '');
        this.#at += operator.length;
        if (kind === '<(' || kind === '>(') {
            this.#substitution(draft, 0, ')');
            draft.words.push(`${kind}…)`);
            return;
        }
        this.#blanks();
        const quoted = /["'\\]/.test(this.#text[this.#at] ?? '');
        const target = this.#word(draft);
        if (kind !== '<<' && kind !== '<<-')
            draft.redirects.push({ operator: kind, target });
        else if (this.#heredocs.length > 0)
            draft.input.push(this.#heredocs.shift());
        else if (target !== '' || quoted)
            this.#pending.push({ draft, delimiter: target, indented: kind === '<<-' });
    }
    #blanks() {
        while (/[ \t]/.test(this.#text[this.#at] ?? ''))
            this.#at += 1;
    }
    #lineEnd() {
        const end = this.#text.indexOf('\n', this.#at);
        return end < 0 ? this.#text.length : end;
    }
    #bodies() {
        for (const { draft, delimiter, indented } of this.#pending.splice(0)) {
            const start = this.#at;
            let end = this.#text.length;
            while (this.#at < this.#text.length) {
                const to = this.#lineEnd();
                const line = this.#text.slice(this.#at, to);
                const here = this.#at;
                this.#at = Math.min(to + 1, this.#text.length);
                if ((indented ? line.replace(/^\t+/, '') : line) === delimiter) {
                    end = here;
                    break;
                }
                if (to === this.#text.length)
                    break;
            }
            const lineAt = this.#lineAt;
            draft.input.push({ text: this.#text.slice(start, end), lineAt: offset => lineAt(start + offset) });
        }
    }
}

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/commands.js

const shells = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];
const isShell = (program) => shells.includes(program);
const commands_deepest = 5;
function commandsOf(instruction, posix) {
    if (instruction.keyword !== 'RUN' || !posix)
        return [];
    const { json, line, heredocs } = instruction;
    if (json !== undefined)
        return commandsFrom([{ words: json, line, from: undefined, redirects: [], input: [], inside: undefined }], 0);
    const documents = heredocs.map(each => each.body);
    return commandsFrom(readShell(instruction.body, documents), 0);
}
function commandsFrom(simples, depth) {
    const made = new Map();
    const make = (simple) => {
        const known = made.get(simple);
        if (known !== undefined)
            return known;
        const command = commandOf(simple, simple.from && make(simple.from), simple.inside && make(simple.inside));
        made.set(simple, command);
        return command;
    };
    return simples.flatMap(simple => {
        const command = make(simple);
        const scripts = depth < commands_deepest ? scriptsOf(command) : [];
        return [command, ...scripts.flatMap(script => commandsFrom(readShell(script), depth + 1))];
    });
}
function scriptsOf({ program, args, line, input }) {
    if (program === 'eval')
        return [{ text: args.join(' '), lineAt: () => line }];
    if (program !== '' && !isShell(program))
        return [];
    const flag = args.findIndex(arg => /^-[a-z]*c$/.test(arg));
    const script = flag < 0 ? undefined : args[flag + 1];
    if (script !== undefined)
        return [{ text: script, lineAt: () => line }];
    return input.filter(({ text }) => !foreign(text));
}
const foreign = (script) => /^#!/.test(script) && !/^#!\S*(\/|\s)(sh|bash|ash|dash|zsh|ksh)\b/.test(script.split('\n', 1).join(''));
const reserved = 'if then elif else while until do ! { time exec command nohup builtin'.split(' ');
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
const wrappers = {
    sudo: /^-[ugCphrtT]$/,
    env: /^-[uCS]$/,
    nice: /^-n$/,
    timeout: /^-[ks]$/,
    gosu: /^$/,
    'su-exec': /^$/,
    xargs: /^-[aEILnPsd]$/,
    stdbuf: /^$/,
};
function commandOf(simple, from, inside) {
    const words = [...simple.words];
    const assignments = [];
    const wrapping = [];
    for (;;) {
        const [first] = words;
        if (first === undefined)
            break;
        if (assignment.test(first))
            assignments.push(words.shift() ?? '');
        else if (reserved.includes(first))
            words.shift();
        else {
            const name = nameOf(first);
            const valued = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
            if (valued === undefined)
                break;
            wrapping.push(name);
            words.shift();
            while (words[0]?.startsWith('-'))
                if (valued.test(words.shift() ?? ''))
                    words.shift();
            if (name === 'timeout' || name === 'gosu' || name === 'su-exec')
                words.shift();
        }
    }
    const [program = '', ...args] = words;
    return {
        program: nameOf(program),
        args,
        line: simple.line,
        assignments,
        wrappers: wrapping,
        redirects: simple.redirects,
        input: simple.input,
        from,
        inside,
    };
}
const nameOf = (word) => (/[$`]/.test(word) ? word : word.slice(word.lastIndexOf('/') + 1));


/***/ }),

/***/ 42886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JL: () => (/* binding */ isGit),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   VP: () => (/* binding */ isWholeContext),
/* harmony export */   mW: () => (/* binding */ copiedBy)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63166);

function copiedBy({ keyword, json, body, flags }, variables, escapeChar) {
    if (!/^(COPY|ADD)$/.test(keyword) || flags.some(({ name }) => name === 'from'))
        return undefined;
    const words = json ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(body.text, escapeChar).map(({ text }) => text);
    return words
        .slice(0, -1)
        .map(word => (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(word, variables) ?? word)
        .filter(word => !word.startsWith('<<'));
}
const isWholeContext = (source) => /^(\.\/?|\/|\*|\.\/\*)$/.test(source);
const isAddress = (source) => /^(https?|ftp):\/\//i.test(source);
const isGit = (source) => /^git@|^(git|ssh):\/\//.test(source) || /^https?:\/\/[^#?]+\.git(#.*)?(\?.*)?$/i.test(source);


/***/ }),

/***/ 10352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   ap: () => (/* binding */ stageNamed),
/* harmony export */   dR: () => (/* binding */ chainOf)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63166);

function stagesOf(file, given) {
    const first = file.instructions.findIndex(each => each.keyword === 'FROM');
    if (first < 0)
        return [];
    const globals = argumentsOf(file.instructions.slice(0, first), file, given);
    const stages = [];
    file.instructions.forEach((from, start) => {
        if (from.keyword !== 'FROM' || from.onbuild)
            return;
        const rest = file.instructions.slice(start + 1);
        const next = rest.findIndex(each => each.keyword === 'FROM' && !each.onbuild);
        const instructions = next < 0 ? rest : rest.slice(0, next);
        const [written, as, name] = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(from.body.text, file.escapeChar).map(({ text }) => text);
        const base = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(written ?? '', globals);
        const parent = stages.findLast(stage => stage.name !== undefined && stage.name === base?.toLowerCase());
        stages.push({
            index: stages.length,
            name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
            from,
            written: written ?? '',
            base,
            parent,
            instructions,
            variables: variablesOf(instructions, file, { given, globals }, parent?.variables ?? {}),
            posix: isPosix(instructions, base ?? '', parent, file),
        });
    });
    return stages;
}
function targetOf(stages, target) {
    if (target === undefined)
        return stages.at(-1);
    const named = stages.find(stage => stage.name === target.toLowerCase());
    return named ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
function chainOf(stage) {
    return stage === undefined ? [] : [...chainOf(stage.parent), stage];
}
function stageNamed(stages, name, before) {
    return stages
        .slice(0, before)
        .findLast(stage => stage.name === name.toLowerCase() || String(stage.index) === name);
}
function argumentsOf(instructions, file, given) {
    let known = { ...given };
    for (const each of instructions) {
        if (each.keyword !== 'ARG')
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            const set = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? (value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known));
            if (set !== undefined)
                known = { ...known, [name]: set };
        }
    }
    return known;
}
function variablesOf(instructions, file, { given, globals }, inherited) {
    const known = { ...inherited };
    const environment = new Set();
    for (const each of instructions) {
        if (each.onbuild || (each.keyword !== 'ARG' && each.keyword !== 'ENV'))
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            if (each.keyword === 'ARG' && environment.has(name))
                continue;
            const own = value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known);
            const set = each.keyword === 'ENV' ? own : ((0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? own ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(globals, name));
            if (each.keyword === 'ENV')
                environment.add(name);
            if (set === undefined)
                delete known[name];
            else
                known[name] = set;
        }
    }
    return known;
}
const windowsShells = /(^|[\\/])(powershell|pwsh|cmd)(\.exe)?$/i;
function isPosix(instructions, base, parent, file) {
    const shell = instructions.findLast(each => each.keyword === 'SHELL' && !each.onbuild)?.json?.[0];
    if (shell !== undefined)
        return !windowsShells.test(shell);
    if (parent !== undefined)
        return parent.posix;
    return file.escapeChar === '\\' && !/\/windows(\/|servercore|:|$)|nanoserver|servercore/.test(base);
}


/***/ }),

/***/ 63166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   xm: () => (/* binding */ valueIn),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
function pairsOf({ keyword, body }, escapeChar) {
    const words = splitWords(body.text, escapeChar);
    const [first] = words;
    if (first === undefined)
        return [];
    const lineOf = (word) => body.lineAt(word.offset);
    if (keyword !== 'ARG' && !first.text.includes('=')) {
        const from = body.text.indexOf(first.text, first.offset) + first.text.length;
        return [{ name: first.text, value: body.text.slice(from).trim(), line: lineOf(first) }];
    }
    return words.map(word => {
        const equals = word.text.indexOf('=');
        return equals < 0
            ? { name: word.text, value: undefined, line: lineOf(word) }
            : { name: word.text.slice(0, equals), value: word.text.slice(equals + 1), line: lineOf(word) };
    });
}
function splitWords(text, escapeChar) {
    const words = [];
    let at = 0;
    while (at < text.length) {
        if (/\s/.test(text[at] ?? '')) {
            at += 1;
            continue;
        }
        const offset = at;
        let word = '';
        let quote = '';
        for (; at < text.length; at++) {
            const char = text[at] ?? '';
            if (quote === '' && /\s/.test(char))
                break;
            if (char === quote)
                quote = '';
            else if (quote === '' && (char === '"' || char === "'"))
                quote = char;
            else if (char === escapeChar && quote !== "'" && at + 1 < text.length) {
                at += 1;
                word += text[at];
            }
            else
                word += char;
        }
        words.push({ text: word, offset });
    }
    return words;
}
const valueIn = (variables, name) => Object.hasOwn(variables, name) ? variables[name] : undefined;
function expand(text, variables) {
    let known = true;
    const expanded = text.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\}|(\{))/g, (_, plain, braced, operator, word = '') => {
        const name = plain ?? braced;
        if (name === undefined) {
            known = false;
            return '';
        }
        const value = valueIn(variables, name);
        const missing = value === undefined || (operator?.startsWith(':') === true && value === '');
        if (operator?.endsWith('+'))
            return missing ? '' : (expand(word, variables) ?? '');
        if (!missing)
            return value;
        if (operator?.endsWith('-')) {
            const usual = expand(word, variables);
            if (usual !== undefined)
                return usual;
        }
        known = false;
        return '';
    });
    return known ? expanded : undefined;
}
function platformVariables(target, build) {
    const of = (prefix, platform) => {
        const [os = '', architecture = '', variant = ''] = platform.split('/');
        return {
            [`${prefix}PLATFORM`]: platform,
            [`${prefix}OS`]: os,
            [`${prefix}ARCH`]: architecture,
            [`${prefix}VARIANT`]: variant,
        };
    };
    return { ...of('TARGET', target), ...of('BUILD', build) };
}


/***/ }),

/***/ 11441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ harmlessValue),
/* harmony export */   W: () => (/* binding */ secretRules)
/* harmony export */ });
/* harmony import */ var _toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20660);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63166);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33817);



function instructionsIn({ file, stages, }) {
    return file.instructions.map(instruction => ({
        instruction,
        stage: stages.findLast(each => each.from.line <= instruction.line),
    }));
}
const harmlessValue = (value) => value !== undefined && /^(|true|false|yes|no|none|null|\d|\/run\/secrets\/.*)$/i.test(value);
const secretName = {
    name: 'secret-name',
    title: 'No secret in ARG and ENV',
    finds: '`ARG` and `ENV` with a name such as `NPM_TOKEN`, `DB_PASSWORD` or `API_KEY`. The image or its history shows the value, even if a later line unsets it.',
    remedy: 'provide it to the RUN that needs it with --mount=type=secret, and to the running program through the cluster',
    bad: 'FROM node:24 AS build\nARG NPM_TOKEN\nRUN npm ci',
    good: 'FROM node:24 AS build\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci',
    find: subject => instructionsIn(subject).flatMap(({ instruction, stage }) => {
        const { keyword } = instruction;
        if (keyword !== 'ARG' && keyword !== 'ENV')
            return [];
        return (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .pairsOf */ .fq)(instruction, subject.file.escapeChar)
            .filter(({ name, value }) => (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecretVariable */ .Tw)(name) && !(harmlessValue(value) && (keyword === 'ENV' || value !== '')))
            .map(({ name, line }) => ({
            line,
            stage,
            message: `${keyword} ${name} can be read by anyone with the image`,
        }));
    }),
};
const secretValue = {
    name: 'secret-value',
    title: 'No hard-coded secret',
    finds: 'A token with a known format (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others), a JSON Web Token, a private key, or a password in a URL, anywhere in the Dockerfile or in `args` of slipway.yml. It is already in the history of the repository.',
    remedy: 'revoke it, and provide the new one to the build with --mount=type=secret',
    bad: 'FROM node:24 AS build\nRUN git clone https://bot:hunter2-really@example.com/tool.git',
    good: 'FROM node:24 AS build\nRUN --mount=type=ssh git clone git@example.com:tool.git',
    find: subject => [
        ...instructionsIn(subject).flatMap(({ instruction, stage }) => [instruction.body, ...instruction.heredocs.map(each => each.body)].flatMap(({ text, lineAt }) => {
            const found = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findToken */ .fm)(text, true);
            if (found !== undefined)
                return [{ line: lineAt(found.offset), stage, message: `it contains ${found.what}` }];
            const key = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsPrivateKey */ .jc)(text) ? text.indexOf('-----BEGIN') : -1;
            return key < 0 ? [] : [{ line: lineAt(key), stage, message: 'it contains a private key' }];
        })),
        ...secretArguments(subject),
    ],
};
function secretArguments(subject) {
    return instructionsIn(subject).flatMap(({ instruction, stage }) => {
        if (instruction.keyword !== 'ARG')
            return [];
        return (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .pairsOf */ .fq)(instruction, subject.file.escapeChar).flatMap(({ name, line }) => {
            const found = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findToken */ .fm)((0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .valueIn */ .xm)(subject.args, name) ?? '', true);
            if (found === undefined)
                return [];
            return [{ line, stage, message: `slipway.yml sets ${name} to ${found.what}` }];
        });
    });
}
const secretFiles = /(^|\/)(\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|\.git-credentials|\.pgpass|\.my\.cnf|\.htpasswd|\.dockercfg|\.docker|\.docker\/config\.json|\.aws(\/credentials)?|\.ssh(\/.*)?|\.gnupg|\.kube(\/config)?|([\w.-]+\.)?kubeconfig(\.(ya?ml|json))?|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(ppk|p12|pfx|jks|keystore|tfstate)|(?=[\w.-]*(private|server|tls|client|ca))[\w.-]*\.key|credentials\.json|service[-_]?account[\w.-]*\.json)$/i;
const secretFile = {
    name: 'secret-file',
    title: 'No secret files',
    finds: 'A `COPY` or `ADD` of a file for secrets: `.env`, `.npmrc`, `.netrc`, SSH and TLS keys, key stores, credentials of clouds and clusters.',
    remedy: 'mount it for the RUN that needs it with --mount=type=secret, and list it in .dockerignore',
    bad: 'FROM node:24 AS build\nCOPY package.json .npmrc ./',
    good: 'FROM node:24 AS build\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
    find: subject => (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .copiesIn */ .Jp)(subject).flatMap(({ instruction: { line }, stage, sources }) => sources
        .filter(source => secretFiles.test(source.replace(/\/+$/, '')))
        .map(source => ({ line, stage, message: `${source} is a file for secrets` }))),
};
const secretRules = [secretName, secretValue, secretFile];


/***/ }),

/***/ 33817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GO: () => (/* binding */ commandsIn),
  Jp: () => (/* binding */ copiesIn),
  yb: () => (/* binding */ foundAt),
  g1: () => (/* binding */ lastOf),
  et: () => (/* binding */ subjectOf)
});

// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/commands.js + 1 modules
var commands = __webpack_require__(37744);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/copies.js
var copies = __webpack_require__(42886);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(10352);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(63166);
;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/references.js


function imageUses(stages, ours) {
    return stages.flatMap(stage => {
        const { from, written, base, parent, instructions, variables } = stage;
        const uses = [];
        const add = (use) => {
            if (use.image !== undefined && (use.image === 'scratch' || ours.includes(use.image)))
                return;
            uses.push({ ...use, stage });
        };
        if (parent === undefined)
            add({ line: from.line, how: 'FROM', written, image: base });
        for (const { keyword, flags, line } of instructions) {
            const names = keyword === 'COPY'
                ? flags.filter(({ name }) => name === 'from').map(({ value }) => unquoted(value))
                : keyword === 'RUN'
                    ? flags.filter(({ name }) => name === 'mount').flatMap(({ value }) => fromOfMount(value))
                    : [];
            for (const name of names) {
                const image = (0,dockerfile_variables/* expand */.fT)(name, variables);
                if (image !== undefined && (0,dockerfile_stages/* stageNamed */.ap)(stages, image, stage.index) !== undefined)
                    continue;
                add({ line, how: keyword === 'COPY' ? 'COPY --from' : 'RUN --mount', written: name, image });
            }
        }
        return uses;
    });
}
const fromOfMount = (value) => unquoted(value)
    .split(',')
    .flatMap(field => /^\s*from=(.*)$/i.exec(field)?.[1] ?? []);
const unquoted = (text) => text.replace(/["'\\]/g, '');

;// CONCATENATED MODULE: ./.build/js/src/policy/subject.js





const usualPlatform = 'linux/amd64';
function subjectOf(file, facts) {
    const [platform = usualPlatform] = facts.platforms;
    const stages = (0,dockerfile_stages/* stagesOf */.ZL)(file, { ...(0,dockerfile_variables/* platformVariables */.d3)(platform, usualPlatform), ...facts.args });
    const last = (0,dockerfile_stages/* targetOf */.$r)(stages, facts.target);
    const chain = (0,dockerfile_stages/* chainOf */.dR)(last);
    const runs = stages.flatMap(stage => stage.instructions
        .filter(({ keyword }) => keyword === 'RUN')
        .map(instruction => ({
        instruction,
        stage,
        final: chain.includes(stage),
        commands: (0,commands/* commandsOf */.K)(instruction, stage.posix),
    })));
    return { ...facts, file, stages, chain, last, runs, uses: imageUses(stages, facts.ours) };
}
const copiesIn = ({ stages, file }) => stages.flatMap(stage => stage.instructions.flatMap(instruction => {
    const sources = (0,copies/* copiedBy */.mW)(instruction, stage.variables, file.escapeChar);
    return sources === undefined ? [] : [{ stage, instruction, sources }];
}));
const lastOf = ({ chain }, keyword) => chain.toReversed().flatMap(stage => {
    const found = stage.instructions.findLast(each => each.keyword === keyword && !each.onbuild);
    return found === undefined ? [] : [{ instruction: found, stage }];
})[0];
const foundAt = (run, { line }, message) => ({
    line,
    stage: run.stage,
    message,
});
function commandsIn({ runs }) {
    return runs.flatMap(run => run.commands.map(command => ({ run, command })));
}


/***/ }),

/***/ 5848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
const matchesWildcard = (pattern, text) => new RegExp(`^${pattern
    .split('*')
    .map(part => RegExp.escape(part))
    .join('.*')}$`, 's').test(text);


/***/ })

};
