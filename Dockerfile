# syntax=docker/dockerfile:1
# The build is the Makefile's: what works in a clone works in the image.
FROM python:3.11-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
# First what changes seldom, so that its layer is kept.
COPY Makefile pyproject.toml requirements.lock ./
RUN make dependencies
COPY README.md LICENSE ./
COPY claims claims
COPY store store
COPY service service
COPY workers workers
COPY claimsheet claimsheet
RUN make setup

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin claimsheet
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["claimsheet", "api", "--healthy"]
ENTRYPOINT ["claimsheet"]
CMD ["api", "--host", "0.0.0.0", "--port", "8000"]
