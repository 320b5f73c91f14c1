FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --chmod=777 app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
