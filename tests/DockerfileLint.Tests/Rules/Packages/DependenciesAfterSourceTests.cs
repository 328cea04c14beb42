using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class DependenciesAfterSourceTests() : RuleTest("DL6014")
{
    [TestCase("COPY . .\nRUN [|npm ci|]")]
    [TestCase("ADD . /b\nRUN cd /b && [|npm install --omit=dev|] && npm run build")]
    [TestCase("COPY ./ /b/\nRUN [|yarn|] && yarn build")]
    [TestCase("COPY . .\nRUN [|pnpm install --frozen-lockfile|]")]
    [TestCase("COPY . .\nRUN [|pip install --no-cache-dir -r requirements.txt|]")]
    [TestCase("COPY . .\nRUN python3 -m [|pip install -r requirements.txt|]")]
    [TestCase("COPY . .\nRUN [|bundle install|]")]
    [TestCase("COPY . .\nRUN [|composer install --no-dev|]")]
    [TestCase("COPY . .\nRUN [|go mod download|]")]
    [TestCase("COPY . .\nRUN [|dotnet restore|]")]
    [TestCase("COPY . .\nRUN [|mvn -B dependency:go-offline|]")]
    [TestCase("COPY . .\nRUN [|npm ci|]\nRUN yarn\nRUN npm ci")]
    [TestCase("RUN npm install -g b\nCOPY . .\nRUN [|npm ci|]")]
    public void Installations_below_all_files_are_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("COPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm ci --omit=dev")]
    [TestCase("RUN npm ci\nCOPY . .")]
    [TestCase("COPY src .\nRUN npm ci")]
    [TestCase("COPY --from=b . .\nRUN npm ci")]
    [TestCase("COPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci")]
    [TestCase("COPY . .\nRUN npm install -g b")]
    [TestCase("COPY . .\nRUN npm install b")]
    [TestCase("COPY . .\nRUN npm run build")]
    [TestCase("COPY . .\nRUN pip install .")]
    [TestCase("COPY . .\nRUN pip install -e . -r requirements.txt")]
    [TestCase("COPY . .\nRUN pip install -r requirements.txt b")]
    [TestCase("COPY . .\nRUN go build && mvn package")]
    [TestCase("COPY . .\nFROM b\nRUN npm ci")]
    public void Others_are_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");
}
