FROM python:3.13.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
RUN pip install --no-cache-dir poetry==2.2.1
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN poetry install --no-root --only main
COPY shop ./shop

FROM python:3.13.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=build /app /app
USER 10001
HEALTHCHECK NONE
CMD ["/app/.venv/bin/python", "-m", "shop"]
