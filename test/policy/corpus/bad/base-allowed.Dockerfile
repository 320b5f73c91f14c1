FROM quay.io/somebody/runtime:1.2.3@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
