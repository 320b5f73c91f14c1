FROM python:3.13.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
COPY wheels /wheels

FROM python:3.13.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN pip install --no-cache-dir 'gunicorn>=23' uvicorn==0.38.0
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
