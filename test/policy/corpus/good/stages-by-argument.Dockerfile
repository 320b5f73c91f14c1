ARG BASE=debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
FROM ${BASE} AS base
ENV LANG=C.UTF-8
USER 10001
FROM base AS dev
RUN ["echo", "for developers"]
FROM base
COPY app /app
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
