namespace DockerfileLint.Semantics.Commands;

/// <summary>The option grammars of the programs that rules ask about, by their manuals.</summary>
internal static class CommandGrammars
{
    private const string Dnf =
        "-c --config -d --debuglevel -e --errorlevel -R --randomwait -x --exclude --excludepkgs --enablerepo "
        + "--disablerepo --repo --repoid --enable --disable --installroot --releasever --setopt"
        + " --advisory --advisories --bz --bzs --cve --cves --sec-severity --forcearch --disableplugin "
        + "--enableplugin --color --comment --downloaddir --destdir --rpmverbosity --transformdb --arch";

    private const string Curl =
        "-A --user-agent -b --cookie -c --cookie-jar -C --continue-at -d --data --data-ascii --data-binary "
        + "--data-raw --data-urlencode -D --dump-header -e --referer -E --cert --cert-type --key --key-type"
        + " --cacert --capath --ciphers --connect-timeout --connect-to --create-file-mode --crlfile --dns-servers "
        + "--doh-url --egd-file -F --form --form-string --happy-eyeballs-timeout-ms -H --header --proxy-header"
        + " --hostpubmd5 --hostpubsha256 --interface --json -K --config --keepalive-time --limit-rate --local-port "
        + "--login-options --max-filesize --max-redirs -m --max-time --netrc-file --noproxy -o --output --output-dir"
        + " --parallel-max --pass --pinnedpubkey -P --ftp-port --proto --proto-default --proto-redir -x --proxy "
        + "--proxy-user -U --preproxy --pubkey -Q --quote -r --range --random-file --rate -X --request --request-target"
        + " --resolve --retry --retry-delay --retry-max-time --service-name --socks4 --socks4a --socks5 "
        + "--socks5-hostname -Y --speed-limit -y --speed-time --stderr -t --telnet-option -T --upload-file -z "
        + "--time-cond"
        + " --tls-max --tls13-ciphers --trace --trace-ascii --unix-socket --url --url-query -u --user -w --write-out "
        + "--oauth2-bearer --aws-sigv4";

    private const string Wget =
        "-o --output-file -a --append-output -e --execute -i --input-file -B --base --config --rejected-log "
        + "--bind-address -t --tries -O --output-document --start-pos --progress -T --timeout --dns-timeout "
        + "--connect-timeout"
        + " --read-timeout --limit-rate -w --wait --waitretry -Q --quota --user --password --local-encoding "
        + "--remote-encoding -P --directory-prefix --cut-dirs --default-page --header --compression --max-redirect"
        + " --http-user --http-password --proxy-user --proxy-password --referer -U --user-agent --load-cookies "
        + "--save-cookies --post-data --post-file --method --body-data --body-file --secure-protocol --certificate"
        + " --certificate-type --private-key --private-key-type --ca-certificate --ca-directory --crl-file --ciphers "
        + "--ftp-user --ftp-password -l --level -A --accept -R --reject --accept-regex --reject-regex -D --domains"
        + " --exclude-domains -I --include-directories -X --exclude-directories --follow-tags --ignore-tags";

    private const string Pip =
        "--log --proxy --retries --timeout --exists-action --trusted-host --cert --client-cert --cache-dir --python "
        + "--keyring-provider --use-feature --use-deprecated --progress-bar -r --requirement -c --constraint -e "
        + "--editable"
        + " -t --target --platform --python-version --implementation --abi --root --prefix --src -b --build -i "
        + "--index-url --extra-index-url -f --find-links --no-binary --only-binary --global-option --install-option"
        + " --config-settings --upgrade-strategy --root-user-action --report --dependency-group --group";

    private static readonly Dictionary<string, CommandGrammar> Grammars = Create();

    /// <summary>The grammar of a program; <see cref="CommandGrammar.Unknown"/> where there is none.</summary>
    internal static CommandGrammar Find(string program) =>
        Grammars.TryGetValue(program, out CommandGrammar? grammar)
        || (
            program.Length > 0
            && IsVersion(program[program.Length - 1])
            && Grammars.TryGetValue(TrimVersion(program), out grammar)
        )
            ? grammar
            : CommandGrammar.Unknown;

