import { commandOf, firstOf, minorIn, type ProjectFiles, procfileOf, type Stack } from './stack.ts';

/** Ruby and PHP. Pure. */

/** Ruby with Bundler. */
export function rubyStack(sources: ProjectFiles): Stack | undefined {
  const { paths, texts } = sources;
  if (!paths.includes('Gemfile')) return undefined;
  const version = minorIn(
    texts.get('.ruby-version') ?? /^ruby\b.*/m.exec(texts.get('Gemfile') ?? '')?.[0],
    '3.4',
  );
  const rails = paths.includes('config/application.rb');
  const start =
    procfileOf(sources) ??
    (rails
      ? 'bundle exec rails server --binding 0.0.0.0 --port 3000'
      : 'bundle exec rackup --host 0.0.0.0 --port 3000');
  const program = paths.some(path => path.startsWith('spec/')) ? 'rspec' : 'rake test';
  return {
    language: 'Ruby',
    port: 3000,
    ...(paths.some(path => /^(spec|test)\//.test(path)) && {
      test: { run: `bundle install && bundle exec ${program}` },
    }),
    dockerfile: `FROM ruby:${version} AS build
ENV BUNDLE_DEPLOYMENT=true BUNDLE_WITHOUT=development:test BUNDLE_PATH=/bundle
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install

FROM ruby:${version}-slim
ENV BUNDLE_DEPLOYMENT=true BUNDLE_WITHOUT=development:test BUNDLE_PATH=/bundle${rails ? ' RAILS_ENV=production RAILS_LOG_TO_STDOUT=1' : ''}
WORKDIR /app
COPY --from=build /bundle /bundle
COPY --chown=10001 . .
USER 10001
CMD ${commandOf(start)}`,
    user: 10001,
    writes: true,
    ignored: ['log', 'tmp', 'vendor/bundle'],
    first: paths.includes('Gemfile.lock') ? [] : ['bundle lock'],
    notes: [
      ...(rails
        ? ['assets are not compiled: add `rails assets:precompile` to the Dockerfile if there are any']
        : []),
      'gems that need a system library, such as pg, need its package in the last stage of the Dockerfile',
    ],
  };
}

/** PHP with Composer, served by FrankenPHP. */
export function phpStack(sources: ProjectFiles): Stack | undefined {
  const { paths, texts } = sources;
  const manifest = texts.get('composer.json');
  if (manifest === undefined) return undefined;
  const version = minorIn(/"php"\s*:\s*"[^"]*"/.exec(manifest)?.[0], '8.4');
  const locked = paths.includes('composer.lock');
  return {
    language: 'PHP',
    port: 8080,
    ...(firstOf(sources, 'phpunit.xml', 'phpunit.xml.dist') && {
      test: { run: 'composer install && vendor/bin/phpunit' },
    }),
    dockerfile: `FROM composer:2 AS build
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader --ignore-platform-reqs
COPY . .
RUN composer dump-autoload --no-dev --optimize

FROM dunglas/frankenphp:1-php${version}
# Its program may not have rights that the container is denied.
RUN setcap -r /usr/local/bin/frankenphp
ENV SERVER_NAME=:8080 XDG_CONFIG_HOME=/tmp/config XDG_DATA_HOME=/tmp/data
WORKDIR /app
COPY --from=build --chown=10001 /app ./
USER 10001`,
    user: 10001,
    writes: true,
    ignored: ['vendor'],
    first: locked ? [] : ['composer update'],
    notes: ['the web server serves the folder public/; correct the Dockerfile if yours has another name'],
  };
}
