using System;
using Docker.DotNet;
using Docker.DotNet.Models;

// Starts a container that watches the others. Each finding of a build is named at the end of its line.
const string socket = "/var/run/docker.sock";

using DockerClient client = new DockerClientConfiguration().CreateClient();
CreateContainerResponse container = await client.Containers.CreateContainerAsync(
    new CreateContainerParameters
    {
        Image = "nginx", // DC5007
        User = "root", // DC3002
        Env = ["LOG_LEVEL=debug"],
        HostConfig = new HostConfig
        {
            Privileged = true,
            Binds = [$"{socket}:{socket}"], // DC2009
            CapAdd = ["SYS_TIME"], // DC3017
            NetworkMode = "bridge",
        },
    }
);
Console.WriteLine(container.ID);
