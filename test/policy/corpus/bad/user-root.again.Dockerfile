FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS base
USER 10001
FROM base
COPY app /app
USER root
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
