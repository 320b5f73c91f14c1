FROM python:3.13.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --prefix /install -r requirements.txt

FROM python:3.13.7-slim-trixie@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=build /install /usr/local
COPY shop /shop
USER 10001
HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/ready')"]
CMD ["python", "-m", "shop"]
