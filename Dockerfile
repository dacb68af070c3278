# The reference server: `docker build -t concordat .`, `docker run -p 4010:4010 concordat`. See README.md, Containers.

FROM node:24-slim AS build
WORKDIR /concordat
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /concordat
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /concordat
COPY --from=dependencies /concordat/node_modules node_modules
COPY --from=build /concordat/dist dist
COPY package.json ./
USER node
EXPOSE 4010
# It answers 404 at its root, as long as it answers at all.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:4010/').then(({ status }) => process.exit(status === 404 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js", "serve", "--host", "0.0.0.0"]
