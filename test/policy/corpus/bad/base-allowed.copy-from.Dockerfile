FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=quay.io/somebody/tool:1.2.3@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c /tool /tool
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
