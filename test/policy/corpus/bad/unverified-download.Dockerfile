FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS fetch
RUN curl -fsSLo /usr/local/bin/tool https://example.com/tool
FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=fetch /usr/local/bin/tool /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
