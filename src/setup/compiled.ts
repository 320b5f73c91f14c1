import { basename } from 'node:path';
import { textsIn } from '../toolkit/map.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { firstOf, majorIn, minorIn, type ProjectFiles, type Stack } from './stack.ts';

/** Languages whose build makes one program: Go, Rust, Java and .NET. Pure. */

/** Go: a static program in an image without a shell. */
export function goStack({ paths, texts, name }: ProjectFiles): Stack | undefined {
  const module = texts.get('go.mod');
  if (module === undefined) return undefined;
  const programs = [...texts]
    .filter(
      ([path, text]) =>
        path.endsWith('.go') &&
        /^package main\b/m.test(text) &&
        /^func main\(/m.test(text) &&
        // A program that only `go run` or `go generate` starts.
        !/^\/\/(go:build| ?\+build) ignore\b/m.test(text),
    )
    .map(([path]) => (path.includes('/') ? `./${path.slice(0, path.lastIndexOf('/'))}` : '.'));
  const mains = [...new Set(programs)];
  const main =
    mains.find(each => each === '.' || each.endsWith(`/${basename(name)}`)) ??
    mains.find(each => /\/(server|api|web|app)$/.test(each)) ??
    mains[0] ??
    '.';
  // A newer Go builds what an older one did, and still gets fixes.
  const [wanted = 0] = /^go 1\.(\d+)/m.exec(module)?.slice(1).map(Number) ?? [];
  const version = `1.${Math.max(wanted, 25)}`;
  const locked = paths.includes('go.sum');
  return {
    port: 8080,
    language: { name: 'Go', version },
    ...(paths.some(path => path.endsWith('_test.go')) && { test: { run: 'go test ./...' } }),
    dockerfile: `FROM golang:${version} AS build
WORKDIR /src
COPY go.mod ${locked ? 'go.sum ' : ''}./
${locked ? 'RUN go mod download\n' : ''}COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /out/app ${shellWord(main)}

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/app /app
USER 65532
ENTRYPOINT ["/app"]`,
    user: 65532,
    ignored: [],
    notes: textsIn([
      module.includes('mattn/go-sqlite3') &&
        'go-sqlite3 needs CGO: build with CGO_ENABLED=1, and on gcr.io/distroless/base-debian12:nonroot',
      mains.length > 1 &&
        `the Dockerfile builds ${main}, one of the programs ${mains.join(', ')}: if another one serves requests, name it in the Dockerfile`,
    ]),
    first: !locked && /^[ \t]*require/m.test(module) ? ['go mod tidy'] : [],
  };
}

/** Rust with Cargo. */
export function rustStack({ paths, texts }: ProjectFiles): Stack | undefined {
  const manifest = texts.get('Cargo.toml');
  if (manifest === undefined) return undefined;
  const program = /^name\s*=\s*"([\w-]+)"/m.exec(manifest)?.[1] ?? 'app';
  const isOnlyWorkspace = /^\[workspace\b/m.test(manifest) && !/^\[package\]/m.test(manifest);
  const tests =
    paths.some(path => path.startsWith('tests/')) ||
    [...texts.values()].some(text => text.includes('#[test]'));
  return {
    port: 8080,
    ...(tests && { test: { run: 'cargo test --locked' } }),
    dockerfile: `FROM rust:1-bookworm AS build
WORKDIR /src
# Cargo needs the sources to read the lock file, so both are copied.
COPY Cargo.toml Cargo.lock ./
COPY . .
RUN cargo build --release --locked

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /src/target/release/${program} /app
USER 65532
ENTRYPOINT ["/app"]`,
    user: 65532,
    ignored: ['target'],
    first: paths.includes('Cargo.lock') ? [] : ['cargo generate-lockfile'],
    notes: textsIn([
      isOnlyWorkspace &&
        `Cargo.toml is a workspace without a package: name its program instead of ${program} in the Dockerfile`,
    ]),
  };
}

/** Java with Maven or Gradle. */
export function javaStack(sources: ProjectFiles): Stack | undefined {
  const { paths, texts } = sources;
  const pom = texts.get('pom.xml');
  const script = firstOf(sources, 'build.gradle.kts', 'build.gradle');
  if (pom === undefined && script === undefined) return undefined;
  const text = pom ?? texts.get(script ?? '') ?? '';
  const version = majorIn(
    (
      /<(?:java\.version|maven\.compiler\.(?:release|target|source)|release)>\s*(\d[\d.]*)/.exec(text)?.[1] ??
      /(?:languageVersion\D{0,40}|sourceCompatibility\D{0,40}|jvmToolchain\()((?:1[._])?\d+)/.exec(text)?.[1]
    )?.replace(/^1[._](?=\d)/, ''),
    21,
  );
  const tests = paths.some(path => path.startsWith('src/test/'));
  const wrapped = paths.includes(pom === undefined ? 'gradlew' : 'mvnw');
  const maven = wrapped ? './mvnw' : 'mvn';
  const gradle = wrapped ? './gradlew' : 'gradle';
  const settings = paths.filter(path =>
    /^(settings\.gradle(\.kts)?|gradle\.(lockfile|properties))$/.test(path),
  );
  // Spring's plugin makes a second JAR, without the dependencies, unless it is asked for the first alone.
  const jar = text.includes('org.springframework.boot') ? 'bootJar' : 'jar';
  const build =
    pom !== undefined
      ? `FROM maven:3.9-eclipse-temurin-${version} AS build
WORKDIR /src
COPY pom.xml ./
RUN mvn --batch-mode dependency:go-offline
COPY src ./src
RUN mvn --batch-mode package -DskipTests`
      : `FROM ${wrapped ? `eclipse-temurin:${version}-jdk` : `gradle:8-jdk${version}`} AS build
WORKDIR /src
COPY ${[...(wrapped ? ['gradlew'] : []), ...settings, script].join(' ')} ./
${wrapped ? 'COPY gradle ./gradle\n' : ''}RUN ${gradle} --no-daemon dependencies
COPY src ./src
RUN ${gradle} --no-daemon ${jar}`;
  const reports = pom === undefined ? 'build/test-results/test/*.xml' : 'target/surefire-reports/*.xml';
  return {
    port: 8080,
    language: { name: 'Java', version: String(version) },
    ...(tests && {
      test: { run: pom === undefined ? `${gradle} test` : `${maven} --batch-mode test`, junit: reports },
    }),
    dockerfile: `${build}

FROM eclipse-temurin:${version}-jre
WORKDIR /app
# Exactly one JAR: name it if the build makes more.
COPY --from=build /src/${pom === undefined ? 'build/libs' : 'target'}/*.jar ./app.jar
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "app.jar"]`,
    user: 10001,
    ignored: ['target', 'build', '.gradle'],
    notes: (pom === undefined ? /^[ \t]*include[ \t]*\(?["']/m : /<modules>/).test(
      pom ?? settings.map(each => texts.get(each) ?? '').join('\n'),
    )
      ? ['the build has several modules: copy them, and name the JAR of the application, in the Dockerfile']
      : [],
  };
}

/** A list, so that paths may have spaces. */
const copyOf = (sources: readonly string[], target: string): string =>
  `COPY ${JSON.stringify([...sources, target])}\n`;

/** .NET with one web project. */
export function dotnetStack({ paths, texts }: ProjectFiles): Stack | undefined {
  const projects = [...texts].filter(([path]) => path.endsWith('.csproj'));
  const web = projects.find(([, text]) => text.includes('Microsoft.NET.Sdk.Web'));
  const [path, text] = web ?? projects.find(([, each]) => !each.includes('Microsoft.NET.Test.Sdk')) ?? [];
  if (path === undefined || text === undefined) return undefined;
  const version = minorIn(
    /net\d+\.\d+/.exec(`${text}${texts.get('Directory.Build.props') ?? ''}`)?.[0],
    '10.0',
  );
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const program = path.slice(folder.length, -'.csproj'.length);
  const lock = `${folder}packages.lock.json`;
  const locked = paths.includes(lock);
  // What restoring reads at the root, such as the versions of all packages.
  const shared = paths.filter(each =>
    /^(Directory\.(Packages|Build)\.(props|targets)|nuget\.config|global\.json)$/i.test(each),
  );
  const copied = [path, ...(locked ? [lock] : [])];
  // Restoring needs the projects that it refers to.
  const copies = text.includes('<ProjectReference')
    ? 'COPY . .\n'
    : `${shared.length === 0 ? '' : copyOf(shared, './')}${copyOf(copied, `./${folder}`)}`;
  return {
    port: 8080,
    ...(projects.some(([, each]) => each.includes('Microsoft.NET.Test.Sdk')) && {
      test: { run: 'dotnet test' },
    }),
    dockerfile: `FROM mcr.microsoft.com/dotnet/sdk:${version} AS build
WORKDIR /src
${copies}RUN dotnet restore ${shellWord(path)}${locked ? ' --locked-mode' : ''}
${text.includes('<ProjectReference') ? '' : 'COPY . .\n'}RUN dotnet publish ${shellWord(path)} --configuration Release --no-restore --output /out

FROM mcr.microsoft.com/dotnet/aspnet:${version}
WORKDIR /app
COPY --from=build /out ./
USER 1654
ENTRYPOINT ["dotnet", ${JSON.stringify(`${program}.dll`)}]`,
    user: 1654,
    ignored: ['**/bin', '**/obj'],
  };
}
