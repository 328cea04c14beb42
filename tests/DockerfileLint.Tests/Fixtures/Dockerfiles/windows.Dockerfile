# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025 AS build
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"]
ENV NODE_VERSION=24.1.0 `
    NODE_HOME="C:\Program Files\nodejs"
RUN Invoke-WebRequest -Uri ('https://example.org/node-v{0}-win-x64.zip' -f $env:NODE_VERSION) -OutFile node.zip ; `
    # The archive holds one folder.
    Expand-Archive node.zip -DestinationPath C:\ ; `
    if ((Get-FileHash node.zip -Algorithm sha256).Hash -ne $env:NODE_SHA) { exit 1 } ; `
    Remove-Item node.zip -Force
WORKDIR C:\src
COPY --chown="ContainerUser" package.json C:\src\
COPY ["lib files\\", "C:\\src\\lib files\\"]
RUN cmd /S /C "npm install --production && npm cache clean --force"

FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
SHELL ["cmd", "/S", "/C"]
COPY --from=build C:\node C:\node
RUN setx /M PATH "%PATH%;C:\node" && md C:\logs
USER ContainerUser
EXPOSE 80
VOLUME C:\data
HEALTHCHECK CMD powershell -command "try { iwr http://localhost -UseBasicParsing } catch { exit 1 }"
ENTRYPOINT ["C:\\node\\node.exe"]
CMD [ "C:\\src\\server.js" ]