    /// <summary><c>pip</c> for <c>pip3.12</c>.</summary>
    internal static string TrimVersion(string program)
    {
        int end = program.Length;
        while (end > 0 && IsVersion(program[end - 1]))
        {
            end--;
        }

        return end == program.Length ? program : program.Substring(0, end);
    }

    private static bool IsVersion(char c) => c is (>= '0' and <= '9') or '.' or '-';

    private static Dictionary<string, CommandGrammar> Create()
    {
        var grammars = new Dictionary<string, CommandGrammar>(StringComparer.Ordinal);
        void Add(string programs, CommandGrammar grammar)
        {
            foreach (string program in programs.Split(' '))
            {
                grammars.Add(program, grammar);
            }
        }

        const CommandStyle Subcommand = CommandStyle.Subcommand;

        // Package managers of systems.
        Add(
            "apt-get apt aptitude",
            new CommandGrammar(
                "-t --target-release --default-release -o --option -c --config-file -a --host-architecture -P "
                    + "--build-profiles --solver",
                style: Subcommand
            )
        );
        Add("dpkg", new CommandGrammar("--admindir --instdir --root --log --status-fd --debug -D"));
        Add(
            "add-apt-repository",
            new CommandGrammar("-p --pocket -c --component -s -P --ppa -C --cloud -U --uri -S --sourceslist")
        );
        Add(
            "apk",
            new CommandGrammar(
                "-p --root -X --repository --repositories-file --keys-dir --cache-dir --cache-max-age --arch --wait "
                    + "--timeout --progress-fd -t --virtual",
                style: Subcommand
            )
        );
        Add("dnf dnf5 microdnf tdnf yum", new CommandGrammar(Dnf, style: Subcommand));
        Add(
            "rpm",
            new CommandGrammar(
                "--root -r --dbpath --prefix --relocate --excludepath --define -D --undefine --eval -E --pipe "
                    + "--queryformat --qf --rcfile --macros"
            )
        );
        Add(
            "zypper",
            new CommandGrammar(
                "-C --cache-dir -c --config -D --reposd-dir --solv-cache-dir --pkg-cache-dir --raw-cache-dir -R "
                    + "--root --installroot --releasever --userdata -p --plus-repo --plus-content",
                style: Subcommand,
                subcommands:
                [
                    (
                        "install|in|remove|rm|patch|update|up|dist-upgrade|dup",
                        "-r --repo --from -t --type --download --category --severity --bugzilla --cve --date"
                    ),
                    ("addrepo|ar", "-r --repo -t --type -n --name -p --priority"),
                ]
            )
        );
        Add(
            "pacman",
            new CommandGrammar(
                "-b --dbpath -r --root --arch --cachedir --color --config --gpgdir --hookdir --logfile --sysroot "
                    + "--ignore --ignoregroup --overwrite --assume-installed --print-format"
            )
        );
        Add("snap", new CommandGrammar("--channel --revision", style: Subcommand));
        Add("brew", new CommandGrammar("", style: Subcommand));

        // Package managers of languages.
        Add("pip pip2 pip3 pip-python pip-python3 pipx", new CommandGrammar(Pip, style: Subcommand));
        Add(
            "pipenv",
            new CommandGrammar(
                "--python --pypi-mirror -i --index -r --requirements -e --editable --categories",
                style: Subcommand
            )
        );
        Add(
            "uv",
            new CommandGrammar(
                Pip
                    + " -p --directory --project --config-file --index --default-index --with --group --extra "
                    + "--package",
                style: Subcommand
            )
        );
        Add(
            "poetry",
            new CommandGrammar(
                "-C --directory -P --project --with --without --only -E --extras -G --group --source",
                style: Subcommand
            )
        );
        Add(
            "conda mamba micromamba",
            new CommandGrammar(
                "-n --name -p --prefix -c --channel --file --revision --solver --repodata-fn --subdir -f",
                style: Subcommand
            )
        );
        Add(
            "npm",
            new CommandGrammar(
                "--loglevel --registry --prefix -C --cache --userconfig --globalconfig --tag --omit --include --only "
                    + "--install-strategy -w --workspace --proxy --https-proxy --fetch-retries --fetch-timeout "
                    + "--network-timeout --scope --otp --before --cpu --os --script-shell --maxsockets",
                style: Subcommand
            )
        );
        Add(
            "yarn",
            new CommandGrammar(
                "--cwd --registry --network-timeout --network-concurrency --cache-folder --modules-folder --mutex "
                    + "--global-folder --prefix --use-yarnrc --preferred-cache-folder --proxy --https-proxy --otp "
                    + "--link-folder --scripts-prepend-node-path",
                style: Subcommand
            )
        );
        Add(
            "pnpm",
            new CommandGrammar(
                "-C --dir --filter -F --store-dir --reporter --loglevel --registry --virtual-store-dir --modules-dir "
                    + "--network-concurrency --child-concurrency",
                style: Subcommand
            )
        );
        Add("bun", new CommandGrammar("-c --config --cwd --registry --cache-dir --backend", style: Subcommand));
        Add(
            "gem",
            new CommandGrammar(
                "-v --version -i --install-dir -n --bindir -s --source -p --http-proxy --platform -P --trust-policy "
                    + "--config-file -g --file --build-root -B",
                style: Subcommand
            )
        );
        Add(
            "bundle bundler",
            new CommandGrammar(
                "-j --jobs --path --gemfile --retry --without --with --system --binstubs --target-rbconfig "
                    + "--trust-policy",
                style: Subcommand
            )
        );
        Add(
            "go",
            new CommandGrammar(
                "-C -asmflags -buildmode -compiler -coverpkg -covermode -exec -gccgoflags -gcflags -installsuffix "
                    + "-ldflags -mod -modfile -o -overlay -p -pgo -pkgdir -tags -toolexec",
                style: CommandStyle.OneDash
            )
        );
        Add(
            "cargo",
            new CommandGrammar(
                "--version --vers --git --branch --tag --rev --path --root --index --registry --features -F "
                    + "--profile --target --target-dir --config -Z -j --jobs --bin --example --color -C -p --package",
                style: Subcommand
            )
        );
        Add("composer", new CommandGrammar("-d --working-dir", style: Subcommand));
        Add(
            "luarocks",
            new CommandGrammar(
                "--server --only-server --only-sources --namespace --lua-dir --lua-version --tree --timeout "
                    + "--project-tree",
                style: Subcommand
            )
        );

        Add(
            "twine",
            new CommandGrammar(
                "-r --repository --repository-url -u --username -p --password -c --comment --config-file --cert "
                    + "--client-cert",
                style: Subcommand
            )
        );
        Add(
            "nuget",
            new CommandGrammar(
                "-Password -Username -Name -Source -ConfigFile -ApiKey -OutputDirectory -Version",
                style: CommandStyle.OneDash
            )
        );
        Add(
            "dotnet",
            new CommandGrammar(
                "",
                style: Subcommand,
                subcommands: ("nuget", "-n --name -u --username -p --password -s --source -k --api-key --configfile")
            )
        );
        Add(
            "doctl",
            new CommandGrammar("-t --access-token -u --api-url -c --config --context -o --output", style: Subcommand)
        );
        Add(
            "buildah skopeo crane nerdctl",
            new CommandGrammar(
                "--authfile --creds --src-creds --dest-creds",
                style: Subcommand,
                subcommands: ("login", "-u --username -p --password")
            )
        );
        Add(
            "mvn mvnw",
            new CommandGrammar(
                "-D --define -f --file -s --settings -gs -P --activate-profiles -pl --projects -rf -T --threads -l "
                    + "--log-file",
                words: "-gs -pl -rf -am -amd -ntp",
                style: Subcommand
            )
        );
        Add("yum-config-manager dnf-config-manager", new CommandGrammar("--setopt --add-repo --from-repofile"));

        // Downloads.
        Add("curl", new CommandGrammar(Curl));
        Add("wget", new CommandGrammar(Wget, words: "-nv -nc -nd -nH -np -nh -xc"));
        Add(
            "git",
            new CommandGrammar(
                "-C -c --git-dir --work-tree --namespace --super-prefix --config-env --exec-path",
                style: Subcommand,
                subcommands:
                [
                    (
                        "clone",
                        "-b --branch -o --origin -u --upload-pack --reference --reference-if-able --separate-git-dir "
                            + "--depth --shallow-since --shallow-exclude -j --jobs --config -c --template --filter "
                            + "--revision --bundle-uri --server-option"
                    ),
                    ("fetch|pull", "--depth --deepen -j --jobs --shallow-since --refmap -o"),
                    ("config", "-f --file --blob --type --default"),
                    ("checkout|switch", "-b -B -c -C --orphan"),
                ]
            )
        );
        Add(
            "svn",
            new CommandGrammar(
                "-r --revision --username --password --config-dir --config-option --depth",
                style: Subcommand
            )
        );
        Add(
            "ssh",
            new CommandGrammar(
                "-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w",
                style: CommandStyle.OptionsFirst
            )
        );
        Add("sshpass", new CommandGrammar("-p -f -d -P", style: CommandStyle.OptionsFirst));
        Add(
            "docker podman",
            new CommandGrammar(
                "--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey",
                style: Subcommand,
                subcommands: ("login", "-u --username -p --password")
            )
        );
        Add(
            "aws",
            new CommandGrammar(
                "--endpoint-url --output --query --profile --region --color --ca-bundle --cli-read-timeout "
                    + "--cli-connect-timeout",
                style: Subcommand
            )
        );
        Add(
            "gcloud",
            new CommandGrammar("--account --project --configuration --format --verbosity --key-file", style: Subcommand)
        );
        Add(
            "az",
            new CommandGrammar(
                "-u --username -p --password -t --tenant -s --subscription -o --output --query",
                style: Subcommand
            )
        );
        Add(
            "helm",
            new CommandGrammar(
                "--username --password --namespace -n --version --ca-file --cert-file --key-file",
                style: Subcommand
            )
        );

        // Users and files.
        Add(
            "useradd",
            new CommandGrammar(
                "-b --base-dir -c --comment -d --home-dir --home -e --expiredate -f --inactive -g --gid -G --groups "
                    + "-k --skel -K --key -p --password -R --root -P --prefix -s --shell -u --uid -Z --selinux-user "
                    + "--selinux-range"
            )
        );
        Add(
            "adduser",
            new CommandGrammar(
                "-h --home -g --gecos --comment -s --shell -G --ingroup -u --uid -k --gid --conf --firstuid "
                    + "--lastuid --firstgid --lastgid"
            )
        );
        Add(
            "usermod",
            new CommandGrammar(
                "-c --comment -d --home -e --expiredate -f --inactive -g --gid -G --groups -l --login -p --password "
                    + "-R --root -P --prefix -s --shell -u --uid -v --add-subuids -V --del-subuids -w --add-subgids "
                    + "-W --del-subgids -Z --selinux-user"
            )
        );
        Add("groupadd", new CommandGrammar("-g --gid -K --key -p --password -R --root -P --prefix -U --users"));
        Add(
            "passwd",
            new CommandGrammar("-n --minimum -w --warning -x --maximum -i --inactive -R --root -r --repository")
        );
        Add("chpasswd", new CommandGrammar("-c --crypt-method -R --root -s --sha-rounds -P --prefix"));
        Add("chmod chown chgrp", new CommandGrammar("--reference --from"));
        Add("install", new CommandGrammar("-g --group -m --mode -o --owner -S --suffix -t --target-directory"));
        Add("mkdir", new CommandGrammar("-m --mode"));
        Add("ln", new CommandGrammar("-S --suffix -t --target-directory"));
        Add("cp mv", new CommandGrammar("-S --suffix -t --target-directory"));
        Add("rm", new CommandGrammar());
        Add(
            "tar bsdtar",
            new CommandGrammar(
                "-b --blocking-factor -C --directory -f --file -F --info-script -g --listed-incremental -H --format "
                    + "-I --use-compress-program -K --starting-file -L --tape-length -N --newer -T --files-from -V "
                    + "--label -X --exclude-from --exclude --mode --mtime --owner --group --strip-components --strip "
                    + "--transform --xform --to-command --checkpoint-action --record-size --suffix"
            )
        );
        Add("unzip", new CommandGrammar("-d -x -P"));
        Add(
            "grep egrep fgrep",
            new CommandGrammar(
                "-e --regexp -f --file -m --max-count -A --after-context -B --before-context -C --context --include "
                    + "--exclude --exclude-dir --exclude-from -d -D --label"
            )
        );
        Add("sed", new CommandGrammar("-e --expression -f --file -l --line-length"));
        Add("tee", new CommandGrammar());
        Add("openssl", new CommandGrammar("", style: CommandStyle.OneDash));

        // Shells and interpreters.
        Add(
            "sh bash ash dash ksh zsh",
            new CommandGrammar("-c -o -O --rcfile --init-file", style: CommandStyle.OptionsFirst)
        );
        Add(
            "python python2 python3",
            new CommandGrammar("-c -m -W -X --check-hash-based-pycs", style: CommandStyle.OptionsFirst)
        );
        Add("perl", new CommandGrammar("-e -E -I -M -m", style: CommandStyle.OptionsFirst));
        Add("ruby", new CommandGrammar("-e -I -r -C", style: CommandStyle.OptionsFirst));
        Add(
            "node nodejs",
            new CommandGrammar("-e --eval -p --print -r --require --import --loader", style: CommandStyle.OptionsFirst)
        );
        Add("php", new CommandGrammar("-r -f -d -c -B -R -F -E -t -S -z", style: CommandStyle.OptionsFirst));

        // Programs that run another one.
        Add(
            "sudo",
            new CommandGrammar(
                "-C --close-from -D --chdir -g --group -h --host -p --prompt -R --chroot -r --role -T "
                    + "--command-timeout -t --type -U --other-user -u --user",
                style: CommandStyle.OptionsFirst
            )
        );
        Add("doas", new CommandGrammar("-C -u -a", style: CommandStyle.OptionsFirst));
        Add(
            "env",
            new CommandGrammar("-u --unset -C --chdir -S --split-string -a --argv0", style: CommandStyle.OptionsFirst)
        );
        Add("exec", new CommandGrammar("-a", style: CommandStyle.OptionsFirst));
        Add(
            "command builtin nohup setsid busybox toybox eatmydata chronic unbuffer",
            new CommandGrammar(style: CommandStyle.OptionsFirst)
        );
        Add("time", new CommandGrammar("-f --format -o --output", style: CommandStyle.OptionsFirst));
        Add("nice", new CommandGrammar("-n --adjustment", style: CommandStyle.OptionsFirst));
        Add(
            "ionice",
            new CommandGrammar(
                "-c --class -n --classdata -p --pid -P --pgid -u --uid",
                style: CommandStyle.OptionsFirst
            )
        );
        Add("stdbuf", new CommandGrammar("-i --input -o --output -e --error", style: CommandStyle.OptionsFirst));
        Add("timeout", new CommandGrammar("-k --kill-after -s --signal", style: CommandStyle.OptionsFirst));
        Add("chroot", new CommandGrammar("--groups --userspec", style: CommandStyle.OptionsFirst));
        Add(
            "xargs",
            new CommandGrammar(
                "-a --arg-file -d --delimiter -E -I -L -n --max-args -P --max-procs -s --max-chars --process-slot-var",
                style: CommandStyle.OptionsFirst
            )
        );
        Add("gosu su-exec", new CommandGrammar(style: CommandStyle.OptionsFirst));
        Add(
            "xvfb-run",
            new CommandGrammar(
                "-e --error-file -f --auth-file -n --server-num -p --xauth-protocol -s --server-args -w --wait",
                style: CommandStyle.OptionsFirst
            )
        );
        Add(
            "setpriv",
            new CommandGrammar(
                "--ambient-caps --inh-caps --bounding-set --ruid --euid --reuid --rgid --egid --regid --groups "
                    + "--securebits --pdeathsig --selinux-label --apparmor-profile --landlock-access --landlock-rule "
                    + "--seccomp-filter",
                style: CommandStyle.OptionsFirst
            )
        );
        Add(
            "runuser su",
            new CommandGrammar(
                "-c --command -s --shell -g --group -G --supp-group -u --user -w --whitelist-environment"
            )
        );
        Add("tini dumb-init", new CommandGrammar("-p -e -r --rewrite", style: CommandStyle.OptionsFirst));
        return grammars;
    }
}
