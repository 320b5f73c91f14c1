FROM mcr.microsoft.com/dotnet/sdk:9.0.306@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
WORKDIR /src
COPY shop.csproj packages.lock.json ./
RUN dotnet restore --locked-mode
COPY . .
RUN dotnet publish -c Release -o /out

FROM mcr.microsoft.com/dotnet/aspnet:9.0.10-noble-chiseled@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=build /out /app
USER 1654
HEALTHCHECK NONE
ENTRYPOINT ["dotnet", "/app/shop.dll"]
