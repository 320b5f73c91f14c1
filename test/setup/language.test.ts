import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeServices } from '../../src/setup/compose.ts';
import { healthPathOf, stackOf } from '../../src/setup/language.ts';
import { commandOf } from '../../src/setup/stack.ts';

const project = (texts: Record<string, string>) => ({
  name: 'shop',
  paths: Object.keys(texts),
  texts: new Map(Object.entries(texts)),
});
const stack = (texts: Record<string, string>) => stackOf(project(texts));

describe('the language', () => {
  it('is the one of the server, where a front end lies beside it', () => {
    expect(stack({ 'package.json': '{}', 'go.mod': 'module shop' })?.dockerfile).toContain('FROM golang:');
    expect(stack({ 'package.json': '{}', Gemfile: '' })?.dockerfile).toContain('FROM ruby:');
    expect(stack({ 'README.md': '' })).toBeUndefined();
  });

  it('has the version that the project names', () => {
    expect(stack({ 'package.json': '{"engines":{"node":">=22.1"}}' })?.dockerfile).toContain('FROM node:22-');
    expect(stack({ 'go.mod': 'module shop\n\ngo 1.26.1\n' })?.dockerfile).toContain('FROM golang:1.26 ');
    expect(stack({ 'go.mod': 'module shop\n\ngo 1.15\n' })?.dockerfile).toContain('FROM golang:1.25 ');
    expect(stack({ 'requirements.txt': '', '.python-version': '3.12.4' })?.dockerfile).toContain(
      'python:3.12-',
    );
    expect(stack({ 'build.gradle': 'jvmToolchain(17)' })?.dockerfile).toContain('temurin:17-jre');
  });

  it('starts as a Procfile, a script or the framework says', () => {
    const last = (texts: Record<string, string>) => stack(texts)?.dockerfile.split('\n').at(-1);
    const lock = { 'requirements.txt': 'gunicorn==23' };
    expect(last({ ...lock, Procfile: 'web: gunicorn shop:app --bind :$PORT\n' })).toBe(
      'CMD ["sh","-c","exec gunicorn shop:app --bind :$PORT"]',
    );
    expect(last({ ...lock, 'shop/web.py': 'app = Flask(__name__)\n' })).toBe(
      'CMD ["gunicorn","shop.web:app","--bind","0.0.0.0:8000"]',
    );
    expect(last({ 'package.json': '{"scripts":{"start":"nest start","start:prod":"node dist/main"}}' })).toBe(
      'CMD ["node","dist/main"]',
    );
    expect(last({ 'package.json': '{"scripts":{"start":"next start"}}' })).toBe(
      'CMD ["node_modules/.bin/next","start"]',
    );
  });

  it('says what must run before the first build', () => {
    expect(stack({ 'package.json': '{"dependencies":{}}' })?.first).toEqual([
      'npm install --package-lock-only',
    ]);
    expect(stack({ 'package.json': '{}' })?.first).toEqual([]);
    expect(stack({ 'Cargo.toml': '' })?.first).toEqual(['cargo generate-lockfile']);
  });
});

describe('the path of a health check', () => {
  const path = (text: string, file = 'main.go') => healthPathOf(project({ [file]: text }));

  it('is that of readiness before others', () => {
    expect(path('get("/livez")\nget("/healthz")\nget("/readyz")')).toBe('/readyz');
    expect(path("app.get('/api/v1/health/')")).toBe('/api/v1/health/');
    expect(path('get "up" => "rails/health#show"', 'config/routes.rb')).toBe('/up');
  });

  it('is unknown where a prefix may stand elsewhere, and in tests', () => {
    expect(path('router.get("/health")')).toBeUndefined();
    expect(path('@RequestMapping("/health")')).toBeUndefined();
    expect(path('get("/health")', 'tests/main.go')).toBeUndefined();
    expect(path('get("/orders")')).toBeUndefined();
  });
});

it('a command line becomes a list, or a shell where it needs one', () => {
  expect(commandOf('node server.js')).toBe('["node","server.js"]');
  expect(commandOf('A=1 node server.js')).toBe('["sh","-c","exec A=1 node server.js"]');
  for (const line of ['a && b', 'a "b c"', 'a $PORT']) expect(parse(commandOf(line))).toHaveLength(3);
});

it('a compose file says ports, commands and health checks of what is built', () => {
  const text = `services:
  web:
    build: { context: ./web, dockerfile: Containerfile }
    ports: ["\${PORT:-80}:3000", { target: 9090 }]
    command: [node, a.js]
    environment: [A=1, B]
    healthcheck: { test: [CMD, curl, -f, 'http://localhost:3000/healthz?x=1'] }
  db: { image: postgres }
  far: { build: "https://github.com/acme/far.git" }
`;
  expect(composeServices(project({ 'compose.yml': text })).services).toEqual([
    {
      ...{ name: 'web', context: 'web', dockerfile: 'Containerfile', ports: [3000, 9090] },
      ...{ command: ['node', 'a.js'], health: '/healthz', variables: ['A', 'B'] },
    },
  ]);
});
