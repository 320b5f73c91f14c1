FROM ruby:3.4.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN gem install bundler
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
