FROM ruby:3.4.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
ENV BUNDLE_DEPLOYMENT=true BUNDLE_PATH=/bundle
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .

FROM ruby:3.4.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
ENV BUNDLE_PATH=/bundle
COPY --from=build /bundle /bundle
COPY --from=build /app /app
USER 10001
HEALTHCHECK NONE
CMD ["bundle", "exec", "puma"]
