using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

/// <summary>Well-known images of databases: where they keep their data and how they tell that they are ready.</summary>
/// <param name="DataPath">The folder of the data in the container.</param>
/// <param name="HealthTest">A test for a health check.</param>
internal sealed record DatabaseImage(string DataPath, string HealthTest)
{
    private static readonly DatabaseImage Postgres = new(
        "/var/lib/postgresql/data",
        "test: [CMD-SHELL, pg_isready -U postgres]"
    );
    private static readonly DatabaseImage MySql = new("/var/lib/mysql", "test: [CMD, mysqladmin, ping, --silent]");
    private static readonly DatabaseImage MariaDb = new(
        "/var/lib/mysql",
        "test: [CMD, healthcheck.sh, --connect, --innodb_initialized]"
    );
    private static readonly DatabaseImage Mongo = new(
        "/data/db",
        "test: [CMD, mongosh, --quiet, --eval, db.adminCommand('ping')]"
    );
    private static readonly DatabaseImage Elasticsearch = new(
        "/usr/share/elasticsearch/data",
        "test: [CMD, curl, -fs, 'http://localhost:9200/_cluster/health']"
    );

    /// <summary>By the last segment of the repository.</summary>
    private static readonly Dictionary<string, DatabaseImage> ByName = new(StringComparer.Ordinal)
    {
        ["postgres"] = Postgres,
        ["postgis"] = Postgres,
        ["pgvector"] = Postgres,
        ["timescaledb"] = Postgres,
        ["mysql"] = MySql,
        ["mysql-server"] = MySql,
        ["percona"] = MySql,
        ["mariadb"] = MariaDb,
        ["mongo"] = Mongo,
        ["couchdb"] = new("/opt/couchdb/data", "test: [CMD, curl, -fs, 'http://localhost:5984/_up']"),
        ["cassandra"] = new("/var/lib/cassandra", "test: [CMD, cqlsh, -e, describe keyspaces]"),
        ["neo4j"] = new("/data", "test: [CMD, wget, -qO-, 'http://localhost:7474']"),
        ["influxdb"] = new("/var/lib/influxdb2", "test: [CMD, influx, ping]"),
        ["elasticsearch"] = Elasticsearch,
        ["opensearch"] = Elasticsearch with { DataPath = "/usr/share/opensearch/data" },
        ["clickhouse-server"] = new("/var/lib/clickhouse", "test: [CMD, wget, -qO-, 'http://localhost:8123/ping']"),
    };

    private static readonly HashSet<string> Servers = new(StringComparer.Ordinal)
    {
        "cassandra",
        "docker-entrypoint.sh",
        "elasticsearch",
        "mariadbd",
        "mongod",
        "mysqld",
        "postgres",
    };

    // With another command the image serves as a client, for a dump or to set something up.
    private static bool RunsServer(Service service)
    {
        if (service.GetItems("entrypoint").Count > 0)
        {
            return false;
        }

        string command = service.GetTexts("command").FirstOrDefault().DisplayText;
        int end = command.IndexOf(' ');
        return command.Length == 0
            || command[0] == '-'
            || Servers.Contains(end < 0 ? command : command.Substring(0, end));
    }

    /// <summary>The database that a service runs, or <c>null</c>.</summary>
    internal static DatabaseImage? Find(Service service)
    {
        if (service.Image?.Reference is not { } image || !RunsServer(service))
        {
            return null;
        }

        string repository = image.Repository;
        string name = repository.Substring(repository.LastIndexOf('/') + 1);
        return ByName.TryGetValue(name, out DatabaseImage? database) ? database : null;
    }
}
