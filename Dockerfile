# The site behind npm start's host: built in one stage, served from another by a user who may write nothing.
FROM node:22-slim AS build
WORKDIR /site
# The lock file alone decides what is installed, and this layer lasts as long as it does.
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --omit=dev
COPY . .
ARG SITE_ORIGIN
ARG INDEXNOW_KEY
ENV SITE_ORIGIN=$SITE_ORIGIN INDEXNOW_KEY=$INDEXNOW_KEY
# The host in one file, so that no package is in the image that it does not use.
RUN npm run build \
  && npx esbuild lib/publish/host/serve-cli.ts --bundle --platform=node --format=esm --outfile=host.mjs

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /site
COPY --from=build --chown=root:root /site/host.mjs ./
# Links are followed, so that the newest release alone is in the image.
COPY --from=build --chown=root:root /site/out/ ./out/
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "host.mjs"]
