namespace DockerfileLint.Semantics;

/// <summary>
/// Ports whose service is meant for an administrator or for other services, not for everybody: databases, caches,
/// brokers, interfaces that control machines.
/// </summary>
/// <remarks>
/// Ports that other common software uses as well (514, 5000, 8080, 9000 …) are left out, as are web interfaces with a
/// login, and protocols that devices and people speak from outside, such as MQTT.
/// </remarks>
internal static class KnownPorts
{
    /// <summary>Where an SSH server listens.</summary>
    internal const int Ssh = 22;

    /// <summary>The ports in ascending order; names as their projects write them.</summary>
    private static readonly (int Port, string Service)[] AdminServices =
    [
        (23, "Telnet"),
        (111, "rpcbind"),
        (139, "SMB"),
        (389, "LDAP"),
        (445, "SMB"),
        (512, "rexec"),
        (513, "rlogin"),
        (873, "rsync"),
        (1099, "Java RMI"),
        (1433, "SQL Server"),
        (1521, "Oracle Database"),
        (2049, "NFS"),
        (2181, "ZooKeeper"),
        (2375, "Docker API"),
        (2376, "Docker API"),
        (2377, "Docker Swarm"),
        (2379, "etcd"),
        (2380, "etcd"),
        (3050, "Firebird"),
        (3306, "MySQL"),
        (3389, "Remote Desktop"),
        (4369, "Erlang port mapper"),
        (5432, "PostgreSQL"),
        (5672, "RabbitMQ"),
        (5900, "VNC"),
        (5984, "CouchDB"),
        (5985, "WinRM"),
        (5986, "WinRM"),
        (6379, "Redis"),
        (6443, "Kubernetes API"),
        (7199, "Cassandra JMX"),
        (7474, "Neo4j"),
        (7687, "Neo4j"),
        (8086, "InfluxDB"),
        (8091, "Couchbase"),
        (8200, "Vault"),
        (8500, "Consul"),
        (8529, "ArangoDB"),
        (8983, "Solr"),
        (9042, "Cassandra"),
        (9092, "Kafka"),
        (9200, "Elasticsearch"),
        (9229, "Node.js debugger"),
        (9300, "Elasticsearch"),
        (10250, "kubelet"),
        (11211, "Memcached"),
        (15672, "RabbitMQ management"),
        (25672, "RabbitMQ"),
        (26257, "CockroachDB"),
        (26379, "Redis Sentinel"),
        (27017, "MongoDB"),
        (27018, "MongoDB"),
        (27019, "MongoDB"),
        (28015, "RethinkDB"),
        (33060, "MySQL"),
        (61616, "ActiveMQ"),
    ];

    /// <summary>The name of the first such service in a range of ports, or <c>null</c>.</summary>
    /// <param name="first">The first port of the range.</param>
    /// <param name="last">The last port of the range.</param>
    internal static string? FindAdminService(int first, int last)
    {
        foreach ((int port, string service) in AdminServices)
        {
            if (port >= first)
            {
                return port <= last ? service : null;
            }
        }

        return null;
    }
}
