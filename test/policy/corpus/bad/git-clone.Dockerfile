FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS fetch
RUN git clone --depth 1 https://example.com/tool.git /tool
FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=fetch /tool /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
