FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN git clone --branch v1.2.3 https://bot:hunter2-really@example.com/tool.git /tool
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
